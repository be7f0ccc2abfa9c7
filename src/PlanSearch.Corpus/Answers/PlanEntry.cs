using System.Collections.Immutable;
using PlanSearch.Corpus.Index;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Answers;

/// <summary>What a generation keeps in memory of each plan.</summary>
/// <param name="Number">The plan's number in the snapshot.</param>
/// <param name="Summary">The plan in a list.</param>
/// <param name="Extra">Its further columns.</param>
/// <param name="OrderKey">Its place in division order.</param>
internal sealed record PlanEntry(int Number, PlanSummary Summary, ImmutableSortedDictionary<string, string> Extra, string OrderKey)
{
    private const string Fragment = "节选";

    /// <summary>Whether the text is a fragment, so that absence proves nothing.</summary>
    public bool IsFragment => Summary.Completeness == Fragment;

    /// <summary>The names of the region from the province down, joined by "/"; empty when unknown.</summary>
    public string Region { get; } = string.Join('/', Summary.RegionPath);

    public static PlanEntry Of(int number, StoredPlan plan, PlanOrder order) =>
        new(number, Summarize(plan), plan.Metadata.Extra, order.KeyOf(plan.Id, plan.Metadata));

    /// <summary>Whether a plan with this metadata is cited as a fragment.</summary>
    public static bool IsCitedAsFragment(PlanMetadata metadata) => metadata.Completeness == Fragment;

    private static PlanSummary Summarize(StoredPlan plan)
    {
        var characters = 0;
        foreach (var (kind, count) in plan.Ledger.CharactersByKind)
        {
            characters += kind is BlockKind.Cover or BlockKind.Contents or BlockKind.Noise ? 0 : count;
        }

        var entries = 0;
        foreach (var block in plan.Blocks)
        {
            entries += block.Kind == BlockKind.BoxEntry ? 1 : 0;
        }

        return new PlanSummary
        {
            Id = plan.Id,
            Title = plan.Metadata.Title,
            ShortTitle = plan.Metadata.ShortTitle,
            DocumentNumber = plan.Metadata.DocumentNumber,
            RegionPath = plan.Metadata.RegionPath,
            Level = plan.Metadata.Level,
            Period = plan.Metadata.Period,
            Type = plan.Metadata.Type,
            Issuer = plan.Metadata.Issuer,
            Date = plan.Metadata.Date,
            State = plan.Metadata.State,
            Completeness = plan.Metadata.Completeness,
            File = plan.File,
            Characters = characters,
            Sections = plan.Nodes.Length - 1,
            Boxes = plan.Boxes.Length,
            Entries = entries,
            Warnings = plan.Ledger.Diagnostics.Length,
        };
    }
}
