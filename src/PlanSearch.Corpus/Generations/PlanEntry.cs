using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Generations;

/// <summary>What a generation keeps in memory of each plan.</summary>
/// <param name="Number">The plan's number in the snapshot.</param>
/// <param name="Summary">The plan in a list.</param>
/// <param name="Traits">What it is told apart by.</param>
/// <param name="OrderKey">Its place in division order.</param>
internal sealed record PlanEntry(int Number, PlanSummary Summary, PlanTraits Traits, string OrderKey)
{
    private const string Fragment = "节选";

    /// <summary>Whether the text is a fragment, so that absence proves nothing.</summary>
    public bool IsFragment { get; } = Summary.Completeness == Fragment;

    /// <summary>The names of the region from the province down, joined by "/"; empty when unknown.</summary>
    public string Region { get; } = string.Join('/', Summary.RegionPath);

    /// <summary>The plan as lists of an answer name it.</summary>
    public PlanName Name { get; } = new(
        Summary.Id, Summary.ShortTitle, string.Join('/', Summary.RegionPath), Summary.Level, Summary.Period);

    public static PlanEntry Of(int number, PlanFacts facts) => new(number, Summarize(facts), PlanTraits.Of(facts), facts.OrderKey);

    /// <summary>The plan with what tells it from others of its title behind its short title.</summary>
    public PlanEntry Told(string apart) =>
        new(Number, Summary with { ShortTitle = $"{Summary.ShortTitle}（{apart}）", Apart = apart }, Traits, OrderKey);

    /// <summary>Whether it is 节选: its citations then say that the text is not whole.</summary>
    public static bool IsCitedAsFragment(PlanMetadata metadata) => metadata.Completeness == Fragment;

    private static PlanSummary Summarize(PlanFacts facts) => new()
    {
        Id = facts.Id,
        Title = facts.Metadata.Title,
        ShortTitle = facts.Metadata.ShortTitle,
        DocumentNumber = facts.Metadata.DocumentNumber,
        RegionPath = facts.Metadata.RegionPath,
        Level = facts.Metadata.Level,
        Period = facts.Metadata.Period,
        Type = facts.Metadata.Type,
        Issuer = facts.Metadata.Issuer,
        Date = facts.Metadata.Date,
        State = facts.Metadata.State,
        Completeness = facts.Metadata.Completeness,
        File = facts.File,
        Characters = facts.Characters,
        Sections = facts.Sections,
        Boxes = facts.Boxes,
        Entries = facts.Entries,
        Warnings = facts.Warnings,
        Outline = facts.Outline,
        Confirmations = ConfirmationEntry.AllOf(facts),
    };
}
