using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Looks for gaps in the numbering of headings and boxes (R-LEDGER-2).</summary>
internal static class Numbering
{
    /// <summary>Notes each gap.</summary>
    /// <returns>Whether the outline begins at its start and has no gap: a whole text and no fragment.</returns>
    public static bool Check(ImmutableArray<OutlineNode> nodes, ImmutableArray<Box> boxes, List<BlockDraft> drafts, ParseLog log)
    {
        var isComplete = CheckOutline(nodes, drafts, log);
        CheckBoxes(boxes, drafts, log);
        return isComplete;
    }

    private static bool CheckOutline(ImmutableArray<OutlineNode> nodes, List<BlockDraft> drafts, ParseLog log)
    {
        var isComplete = true;
        var last = new Dictionary<(int Parent, MarkerKind Kind), int>();
        var covers = new Queue<int>(Enumerable.Range(0, drafts.Count).Where(i => i > 0 && drafts[i].Kind == BlockKind.Cover && drafts[i - 1].Kind != BlockKind.Cover));
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

            // Chapters number on through the parts of a plan, and some items through its chapters; a heading may go on with items.
            var parent = isHeading ? nodes[node].Parent : drafts[i].Node;
            var before = last.GetValueOrDefault((parent, marker.Kind));
            var goesOn = marker.Ordinal == before + 1 || marker.Ordinal == lastAnywhere[(int)marker.Kind] + 1;
            if (isHeading && !goesOn)
            {
                isComplete = false;
                log.Add(drafts[i].Lines[0].Number, Rules.NumberGap, $"标题编号不连续：“{drafts[i].Marker}”之前应有第 {before + 1} 项。");
            }

            last[(parent, marker.Kind)] = marker.Ordinal;
            lastAnywhere[(int)marker.Kind] = marker.Ordinal;
        }

        return isComplete;
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
