using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Generations;

/// <summary>Plans by date and by title.</summary>
public static class PlanSorting
{
    /// <summary>The newest first; those of one day as they come, those without a date last.</summary>
    public static IEnumerable<PlanSummary> ByDate(IEnumerable<PlanSummary> plans) =>
        plans.OrderByDescending(plan => PrintedDate.SortKeyOf(plan.Date), StringComparer.Ordinal);

    /// <summary>By title, 《》 aside, in the order of sounds; equal ones as they come.</summary>
    public static IEnumerable<PlanSummary> ByTitle(IEnumerable<PlanSummary> plans) =>
        plans.OrderBy(plan => PlanSortKeys.OfTitle(plan.Title), StringComparer.Ordinal);
}
