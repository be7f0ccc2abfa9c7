using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Corpus.Index;

/// <summary>A plan as it lies in the index, without the texts of its blocks.</summary>
public sealed record StoredPlan
{
    /// <summary>Its path under its root without extension, "/" as "~".</summary>
    public required string Id { get; init; }

    /// <summary>The root it was found under, as given to the ingest, made absolute.</summary>
    public required string Root { get; init; }

    /// <summary>Its file under the root, with "/".</summary>
    public required string File { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the bytes, then of the sidecar if there is one, a ":", and of what a metadata table says: decides whether the file is read again. Hexadecimal.</summary>
    public required string FileDigest { get; init; }

    /// <summary>SHA-256 of the decoded text with LF: the same for every encoding and line end. Hexadecimal.</summary>
    public required string TextDigest { get; init; }

    /// <summary>SHA-256 of the logical text, block by block: the same plan under two ids has the same. Hexadecimal.</summary>
    public required string LogicalDigest { get; init; }

    /// <summary>Name of the encoding.</summary>
    public required string Encoding { get; init; }

    /// <summary>Why that encoding.</summary>
    public required string EncodingReason { get; init; }

    /// <summary>What the file is: 纯文本, Markdown, HTML, Word（docx）, OFD, PDF, ….</summary>
    public required string Format { get; init; }

    /// <summary>The program that took part in reading it, with its version; empty when none did.</summary>
    public required string Program { get; init; }

    /// <summary>What is known of the plan.</summary>
    public required PlanMetadata Metadata { get; init; }

    /// <summary>What the parser did.</summary>
    public required ParseLedger Ledger { get; init; }

    /// <summary>The outline; index 0 is the root.</summary>
    public required ImmutableArray<OutlineNode> Nodes { get; init; }

    /// <summary>The blocks in reading order.</summary>
    public required ImmutableArray<StoredBlock> Blocks { get; init; }

    /// <summary>The boxes.</summary>
    public required ImmutableArray<Box> Boxes { get; init; }

    /// <summary>The tables.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>The records.</summary>
    public required ImmutableArray<PlanRecord> Records { get; init; }
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

    /// <summary>板块 of the node it stands in.</summary>
    public required PlanSection Section { get; init; }

    /// <summary>How many blocks of the plan up to and with this one have its words: 1 unless it repeats another. With the text it makes the block's <see cref="BlockAnchor"/>.</summary>
    public required int Repeat { get; init; }
}
