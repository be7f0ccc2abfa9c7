using System.Collections.Immutable;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.ForReading;

/// <summary>A plan -> the plan for reading, its mentions marked.</summary>
public static class PlanForReading
{
    /// <summary>A plan whole, its mentions of the request's query marked; an empty query marks nothing.</summary>
    public static Outcome<PlanReading> Read(
        CollectionReader reader, string planId, SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        var (entry, unknown) = reader.View.Find(planId);
        if (entry is null)
        {
            return unknown!;
        }

        if (string.IsNullOrWhiteSpace(request.Query))
        {
            return Read(reader.View, entry, []);
        }

        // Only this plan's mentions are asked for; nothing is counted.
        var (inquiry, fault) = reader.Ask(request, cancellationToken);
        return inquiry is null ? fault! : Read(reader.View, entry, inquiry.Counted.ReadMentions([entry.Number])[0]);
    }

    private static PlanReading Read(CorpusView view, PlanEntry entry, Mention[] mentions)
    {
        var text = new PlanText(view.Snapshot, entry);
        return new PlanReading
        {
            Plan = entry.Summary,
            Nodes = Nodes(text, mentions),
            Blocks = Blocks(text, mentions),
            Boxes = text.Plan.Boxes,
            Tables = text.Plan.Tables,
            Mentions = mentions.Length,
        };
    }

    private static ImmutableArray<ReadingNode> Nodes(PlanText text, Mention[] mentions)
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

    private static ImmutableArray<ReadingBlock> Blocks(PlanText text, Mention[] mentions)
    {
        var blocks = ImmutableArray.CreateBuilder<ReadingBlock>(text.Plan.Blocks.Length);
        var at = 0;
        for (var number = 0; number < text.Plan.Blocks.Length; number++)
        {
            var marks = ImmutableArray.CreateBuilder<TextRange>();
            for (; at < mentions.Length && mentions[at].Block == number; at++)
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
            FormerFragments = text.FormerFragments(number, marks),
        };
    }
}
