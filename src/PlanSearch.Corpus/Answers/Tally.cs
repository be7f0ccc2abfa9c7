using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Answers;

/// <summary>Counts in the three units.</summary>
/// <param name="Mentions">处.</param>
/// <param name="Records">章节.</param>
/// <param name="Plans">部.</param>
internal sealed record Tally(long Mentions, int Records, int Plans)
{
    /// <summary>The sums over the plans in scope.</summary>
    public static Tally Of(QueryCounts counts, ResolvedFilters filters)
    {
        var (mentions, records, plans) = (0L, 0, 0);
        var (mentionsByPlan, recordsByPlan, inScope) = (counts.MentionsByDocument, counts.RecordsByDocument, filters.InScope);
        for (var plan = 0; plan < mentionsByPlan.Length; plan++)
        {
            if (mentionsByPlan[plan] > 0 && inScope[plan])
            {
                mentions += mentionsByPlan[plan];
                records += recordsByPlan[plan];
                plans++;
            }
        }

        return new Tally(mentions, records, plans);
    }
}
