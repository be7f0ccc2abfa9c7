using System.Collections.Immutable;

namespace PlanSearch.Plans;

/// <summary>A plan as structure: what the parser makes of a file. Never changes.</summary>
public sealed record PlanDocument
{
    /// <summary>The text it was read from.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The outline in reading order; index 0 is the root, so it is never empty.</summary>
    public required ImmutableArray<OutlineNode> Nodes { get; init; }

    /// <summary>All blocks in reading order, those that are not searched included; a footnote is where the source has it.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The boxes (专栏) in reading order.</summary>
    public required ImmutableArray<Box> Boxes { get; init; }

    /// <summary>The tables in reading order; <see cref="Block.Table"/> is an index here.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>The records in the reading order of their first blocks.</summary>
    public required ImmutableArray<PlanRecord> Records { get; init; }

    /// <summary>How sure it is that <see cref="Nodes"/> is the outline a reader sees; the ledger names it where it is in doubt.</summary>
    public OutlineConfidence Confidence { get; init; } = OutlineConfidence.Full;

    /// <summary>What became of the corrections of <see cref="Source"/>, in their order.</summary>
    public ImmutableArray<PlacedCorrection> Corrections { get; init; } = [];

    /// <summary>What the parse did and where it was unsure (入库报告).</summary>
    public required ParseLedger Ledger { get; init; }

    /// <summary>The headings from the outermost to the node at <paramref name="node"/>, as printed; empty for the root.</summary>
    /// <remarks>No two nodes have the same path: a heading that comes again under the same parent has its ordinal after it, 〔2〕.</remarks>
    public ImmutableArray<string> PathOf(int node)
    {
        var path = new List<string>();
        for (var at = node; at > 0; at = Nodes[at].Parent)
        {
            path.Add(RepeatOf(at) is var repeat and > 1 ? $"{Nodes[at].Heading}〔{repeat}〕" : Nodes[at].Heading);
        }

        path.Reverse();
        return [.. path];
    }

    /// <summary>
    /// The list items that enclose <paramref name="block"/>, the outermost first, each by its marker and lead (（一）完善路网); empty for most
    /// blocks.
    /// </summary>
    public ImmutableArray<string> ItemsOf(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var items = new List<string>();
        for (var at = block.Item; at >= 0; at = Blocks[at].Item)
        {
            items.Add(NameOf(Blocks[at]));
        }

        items.Reverse();
        return [.. items];
    }

    // An item without a lead has its first words.
    private static string NameOf(Block item)
    {
        const int longest = 20;
        var end = item.Lead.Length > 0 ? item.Lead.End : Math.Min(item.Text.Length, longest);
        return item.Text[..end].TrimEnd('。', '：', ':');
    }

    // The siblings of a node are between it and its parent.
    private int RepeatOf(int node)
    {
        var repeat = 1;
        for (var at = node - 1; at > Nodes[node].Parent; at--)
        {
            repeat += Nodes[at].Parent == Nodes[node].Parent && Nodes[at].Heading == Nodes[node].Heading ? 1 : 0;
        }

        return repeat;
    }
}
