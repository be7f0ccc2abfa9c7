using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Flow;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Box and table records from the drafts that carry their indexes.</summary>
internal static class BoxBuilder
{
    /// <summary>Builds the boxes and numbers their entries.</summary>
    public static ImmutableArray<Box> BuildBoxes(List<BlockDraft> drafts, List<Line> lines, List<BoxDraft> boxes, ParseLog log)
    {
        var built = ImmutableArray.CreateBuilder<Box>(boxes.Count);
        var ranges = Ranges(drafts, boxes.Count, draft => draft.Box);
        for (var i = 0; i < boxes.Count; i++)
        {
            var (first, end) = ranges[i];
            var title = drafts[first].Text;
            var parts = BoxTitle.Read(title);
            var label = parts.IsTitle ? WithoutBlanks(title[..parts.LabelEnd]) : "";
            var words = parts.IsTitle ? title[parts.TitleStart..] : title;
            var entry = 0;
            for (var at = first; at < end; at++)
            {
                if (drafts[at].Box == i && drafts[at].Kind == BlockKind.BoxEntry)
                {
                    drafts[at].Entry = ++entry;
                }
            }

            var close = boxes[i].End;
            built.Add(new Box(i + 1, label, words, drafts[first].Node, first, end, close.Rule.Id, close.Confidence));
            if (close.Confidence < Box.DoubtBelow)
            {
                log.Add(
                    lines[boxes[i].Title].Number,
                    close.Rule,
                    $"{(label.Length > 0 ? label : "专栏")}的结束位置不能确定，按此规则判定，把握 {close.Confidence:0.0}。");
            }
        }

        return built.ToImmutable();
    }

    /// <summary>Builds the tables: caption, columns, range.</summary>
    public static ImmutableArray<Table> BuildTables(List<BlockDraft> drafts, ImmutableArray<Box> boxes, int count)
    {
        var built = ImmutableArray.CreateBuilder<Table>(count);
        foreach (var (first, end) in Ranges(drafts, count, draft => draft.Table))
        {
            var box = drafts[first].Box;
            var caption = drafts[first].Kind == BlockKind.TableCaption ? drafts[first].Text : box >= 0 ? boxes[box].Title : "";
            built.Add(new Table(caption, drafts[first].Node, box, first, end, ColumnNames.Read(drafts, first, end)));
        }

        return built.ToImmutable();
    }

    private static (int First, int End)[] Ranges(List<BlockDraft> drafts, int count, Func<BlockDraft, int> indexOf)
    {
        var ranges = new (int First, int End)[count];
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            if (indexOf(drafts[i]) is var index and >= 0)
            {
                ranges[index] = (i, Math.Max(ranges[index].End, i + 1));
            }
        }

        return ranges;
    }

    private static string WithoutBlanks(string label) => label.Replace(" ", "", StringComparison.Ordinal);
}
