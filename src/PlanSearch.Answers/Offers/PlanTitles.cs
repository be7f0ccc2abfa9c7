using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Answers.Offers;

/// <summary>Recognizes a query that is the title of a plan. Made once a generation.</summary>
public sealed class PlanTitles
{
    private const string Around = "《》〈〉“”\"'‘’ 　\t\r\n";

    private readonly ILookup<string, PlanSummary> _plans;

    private PlanTitles(IEnumerable<PlanEntry> plans) => _plans = plans
        .SelectMany(
            plan => NamesOf(plan.Summary).Distinct(StringComparer.Ordinal),
            (plan, name) => (plan.Summary, Name: name))
        .ToLookup(plan => plan.Name, plan => plan.Summary, StringComparer.Ordinal);

    /// <summary>The plans whose title or short title it is, blanks and quotes aside; in division order.</summary>
    public static ImmutableArray<PlanSummary> Matching(CollectionReader reader, string query)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(query);
        var sought = Bare(query);
        return sought.Length == 0 ? [] : [.. reader.View.Kept(static plans => new PlanTitles(plans.InOrder))._plans[sought]];
    }

    private static IEnumerable<string> NamesOf(PlanSummary plan) =>
        [Bare(plan.Title), Bare(plan.ShortTitle), $"{Bare(plan.ShortTitle)}（{Bare(plan.Apart)}）"];

    private static string Bare(string title) => string.Concat(title.Where(unit => !Around.Contains(unit, StringComparison.Ordinal)));
}
