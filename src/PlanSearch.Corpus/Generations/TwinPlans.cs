using System.Collections.Immutable;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Generations;

/// <summary>Tells plans of one title apart: by what differs among them, in the order in which people ask for it.</summary>
internal static class TwinPlans
{
    private static readonly ImmutableArray<Func<PlanSummary, string>> Fields =
    [
        plan => string.Join(' ', plan.RegionPath), plan => plan.Period, plan => plan.Type, plan => plan.State, plan => plan.Date,
        plan => plan.DocumentNumber, plan => plan.Completeness,
    ];

    /// <summary>The plans, those that share their title or short title with another with what tells them from it.</summary>
    public static ImmutableArray<PlanEntry> ToldApart(IReadOnlyList<PlanEntry> entries)
    {
        var apart = new Dictionary<int, string>();
        foreach (var title in (Func<PlanSummary, string>[])[plan => plan.ShortTitle, plan => plan.Title])
        {
            foreach (var twins in entries.GroupBy(entry => title(entry.Summary), StringComparer.Ordinal).Where(twins => twins.Count() > 1))
            {
                TellApart([.. twins], apart);
            }
        }

        return [.. entries.Select(entry => apart.TryGetValue(entry.Number, out var told) ? entry.Told(told) : entry)];
    }

    private static void TellApart(List<PlanEntry> twins, Dictionary<int, string> apart)
    {
        var differing = Fields.Where(field => twins.Select(twin => field(twin.Summary)).Distinct().Count() > 1);
        var said = twins.ConvertAll(_ => "");
        foreach (var field in differing)
        {
            if (said.Distinct().Count() == twins.Count && !said.Contains(""))
            {
                break;
            }

            // What is not known tells nothing; a plan that nothing is known of is told by its file.
            said = [.. said.Zip(
                twins,
                (known, twin) => field(twin.Summary) is var value && value is not ("" or PlanMetadata.Unknown)
                    ? Joined(known, value)
                    : known)];
        }

        for (var at = 0; at < twins.Count; at++)
        {
            var isAlone = said[at].Length > 0 && said.Count(one => one == said[at]) == 1;
            apart.TryAdd(twins[at].Number, isAlone ? said[at] : Joined(said[at], twins[at].Summary.File));
        }
    }

    private static string Joined(string known, string value) => known.Length > 0 ? $"{known}，{value}" : value;
}
