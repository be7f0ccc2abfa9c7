using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Web.Pages.Views;

/// <summary>Which plans of the collection are listed; empty fields do not narrow.</summary>
/// <remarks>A value that no plan has lists none: unlike a search, a list says so by being empty.</remarks>
public sealed record PlansFilter
{
    /// <summary>Words the title holds.</summary>
    public string Title { get; init; } = "";

    /// <summary>A division as a path, names joined by "/"; holds for all below it.</summary>
    public string Region { get; init; } = "";

    /// <summary>层级.</summary>
    public string Level { get; init; } = "";

    /// <summary>时期.</summary>
    public string Period { get; init; } = "";

    /// <summary>类型.</summary>
    public string Type { get; init; } = "";

    /// <summary>正式, 草案, ….</summary>
    public string State { get; init; } = "";

    /// <summary>全文 or 节选.</summary>
    public string Text { get; init; } = "";

    /// <summary>outline, tables or metadata: only plans of which that is confirmed.</summary>
    public string Confirmed { get; init; } = "";

    /// <summary>date, title, or empty for division order.</summary>
    public string Sort { get; init; } = "";

    /// <summary>Only plans whose ledger has notes.</summary>
    public bool WithNotes { get; init; }

    /// <summary>The filter that the parameters of an address say.</summary>
    public static PlansFilter From(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new PlansFilter
        {
            Title = Value("title"),
            Region = Value("region"),
            Level = PlanLevels.Today(Value("level")),
            Period = Value("period"),
            Type = PlanTypes.Today(Value("type")),
            State = Value("state"),
            Text = Value("text"),
            Confirmed = Value("confirmed"),
            Sort = Value("sort") is ("date" or "title") and var sort ? sort : "",
            WithNotes = Value("notes") == "true",
        };

        string Value(string name) => ((string?)query[name] ?? "").Trim();
    }

    /// <summary>The parameters that say it; none for a filter that does not narrow.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Parameters => new KeyValuePair<string, string?>[]
    {
        new("title", Title), new("region", Region), new("level", Level), new("period", Period), new("type", Type), new("state", State),
        new("text", Text), new("confirmed", Confirmed), new("notes", WithNotes ? "true" : ""), new("sort", Sort),
    }.Where(pair => pair.Value!.Length > 0);

    /// <summary>The plans that fit, in the order asked for, else as they come.</summary>
    public ImmutableArray<PlanSummary> Of(ImmutableArray<PlanSummary> plans) => Sort switch
    {
        "date" => [.. PlanSorting.ByDate(plans.Where(Fits))],
        "title" => [.. PlanSorting.ByTitle(plans.Where(Fits))],
        _ => [.. plans.Where(Fits)],
    };

    private bool Fits(PlanSummary plan) =>
        Holds(plan.Title, Title)
        && IsUnder(RegionOf(plan), Region)
        && Is(plan.Level, Level)
        && Is(plan.Period, Period)
        && Is(plan.Type, Type)
        && Is(plan.State, State)
        && Is(plan.Completeness, Text)
        && (Confirmed.Length == 0 || plan.IsConfirmed(Confirmed))
        && (!WithNotes || plan.Warnings > 0);

    /// <summary>A plan's region as <see cref="Region"/> names it.</summary>
    internal static string RegionOf(PlanSummary plan) => string.Join('/', plan.RegionPath);

    private static bool Holds(string title, string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => title.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string value, string wanted) => wanted.Length == 0 || value == wanted;

    private static bool IsUnder(string path, string wanted) =>
        wanted.Length == 0 || path == wanted || path.StartsWith(wanted + "/", StringComparison.Ordinal);
}
