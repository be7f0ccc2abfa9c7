using System.Collections.Immutable;
using PlanSearch.Plans.Reading;

namespace PlanSearch.Plans.Parsing;

/// <summary>Accounts for every code unit of the source (R-LEDGER-1) and for gaps in the numbering (R-LEDGER-2).</summary>
internal static class LedgerBuilder
{
    /// <summary>Builds the ledger; <paramref name="log"/> takes the numbering gaps.</summary>
    public static ParseLedger Build(SourceText source, List<Line> lines, List<BlockDraft> drafts, LogicalText text, int joins, ImmutableArray<OutlineNode> nodes, ImmutableArray<Box> boxes, int tables, ParseLog log)
    {
        var isComplete = Numbering.Check(nodes, boxes, drafts, log);
        var byKind = new SortedDictionary<BlockKind, int>();
        foreach (var draft in drafts)
        {
            byKind[draft.Kind] = byKind.GetValueOrDefault(draft.Kind) + CountPlaced(draft);
        }

        var characters = source.Lines.Sum(line => line.Length);
        var (blanksOutside, marksOutside) = CountOutside(source, lines);
        var (blanks, marks) = (text.BlanksRemoved + blanksOutside, text.MarksRemoved + marksOutside);
        return new ParseLedger
        {
            Lines = source.Lines.Length,
            Characters = characters,
            CharactersByKind = byKind.ToImmutableSortedDictionary(),
            BlanksRemoved = blanks,
            MarksRemoved = marks,
            CharactersUnplaced = characters - byKind.Values.Sum() - blanks - marks,
            Joins = joins,
            Boxes = boxes.Length,
            Tables = tables,
            IsComplete = isComplete,
            Diagnostics = log.ToImmutable(),
        };
    }

    // TABs between cells and blanks put between rejoined pieces are in the text, but are no words of the source.
    private static int CountPlaced(BlockDraft draft) => draft.Text.Length - Math.Max(0, draft.Cells.Length - 1) - draft.InsertedBlanks.Count;

    // Indents, trailing blanks, blank lines, lines of marks: what no stretch covers, counted only where it is blank or a mark, so that lost words show.
    private static (int Blanks, int Marks) CountOutside(SourceText source, List<Line> lines)
    {
        var (blanks, marks, at) = (0, 0, 0);
        for (var number = 1; number <= source.Lines.Length; number++)
        {
            var raw = source.Lines[number - 1];
            var from = 0;
            for (; at < lines.Count && lines[at].Number == number; at++)
            {
                var (start, end) = Covered(lines[at]);
                Count(raw, from, start, ref blanks, ref marks);
                from = end;
            }

            Count(raw, from, raw.Length, ref blanks, ref marks);
        }

        return (blanks, marks);
    }

    private static (int Start, int End) Covered(Line line) =>
        line.Kind is BlockKind.TableHeader or BlockKind.TableGroup or BlockKind.TableRow ? (line.CellsStart, line.CellsEnd) : (line.Start, line.End);

    private static void Count(string raw, int from, int to, ref int blanks, ref int marks)
    {
        for (var i = from; i < to;)
        {
            var mark = Marks.LengthAt(raw, i);
            marks += mark;
            blanks += Glyphs.IsBlank(raw[i]) ? 1 : 0;
            i += Math.Max(1, mark);
        }
    }
}
