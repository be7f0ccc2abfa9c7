using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Index;

/// <summary>What is known of a plan as a whole, read without its structure: enough to list, filter and order it.</summary>
public sealed record PlanFacts
{
    /// <inheritdoc cref="StoredPlan.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="StoredPlan.Root"/>
    public required string Root { get; init; }

    /// <inheritdoc cref="StoredPlan.File"/>
    public required string File { get; init; }

    /// <inheritdoc cref="StoredPlan.Bytes"/>
    public required long Bytes { get; init; }

    /// <inheritdoc cref="StoredPlan.FileDigest"/>
    public required string FileDigest { get; init; }

    /// <inheritdoc cref="StoredPlan.TextDigest"/>
    public required string TextDigest { get; init; }

    /// <inheritdoc cref="StoredPlan.LogicalDigest"/>
    public required string LogicalDigest { get; init; }

    /// <inheritdoc cref="StoredPlan.Encoding"/>
    public required string Encoding { get; init; }

    /// <inheritdoc cref="StoredPlan.EncodingReason"/>
    public required string EncodingReason { get; init; }

    /// <inheritdoc cref="StoredPlan.Format"/>
    public required string Format { get; init; }

    /// <inheritdoc cref="StoredPlan.Program"/>
    public required string Program { get; init; }

    /// <inheritdoc cref="StoredPlan.Metadata"/>
    public required PlanMetadata Metadata { get; init; }

    /// <summary>Characters that are searched: not those of cover, contents and noise.</summary>
    public required int Characters { get; init; }

    /// <summary>Outline nodes, the root left out.</summary>
    public required int Sections { get; init; }

    /// <summary>Boxes.</summary>
    public required int Boxes { get; init; }

    /// <summary>Entries of boxes.</summary>
    public required int Entries { get; init; }

    /// <summary>Diagnostics in its ledger.</summary>
    public required int Warnings { get; init; }

    /// <summary>The facts of a plan.</summary>
    public static PlanFacts Of(StoredPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanFacts
        {
            Id = plan.Id,
            Root = plan.Root,
            File = plan.File,
            Bytes = plan.Bytes,
            FileDigest = plan.FileDigest,
            TextDigest = plan.TextDigest,
            LogicalDigest = plan.LogicalDigest,
            Encoding = plan.Encoding,
            EncodingReason = plan.EncodingReason,
            Format = plan.Format,
            Program = plan.Program,
            Metadata = plan.Metadata,
            Characters = SearchedCharacters(plan),
            Sections = plan.Nodes.Length - 1,
            Boxes = plan.Boxes.Length,
            Entries = EntriesOf(plan),
            Warnings = plan.Ledger.Diagnostics.Length,
        };
    }

    private static int SearchedCharacters(StoredPlan plan)
    {
        var characters = 0;
        foreach (var (kind, count) in plan.Ledger.CharactersByKind)
        {
            characters += kind is BlockKind.Cover or BlockKind.Contents or BlockKind.Noise ? 0 : count;
        }

        return characters;
    }

    private static int EntriesOf(StoredPlan plan)
    {
        var entries = 0;
        foreach (var block in plan.Blocks)
        {
            entries += block.Kind == BlockKind.BoxEntry ? 1 : 0;
        }

        return entries;
    }
}
