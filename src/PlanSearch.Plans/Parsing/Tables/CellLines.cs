using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Tables;

/// <summary>Puts the rows of a table together whose cells are on lines of their own (R-TABLE-10).</summary>
/// <remarks>
/// A header opens such a table; then names are followed by values, row for row. Empty cells leave no line: the columns of a row that lacks
/// some are known only where the first is the one that is missing (a cell merged over several rows).
/// </remarks>
internal sealed class CellLines
{
    private const int MinRows = 3;
    private const int MinHeader = 3;
    private const int MaxHeader = 12;
    private const int MaxCell = 40;

    // A table of so many cells fills twenty pages; it keeps the search linear.
    private const int MaxCells = 2000;

    private readonly List<Line> _lines;
    private readonly List<Line> _result;
    private Rule? _rule;

    private CellLines(List<Line> lines) => (_lines, _result) = (lines, new List<Line>(lines.Count));

    /// <summary>The lines with each row made one line; <paramref name="lines"/> themselves when there is no such table.</summary>
    public static List<Line> Apply(List<Line> lines)
    {
        var isThere = false;
        foreach (var line in lines)
        {
            isThere |= IsCell(line) && CellKind.OpensHeader(line.Plain);
        }

        return isThere ? new CellLines(lines).Run() : lines;
    }

    private List<Line> Run()
    {
        for (var i = 0; i < _lines.Count;)
        {
            var end = IsCell(_lines[i]) && CellKind.OpensHeader(_lines[i].Plain) ? TakeTable(i) : i;
            if (end == i)
            {
                _result.Add(_lines[i++]);
            }

            i = Math.Max(i, end);
        }

        return _result;
    }

    private static bool IsCell(Line line) =>
        line is { Kind: null, HasCells: false, Ending: Ending.Open }
            && line.Plain.Length <= MaxCell
            && !line.Marker.IsStrong
            && !Sentence.HasInnerStop(line.Plain)
        && line.Plain[^1] is not ('，' or '、') && !line.OpensAny(Opens.BoxTitle) && !line.OpensAny(Opens.UnnumberedHeading)
        && !line.OpensAny(Opens.Figure);

    // Returns the index after the table; first itself when the lines are none.
    private int TakeTable(int first)
    {
        var cells = new List<Line>();
        var end = first;
        for (; end < _lines.Count && end - first < MaxCells && (IsCell(_lines[end]) || _lines[end].Kind == BlockKind.Noise); end++)
        {
            if (_lines[end].Kind is null)
            {
                cells.Add(_lines[end]);
            }
        }

        var header = HeaderLength(cells);
        var rows = header < MinHeader ? [] : CellRows.Find(cells, header);
        if (rows.Count < MinRows)
        {
            return first;
        }

        _rule = NumberedHeaderLength(cells) == header ? Rules.NumberedCells : Rules.CellLines;
        AddRow(cells, 0, header, padded: false);
        foreach (var row in rows)
        {
            AddRow(cells, row.Start, row.End, row.IsPadded);
        }

        var last = cells[rows[^1].End - 1];
        for (var i = first; i < end; i++)
        {
            if (_lines[i].Kind is not null)
            {
                _result.Add(_lines[i]);
            }

            if (_lines[i] == last)
            {
                return i + 1;
            }
        }

        return end;
    }

    // Values follow names, and a name follows the header: what is before the first name is the header.
    private static int HeaderLength(List<Line> cells)
    {
        var length = 1;
        while (length < cells.Count && CellKind.IsHeader(cells[length].Plain))
        {
            length++;
        }

        return Math.Max(length, NumberedHeaderLength(cells));
    }

    // R-TABLE-14: 序号 opens it and 1, 2 and 3 open the rows, each as long as the header: then it says what it likes.
    private static int NumberedHeaderLength(List<Line> cells)
    {
        var length = cells[0].Plain == "序号" ? cells.FindIndex(1, Math.Min(MaxHeader, cells.Count - 1), cell => cell.Plain == "1") : -1;
        return length >= MinHeader && cells.Count > 3 * length && cells[2 * length].Plain == "2" && cells[3 * length].Plain == "3"
            ? length
            : 0;
    }

    private void AddRow(List<Line> cells, int start, int end, bool padded)
    {
        if (end - start == 1)
        {
            _result.Add(cells[start]);
            return;
        }

        var row = cells.GetRange(start, end - start);
        var stretches = row.Select(line => line.First).ToList();
        if (padded)
        {
            stretches.Insert(0, stretches[0] with { End = stretches[0].Start });
        }

        _result.Add(new Line(row, [.. stretches]).FormedBy(_rule));
    }
}

/// <summary>A row among cells that are on lines of their own.</summary>
/// <param name="Start">Index of its first cell.</param>
/// <param name="End">Index after its last one.</param>
/// <param name="IsPadded">Whether its first column is empty: merged with the row above.</param>
internal readonly record struct CellRow(int Start, int End, bool IsPadded);
