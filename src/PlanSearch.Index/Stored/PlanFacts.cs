using System.Diagnostics.CodeAnalysis;
using PlanSearch.Plans;

namespace PlanSearch.Index.Stored;

/// <summary>What is known of a plan as a whole, read without its structure: enough to list, filter and order it.</summary>
public sealed record PlanFacts : PlanOrigin
{
    /// <summary>Facts from nothing.</summary>
    public PlanFacts()
    {
    }

    [SetsRequiredMembers]
    private PlanFacts(StoredPlan plan)
        : base(plan)
    {
        Characters = SearchedCharacters(plan);
        Sections = plan.Nodes.Length - 1;
        Boxes = plan.Boxes.Length;
        Entries = EntriesOf(plan);
        Warnings = plan.Ledger.Diagnostics.Length;
    }

    /// <summary>Characters that are searched: not those of cover, contents and noise.</summary>
    public required int Characters { get; init; }

    /// <summary>Outline nodes, the root left out.</summary>
    public required int Sections { get; init; }

    /// <summary>How many 专栏 were found in it.</summary>
    public required int Boxes { get; init; }

    /// <summary>Entries of all its boxes together.</summary>
    public required int Entries { get; init; }

    /// <summary>Diagnostics in its ledger.</summary>
    public required int Warnings { get; init; }

    /// <summary>Counts them; neither texts nor files are read.</summary>
    public static PlanFacts Of(StoredPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanFacts(plan);
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
