using PlanSearch.Answers.ForReading;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Pages.ForReading;

/// <summary>What the reading page shows.</summary>
/// <param name="Request">The request whose query is marked.</param>
/// <param name="Reading">The plan.</param>
/// <param name="Fault">Why nothing is marked, when the query cannot be read; else null.</param>
public sealed record ReadingModel(SearchRequest Request, PlanReading Reading, RequestFault? Fault)
{
    /// <summary>The block whose citation is below it; null for none.</summary>
    public CiteModel? Cited { get; init; }
}
