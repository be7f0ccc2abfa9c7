using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.Collection;

/// <summary>What the list of plans shows.</summary>
/// <param name="All">The whole collection.</param>
/// <param name="Filter">What it is narrowed to.</param>
public sealed record PlansModel(ImmutableArray<PlanSummary> All, PlansFilter Filter)
{
    /// <summary>Those of the collection that the filter leaves, over all pages.</summary>
    public ImmutableArray<PlanSummary> Listed { get; } = Filter.Of(All);

    /// <summary>How many plans a page lists.</summary>
    public const int PageSize = 200;

    /// <summary>The page that is shown, from 1: the one with the plan whose forms are shown, else the one asked for.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Listed.Length + PageSize - 1) / PageSize);

    /// <summary>Those of the page that is shown, at most <see cref="PageSize"/>.</summary>
    public IEnumerable<PlanSummary> Shown => Listed.Skip((Page - 1) * PageSize).Take(PageSize);

    /// <summary>The plan whose forms are shown; empty for none.</summary>
    public string Edited { get; init; } = "";

    /// <summary>What is known of it; null when no plan is edited.</summary>
    public PlanMetadata? Metadata { get; init; }

    /// <summary>What was done last, by the words of its form, and to which plan; empty for nothing.</summary>
    public (string Action, string Plan) Done { get; init; } = ("", "");

    /// <summary>Why the form that was sent changed nothing; null when none was sent.</summary>
    public RequestFault? Fault { get; init; }

    /// <summary>The fields of the form that was sent; null when none was.</summary>
    public IReadOnlyDictionary<string, string>? Sent { get; init; }

    /// <summary>Every step of every division's path, a parent before what lies below it: the plans come in division order.</summary>
    public IEnumerable<string> Regions => All
        .SelectMany(plan => Enumerable.Range(1, plan.RegionPath.Length).Select(length => string.Join('/', plan.RegionPath.Take(length))))
        .Distinct();

    /// <summary>The page an address asks for.</summary>
    internal static PlansModel Of(CollectionReader reader, IQueryCollection query)
    {
        var edited = (string?)query["edit"] ?? "";
        var model = new PlansModel(reader.Plans, PlansFilter.From(query));
        var at = edited.Length > 0 ? model.Listed.ToList().FindIndex(plan => plan.Id == edited) : -1;
        var asked = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
        return model with
        {
            Page = at >= 0 ? (at / PageSize) + 1 : Math.Clamp(asked, 1, model.Pages),
            Edited = edited,
            Metadata = edited.Length > 0 ? reader.Ledger(edited).Value?.Metadata : null,
            Done = ((string?)query["done"] ?? "", (string?)query["plan"] ?? ""),
        };
    }
}
