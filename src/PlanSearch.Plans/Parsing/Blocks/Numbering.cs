using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Looks for gaps in the numbering of headings and boxes (R-LEDGER-2).</summary>
internal static class Numbering
{
    private const int MinUnits = 8;
    private const double MostlyStops = 0.8;

    /// <summary>Notes each gap.</summary>
    /// <returns>
    /// Whether the outline begins at its start, has no gap that the file itself has, and the text does not break off: a whole text and no
    /// fragment.
    /// </returns>
    public static bool Check(ImmutableArray<OutlineNode> nodes, ImmutableArray<Box> boxes, List<BlockDraft> drafts, ParseLog log)
    {
        var isComplete = CheckOutline(nodes, drafts, log);
        CheckBoxes(boxes, drafts, log);
        return isComplete & !CheckEnd(drafts, log);
    }

    private static bool CheckOutline(ImmutableArray<OutlineNode> nodes, List<BlockDraft> drafts, ParseLog log)
    {
        var isComplete = true;
        var last = new Dictionary<(int Parent, MarkerKind Kind), int>();
        var covers = new Queue<int>(
            Enumerable.Range(0, drafts.Count)
                .Where(i => i > 0 && drafts[i].Kind == BlockKind.Cover && drafts[i - 1].Kind != BlockKind.Cover));
        var lastAnywhere = new int[(int)MarkerKind.Bullet + 1];
        var node = 0;
        for (var i = 0; i < drafts.Count; i++)
        {
            if (covers.TryPeek(out var cover) && cover == i)
            {
                // R-FRONT-7: a further document counts from its own start.
                covers.Dequeue();
                last.Clear();
            }

            var isHeading = drafts[i].Kind == BlockKind.Heading;
            node += isHeading ? 1 : 0;
            if (!isHeading && drafts[i].Kind != BlockKind.ListItem)
            {
                continue;
            }

            var marker = MarkerReader.Read(drafts[i].Marker);
            if (marker.Kind is MarkerKind.None or > MarkerKind.BracketedIdeograph)
            {
                continue;
            }

            // Chapters number on through the parts of a plan, and some items through its chapters; a heading may continue items.
            var parent = isHeading ? nodes[node].Parent : drafts[i].Node;
            var before = last.GetValueOrDefault((parent, marker.Kind));
            var goesOn = marker.Ordinal == before + 1 || marker.Ordinal == lastAnywhere[(int)marker.Kind] + 1;
            if (isHeading && !goesOn)
            {
                var isPrinted = IsPrinted(drafts, i, marker.Kind, before + 1);
                isComplete &= isPrinted;
                log.Add(drafts[i].Lines[0].Number, Rules.NumberGap, isPrinted
                    ? $"标题编号不连续：“{drafts[i].Marker}”之前的第 {before + 1} 项在正文中，未列入大纲。"
                    : $"标题编号不连续：“{drafts[i].Marker}”之前应有第 {before + 1} 项。");
            }

            last[(parent, marker.Kind)] = marker.Ordinal;
            lastAnywhere[(int)marker.Kind] = marker.Ordinal;
        }

        return isComplete;
    }

    // Whether the number is in the text before the heading after all: then the outline has lost it, not the file.
    private static bool IsPrinted(List<BlockDraft> drafts, int heading, MarkerKind kind, int ordinal)
    {
        var openers = new List<Opener>();
        for (var i = heading - 1; i >= 0 && !(drafts[i].Kind == BlockKind.Heading
            && drafts[i].Lines[0].Level is not MarkerKind.None and var level && level <= kind); i--)
        {
            foreach (var stretch in drafts[i] is { Box: < 0, Table: < 0 } ? drafts[i].Lines.SelectMany(line => line.Stretches) : [])
            {
                Opener.AddAll(openers, stretch.Number, stretch.Span);
            }
        }

        return openers.Exists(opener => opener.Kind == kind && opener.Ordinal == ordinal);
    }

    // R-LEDGER-4: the last unit breaks off. A short line without number may be a signature, and a closing bracket ends a note.
    private static bool CheckEnd(List<BlockDraft> drafts, ParseLog log)
    {
        var units = drafts.FindAll(draft => draft.Kind is BlockKind.Paragraph or BlockKind.ListItem);
        var last = drafts.FindLast(draft => draft.Kind is not (BlockKind.Noise or BlockKind.Footnote));
        if (units.Count < MinUnits || last != units[^1] || Sentence.EndOf(last.Text) != Ending.Open || Glyphs.IsCloser(last.Text[^1])
            || (last.Marker.Length == 0 && last.Text.Length <= Measures.Caption && last.Text.AsSpan().IndexOfAny("，。；") < 0)
            || units.Count(unit => Sentence.EndOf(unit.Text) == Ending.Stop) < MostlyStops * units.Count)
        {
            return false;
        }

        log.Add(last.Lines[^1].Number, Rules.CutText, "正文在句中中断，原文不全。");
        return true;
    }

    // A missing box title does not make a text a fragment: its entries may be there all the same.
    private static void CheckBoxes(ImmutableArray<Box> boxes, List<BlockDraft> drafts, ParseLog log)
    {
        var before = 0;
        foreach (var box in boxes)
        {
            var label = box.Label.AsSpan().TrimStart("【专栏 ");
            var (value, length) = Numerals.ReadArabic(label, 0);
            if (length == 0 || length != label.Length)
            {
                continue;
            }

            if (before > 0 && value != before + 1)
            {
                log.Add(drafts[box.FirstBlock].Lines[0].Number, Rules.BoxGap, $"专栏编号不连续：{box.Label}之前是专栏{before}。");
            }

            before = value;
        }
    }
}
