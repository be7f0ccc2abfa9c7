using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Flow;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Corrections;

/// <summary>The boxes while corrections move their ends.</summary>
internal sealed class CorrectedBoxes(List<Line> lines, List<BoxDraft> boxes)
{
    /// <summary>A line was put in after <paramref name="index"/>.</summary>
    public void MoveOn(int index)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            var (title, end) = boxes[i];
            boxes[i] = new BoxDraft(title > index ? title + 1 : title, end.EndLine > index ? end with { EndLine = end.EndLine + 1 } : end);
        }
    }

    /// <summary>The box around a line, also around one that the page put into it; -1 where there is none.</summary>
    public int Around(int index) => boxes.FindLastIndex(draft => IsThere(draft) && draft.Title < index && index < draft.End.EndLine);

    /// <summary>A heading is at <paramref name="index"/>: the box it is in ends before it.</summary>
    public void EndBefore(int index)
    {
        if (lines[index].Box is >= 0 and var box)
        {
            GiveBack(box, index);
            boxes[box] = boxes[box] with { End = new BoxEnd(index, Rules.EndAtHeading, 1) };
        }
    }

    /// <summary>The box at <paramref name="index"/>, or the last one before it, ends with that line and what continues it.</summary>
    /// <returns>Why it cannot, in Chinese; null where it does.</returns>
    public string? EndAfter(int index)
    {
        var box = lines[index].Box >= 0 ? lines[index].Box : boxes.FindLastIndex(draft => IsThere(draft) && draft.Title < index);
        if (box < 0)
        {
            return "它之前没有专栏";
        }

        var end = index + 1;
        while (end < lines.Count && lines[end].Continues is not null)
        {
            end++;
        }

        if (end > boxes[box].End.EndLine && Widen(box, end) is { } fault)
        {
            return fault;
        }

        GiveBack(box, end);
        boxes[box] = boxes[box] with { End = new BoxEnd(end, Rules.ByHand, 1) };
        lines[index].Decide(Rules.ByHand);
        return null;
    }

    /// <summary>A title was none: what was under it is running text.</summary>
    public void Dissolve(int box)
    {
        GiveBack(box, boxes[box].Title);
        boxes[box] = boxes[box] with { Title = -1 };
    }

    /// <summary>Takes out the boxes that are none any more.</summary>
    public void Finish()
    {
        var numbers = new int[boxes.Count];
        var left = 0;
        for (var i = 0; i < boxes.Count; i++)
        {
            numbers[i] = left;
            left += IsThere(boxes[i]) ? 1 : 0;
        }

        foreach (var line in lines.Where(line => line.Box >= 0))
        {
            line.Box = numbers[line.Box];
        }

        boxes.RemoveAll(draft => !IsThere(draft));
    }

    private static bool IsThere(BoxDraft draft) => draft.Title >= 0;

    private string? Widen(int box, int end)
    {
        var start = boxes[box].End.EndLine;
        for (var i = start; i < end; i++)
        {
            if (lines[i].Kind is BlockKind.Heading or BlockKind.BoxTitle or BlockKind.Trailer)
            {
                return "它与前一专栏之间有标题、另一专栏或落款";
            }

            // What continued with the text before the box is within the box now.
            if (lines[i].Continues is { } before && before.Box != box && lines.IndexOf(before) < start)
            {
                lines[i].StandAlone();
            }
        }

        BoxInterior.Assign(lines, start, end, box);
        return null;
    }

    // The lines of a box from some line on are running text again.
    private void GiveBack(int box, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (lines[i].Box != box)
            {
                continue;
            }

            var line = lines[i];
            line.Box = -1;
            if (line.Continues is { Box: >= 0 })
            {
                line.StandAlone();
            }

            if (line.Table < 0)
            {
                line.Decide(Rules.ByHand, line.Continues?.Kind ?? KindOf(line));
            }
        }
    }

    private static BlockKind KindOf(Line line) =>
        line.Marker.Kind != MarkerKind.None && !line.Marker.IsStrong ? BlockKind.ListItem : BlockKind.Paragraph;
}
