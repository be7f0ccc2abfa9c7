using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PlanSearch.Plans;

namespace PlanSearch.Index.Stored;

/// <summary>A plan as it lies in the index, without the texts of its blocks.</summary>
public sealed record StoredPlan : PlanOrigin
{
    /// <summary>A plan from nothing.</summary>
    public StoredPlan()
    {
    }

    /// <summary>A plan of that origin with this structure.</summary>
    [SetsRequiredMembers]
    internal StoredPlan(
        PlanOrigin origin,
        ParseLedger ledger,
        ImmutableArray<OutlineNode> nodes,
        ImmutableArray<StoredBlock> blocks,
        ImmutableArray<Box> boxes,
        ImmutableArray<Table> tables,
        ImmutableArray<PlanRecord> records)
        : base(origin) => (Ledger, Nodes, Blocks, Boxes, Tables, Records) = (ledger, nodes, blocks, boxes, tables, records);

    /// <summary>What the parser did, and where it was unsure.</summary>
    public required ParseLedger Ledger { get; init; }

    /// <summary>The outline; index 0 is the root.</summary>
    public required ImmutableArray<OutlineNode> Nodes { get; init; }

    /// <summary>The blocks in reading order.</summary>
    public required ImmutableArray<StoredBlock> Blocks { get; init; }

    /// <summary>The boxes in reading order; <see cref="StoredBlock.Box"/> is an index here.</summary>
    public required ImmutableArray<Box> Boxes { get; init; }

    /// <summary>The tables in reading order; <see cref="StoredBlock.Table"/> is an index here.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>The records, in the order of their first blocks; <see cref="StoredBlock.Record"/> is an index here.</summary>
    public required ImmutableArray<PlanRecord> Records { get; init; }

    /// <summary>Anchors it had when it was cut otherwise, the oldest first: links and numbers of then still hold.</summary>
    public ImmutableArray<FormerAnchor> FormerAnchors { get; init; } = [];
}

/// <summary>A block without its text; the members are those of <see cref="Block"/>.</summary>
public sealed record StoredBlock
{
    /// <inheritdoc cref="Block.Kind"/>
    public required BlockKind Kind { get; init; }

    /// <inheritdoc cref="Block.Node"/>
    public required int Node { get; init; }

    /// <inheritdoc cref="Block.Box"/>
    public required int Box { get; init; }

    /// <inheritdoc cref="Block.Table"/>
    public required int Table { get; init; }

    /// <inheritdoc cref="Block.Record"/>
    public required int Record { get; init; }

    /// <inheritdoc cref="Block.Entry"/>
    public required int Entry { get; init; }

    /// <inheritdoc cref="Block.Paragraph"/>
    public required int Paragraph { get; init; }

    /// <inheritdoc cref="Block.Depth"/>
    public required int Depth { get; init; }

    /// <inheritdoc cref="Block.Marker"/>
    public required string Marker { get; init; }

    /// <inheritdoc cref="Block.Lead"/>
    public required TextRange Lead { get; init; }

    /// <inheritdoc cref="Block.Cells"/>
    public required ImmutableArray<TextRange> Cells { get; init; }

    /// <inheritdoc cref="Block.Page"/>
    public required int? Page { get; init; }

    /// <summary>Where lines begin in the text: (offset, source line), rising; the first offset is 0.</summary>
    public required ImmutableArray<(int Start, int Line)> Lines { get; init; }

    /// <summary>板块 of the node it is in.</summary>
    public required PlanSection Section { get; init; }

    /// <summary>
    /// How many blocks of the plan up to and with this one have its words: 1 unless it repeats another. With the text it makes the block's
    /// <see cref="BlockAnchor"/>.
    /// </summary>
    public required int Repeat { get; init; }
}
