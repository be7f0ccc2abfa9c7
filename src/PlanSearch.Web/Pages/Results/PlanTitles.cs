using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Web.Pages.Results;

/// <summary>Recognizes a query that is the title of a plan.</summary>
internal static class PlanTitles
{
    private const string Around = "《》〈〉“”\"'‘’ 　\t\r\n";

    /// <summary>The plans whose title or short title it is, blanks and quotes aside; in the order given.</summary>
    public static ImmutableArray<PlanSummary> Matching(ImmutableArray<PlanSummary> plans, string query)
    {
        var sought = Bare(query);
        return sought.Length == 0
            ? []
            : [.. plans.Where(
                plan => Bare(plan.Title) == sought
                    || Bare(plan.ShortTitle) == sought
                    || Bare(plan.ShortTitle) == $"{sought}（{Bare(plan.Apart)}）")];
    }

    private static string Bare(string title) => string.Concat(title.Where(unit => !Around.Contains(unit, StringComparison.Ordinal)));
}
