using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;

namespace PlanSearch.Plans.Parsing.Corrections;

/// <summary>The tables while corrections take lines out of them.</summary>
internal sealed class CorrectedTables(List<Line> lines, int tables)
{
    private int _tables = tables;

    /// <summary>The line at <paramref name="index"/> is none of its table: what is after it is another.</summary>
    public void Leave(int index)
    {
        if (lines[index].Table is not (>= 0 and var table))
        {
            return;
        }

        lines[index].Table = -1;
        foreach (var after in lines.Skip(index).Where(after => after.Table == table))
        {
            after.Table = _tables;
        }

        _tables++;
    }

    /// <summary>Numbers the tables in reading order; what has no row left is text.</summary>
    /// <returns>How many there are.</returns>
    public int Finish()
    {
        var withRows = lines.Where(line => line.Kind is BlockKind.TableHeader or BlockKind.TableRow or BlockKind.TableGroup)
            .Select(line => line.Table).ToHashSet();
        var numbers = new Dictionary<int, int>();
        foreach (var line in lines.Where(line => line.Table >= 0))
        {
            if (!withRows.Contains(line.Table))
            {
                line.Table = -1;
                line.Decide(Rules.ByHand, line.Box >= 0 ? BlockKind.BoxParagraph : BlockKind.Paragraph);
                continue;
            }

            if (!numbers.TryGetValue(line.Table, out var number))
            {
                numbers.Add(line.Table, number = numbers.Count);
            }

            line.Table = number;
        }

        return numbers.Count;
    }
}
