using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Ranking;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;

namespace PlanSearch.Answers.Hits;

/// <summary>A page of the records of an inquiry, in each of the orders.</summary>
internal static class HitPages
{
    /// <summary>The records of the page that the inquiry was counted with.</summary>
    public static ImmutableArray<RecordHit> Of(CountedInquiry inquiry) =>
        inquiry.IsRanked ? Ranked(inquiry) : inquiry.Page.Order == TallyOrder.Relevance ? BestFirst(inquiry) : PlanByPlan(inquiry);

    /// <summary>The plans of some hits, each once, in the order they come.</summary>
    public static ImmutableArray<PlanSummary> PlansOf(CountedInquiry inquiry, IEnumerable<RecordHit> hits) =>
        [.. hits.Select(hit => hit.Plan).Distinct().Select(plan => inquiry.View.Find(plan).Value!.Summary)];

    private static ImmutableArray<RecordHit> Ranked(CountedInquiry inquiry)
    {
        var page = new SectionRanking(inquiry).Page().ToList();
        List<int> plans = [.. page.Select(hit => hit.Plan).Distinct()];
        var records = PlanRecords.Of(inquiry, plans);
        return [.. page.Select(hit => records[plans.IndexOf(hit.Plan)].Answer(hit.Record, hit.Score))];
    }

    private static ImmutableArray<RecordHit> BestFirst(CountedInquiry inquiry)
    {
        List<int> plans = [.. inquiry.Counts.Best.Select(record => record.Plan).Distinct()];
        var records = PlanRecords.Of(inquiry, plans);
        return [.. inquiry.Counts.Best.Select(record => records[plans.IndexOf(record.Plan)].Hit(record.Record, record.Score))];
    }

    private static ImmutableArray<RecordHit> PlanByPlan(CountedInquiry inquiry)
    {
        var page = inquiry.Counts.Page;
        var isByDensity = inquiry.Page.Order == TallyOrder.Density;
        return
        [
            .. PlanRecords.Of(inquiry, [.. page.Plans.Select(plan => plan.Plan)])
                .SelectMany(plan => (isByDensity ? plan.MostMentionsFirst : plan.Numbers).Select(record => (Plan: plan, Record: record)))
                .Skip(page.Passed)
                .Take(inquiry.Page.Take)
                .Select(hit => hit.Plan.Hit(hit.Record, null)),
        ];
    }
}
