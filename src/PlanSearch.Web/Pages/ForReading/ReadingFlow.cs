using PlanSearch.Answers.ForReading;
using PlanSearch.Plans;

namespace PlanSearch.Web.Pages.ForReading;

/// <summary>A span of a plan as the page sets it: a single block, a box, a table, or a run that is folded away.</summary>
public abstract record FlowPart
{
    private FlowPart()
    {
    }

    /// <summary>One block set by its kind.</summary>
    /// <param name="Block">The block.</param>
    public sealed record Single(ReadingBlock Block) : FlowPart;

    /// <summary>A 专栏 with all that is in it.</summary>
    /// <param name="Box">The box.</param>
    /// <param name="Parts">Its parts, its title first.</param>
    public sealed record Boxed(Box Box, IReadOnlyList<FlowPart> Parts) : FlowPart;

    /// <summary>
    /// A table; what is between its rows without belonging to it (a footnote, a page mark) follows it as parts of its own.
    /// </summary>
    /// <param name="Table">The table.</param>
    /// <param name="Blocks">Its caption, rows and notes.</param>
    public sealed record Tabled(Table Table, IReadOnlyList<ReadingBlock> Blocks) : FlowPart;

    /// <summary>Cover or contents page: read, counted, not searched.</summary>
    /// <param name="Kind">Which of the two.</param>
    /// <param name="Blocks">Its lines.</param>
    public sealed record Folded(BlockKind Kind, IReadOnlyList<ReadingBlock> Blocks) : FlowPart;
}

/// <summary>Blocks in reading order -> the parts the page sets.</summary>
internal sealed class ReadingFlow
{
    private readonly PlanReading _reading;

    private ReadingFlow(PlanReading reading) => _reading = reading;

    /// <summary>The parts of a whole plan; every block is in exactly one.</summary>
    public static IReadOnlyList<FlowPart> Of(PlanReading reading) =>
        new ReadingFlow(reading).Parts(0, reading.Blocks.Length, insideBox: false);

    private List<FlowPart> Parts(int from, int end, bool insideBox)
    {
        var parts = new List<FlowPart>();
        for (var at = from; at < end;)
        {
            at = TakePart(parts, at, end, insideBox);
        }

        return parts;
    }

    private int TakePart(List<FlowPart> parts, int at, int end, bool insideBox)
    {
        var block = _reading.Blocks[at];
        if (!insideBox && block.Box >= 0)
        {
            var box = _reading.Boxes[block.Box];
            var boxEnd = Math.Clamp(box.EndBlock, at + 1, end);
            parts.Add(new FlowPart.Boxed(box, Parts(at, boxEnd, insideBox: true)));
            return boxEnd;
        }

        if (block.Table >= 0)
        {
            var table = _reading.Tables[block.Table];
            var tableEnd = Math.Clamp(table.EndBlock, at + 1, end);
            var all = _reading.Blocks[at..tableEnd];
            parts.Add(new FlowPart.Tabled(table, [.. all.Where(one => one.Table == block.Table)]));
            parts.AddRange(all.Where(one => one.Table != block.Table).Select(one => new FlowPart.Single(one)));
            return tableEnd;
        }

        if (block.Kind is BlockKind.Cover or BlockKind.Contents)
        {
            var run = _reading.Blocks.Skip(at).Take(end - at).TakeWhile(one => one.Kind == block.Kind).ToList();
            parts.Add(new FlowPart.Folded(block.Kind, run));
            return at + run.Count;
        }

        parts.Add(new FlowPart.Single(block));
        return at + 1;
    }
}
