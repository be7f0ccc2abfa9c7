using System.Collections.Immutable;
using PlanSearch.Engine.Search;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Answers;

/// <summary>A plan -> the plan for reading, its mentions marked.</summary>
internal static class PlanReader
{
    /// <param name="view">The generation.</param>
    /// <param name="entry">The plan.</param>
    /// <param name="inquiry">What is marked; null marks nothing.</param>
    /// <param name="cancellationToken">Looked at while mentions are found.</param>
    public static PlanReading Read(CorpusView view, PlanEntry entry, Inquiry? inquiry, CancellationToken cancellationToken)
    {
        var text = new PlanText(view.Snapshot, entry);
        var mentions = new List<Mention>();
        inquiry?.View.Snapshot.Mentions(inquiry.EngineQuery, inquiry.Filters.Blocks, entry.Number, mentions, cancellationToken);
        return new PlanReading
        {
            Plan = entry.Summary,
            Nodes = Nodes(text, mentions),
            Blocks = Blocks(text, mentions),
            Boxes = text.Plan.Boxes,
            Tables = text.Plan.Tables,
            Mentions = mentions.Count,
        };
    }

    private static ImmutableArray<ReadingNode> Nodes(PlanText text, List<Mention> mentions)
    {
        var plan = text.Plan;
        var counts = new int[plan.Nodes.Length];
        foreach (var mention in mentions)
        {
            for (var node = plan.Blocks[mention.Block].Node; node >= 0; node = plan.Nodes[node].Parent)
            {
                counts[node]++;
            }
        }

        return [.. plan.Nodes.Select((node, at) => new ReadingNode(
            node.Parent, node.Depth, node.Heading, text.AnchorOf(node.Block), counts[at]))];
    }

    private static ImmutableArray<ReadingBlock> Blocks(PlanText text, List<Mention> mentions)
    {
        var blocks = ImmutableArray.CreateBuilder<ReadingBlock>(text.Plan.Blocks.Length);
        var at = 0;
        for (var number = 0; number < text.Plan.Blocks.Length; number++)
        {
            var marks = ImmutableArray.CreateBuilder<TextRange>();
            for (; at < mentions.Count && mentions[at].Block == number; at++)
            {
                marks.Add(new TextRange(mentions[at].Start, mentions[at].Length));
            }

            blocks.Add(Block(text, number, marks.ToImmutable()));
        }

        return blocks.ToImmutable();
    }

    private static ReadingBlock Block(PlanText text, int number, ImmutableArray<TextRange> marks)
    {
        var block = text.Plan.Blocks[number];
        return new ReadingBlock
        {
            Kind = block.Kind,
            Anchor = text.AnchorOf(number),
            Text = text.BlockText(number),
            Marks = marks,
            Cells = block.Cells,
            Lead = block.Lead,
            Node = block.Node,
            Box = block.Box,
            Table = block.Table,
            Depth = block.Depth,
            Place = text.PlaceOf(number, 0),
        };
    }
}
