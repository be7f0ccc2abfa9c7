using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Accounts for every code unit of the source (R-LEDGER-1) and for gaps in the numbering (R-LEDGER-2).</summary>
internal static class LedgerBuilder
{
    /// <summary>Builds the ledger; <paramref name="log"/> takes the numbering gaps.</summary>
    public static ParseLedger Build(
        SourceText source,
        List<Line> lines,
        List<BlockDraft> drafts,
        LogicalText text,
        int joins,
        ImmutableArray<OutlineNode> nodes,
        ImmutableArray<Box> boxes,
        int tables,
        ParseLog log)
    {
        var isComplete = Numbering.Check(nodes, boxes, drafts, log);
        var byKind = new SortedDictionary<BlockKind, int>();
        foreach (var draft in drafts)
        {
            byKind[draft.Kind] = byKind.GetValueOrDefault(draft.Kind) + CountPlaced(draft);
        }

        var characters = 0;
        foreach (var line in source.Lines)
        {
            characters += line.Length;
        }

        log.Decide(Rules.Account);
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
    private static int CountPlaced(BlockDraft draft) =>
        draft.Text.Length - Math.Max(0, draft.Cells.Length - 1) - draft.InsertedBlanks.Count;

    // Indents, trailing blanks, blank lines, lines of marks: what no span covers, counted only where it is blank or a mark, so that lost
    // words show.
    private static (int Blanks, int Marks) CountOutside(SourceText source, List<Line> lines)
    {
        var covered = CoveredBy(lines);
        var (blanks, marks, at) = (0, 0, 0);
        for (var number = 1; number <= source.Lines.Length; number++)
        {
            var raw = source.Lines[number - 1];
            var from = 0;
            for (; at < covered.Count && covered[at].Number == number; at++)
            {
                Count(raw, from, covered[at].Start, ref blanks, ref marks);
                from = covered[at].End;
            }

            Count(raw, from, raw.Length, ref blanks, ref marks);
        }

        return (blanks, marks);
    }

    // In the order of the source: a line put together over a page number has a span after it.
    private static List<Stretch> CoveredBy(List<Line> lines)
    {
        var covered = new List<Stretch>(lines.Count);
        var isSorted = true;
        foreach (var line in lines)
        {
            var count = line.IsRow ? line.Cells!.Length : line.StretchCount;
            for (var i = 0; i < count; i++)
            {
                var stretch = line.IsRow ? line.Cells![i] : line.StretchAt(i);
                if (stretch.Start == stretch.End)
                {
                    // The cell that a row lacks covers nothing.
                    continue;
                }

                isSorted &= covered.Count == 0 || IsBefore(covered[^1], stretch);
                covered.Add(stretch);
            }
        }

        if (!isSorted)
        {
            covered.Sort((left, right) => IsBefore(left, right) ? -1 : IsBefore(right, left) ? 1 : 0);
        }

        return covered;
    }

    private static bool IsBefore(Stretch left, Stretch right) =>
        left.Number < right.Number || (left.Number == right.Number && left.Start < right.Start);

    private static void Count(string raw, int from, int to, ref int blanks, ref int marks)
    {
        for (var i = from; i < to;)
        {
            var mark = Marks.LengthAt(raw, i);
            mark = mark > 0 ? mark : Marks.FrameLengthAt(raw, i);
            marks += mark;
            blanks += mark == 0 && Glyphs.IsBlank(raw[i]) ? 1 : 0;
            i += Math.Max(1, mark);
        }
    }
}
