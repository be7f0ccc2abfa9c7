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
        var blanks = text.BlanksRemoved + BlanksOutside(source, lines);
        return new ParseLedger
        {
            Lines = source.Lines.Length,
            Characters = characters,
            CharactersByKind = byKind.ToImmutableSortedDictionary(),
            BlanksRemoved = blanks,
            MarksRemoved = text.MarksRemoved,
            CharactersUnplaced = characters - byKind.Values.Sum() - blanks - text.MarksRemoved,
            Joins = joins,
            Boxes = boxes.Length,
            Tables = tables,
            IsComplete = isComplete,
            Diagnostics = log.ToImmutable(),
        };
    }

    // TABs between cells and blanks put between rejoined pieces are in the text, but are no words of the source.
    private static int CountPlaced(BlockDraft draft)
    {
        var count = draft.Text.Length - Math.Max(0, draft.Cells.Length - 1);
        for (var i = 0; i < draft.Pieces.Length; i++)
        {
            var piece = draft.Pieces[i];
            var end = (i + 1 < draft.Pieces.Length ? draft.Pieces[i + 1].Start : draft.Text.Length) - piece.Start + piece.Column;
            count -= Math.Max(0, end - EndOf(draft, piece.Line));
        }

        return count;
    }

    private static int EndOf(BlockDraft draft, int number)
    {
        foreach (var line in draft.Lines)
        {
            if (line.Number == number)
            {
                return Math.Max(line.End, line.CellsEnd);
            }
        }

        return int.MaxValue;
    }

    // Indents, trailing blanks and blank lines: what no stretch covers, counted only where it is blank, so that lost words show.
    private static int BlanksOutside(SourceText source, List<Line> lines)
    {
        var (count, at) = (0, 0);
        for (var number = 1; number <= source.Lines.Length; number++)
        {
            var raw = source.Lines[number - 1];
            var from = 0;
            for (; at < lines.Count && lines[at].Number == number; at++)
            {
                var (start, end) = Covered(lines[at]);
                count += CountBlanks(raw, from, start);
                from = end;
            }

            count += CountBlanks(raw, from, raw.Length);
        }

        return count;
    }

    private static (int Start, int End) Covered(Line line) =>
        line.Kind is BlockKind.TableHeader or BlockKind.TableGroup or BlockKind.TableRow ? (line.CellsStart, line.CellsEnd) : (line.Start, line.End);

    private static int CountBlanks(string raw, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            count += Glyphs.IsBlank(raw[i]) ? 1 : 0;
        }

        return count;
    }
}
