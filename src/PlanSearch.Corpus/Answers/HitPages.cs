using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Answers;

/// <summary>A page of the records of an inquiry, in each of the orders.</summary>
internal static class HitPages
{
    /// <summary>The page that a request asks for, before anything is counted.</summary>
    public static TallyPage Wanted(SearchRequest request) =>
        new(OrderOf(request), TallyUnit.Records, PageCursor.OffsetOf(request.Cursor), request.Size);

    /// <summary>The records of the page that the inquiry was counted with.</summary>
    public static ImmutableArray<RecordHit> Of(Inquiry inquiry) =>
        inquiry.Page.Order == TallyOrder.Relevance ? BestFirst(inquiry) : PlanByPlan(inquiry);

    private static TallyOrder OrderOf(SearchRequest request) => request.Order switch
    {
        SearchOrder.Relevance => TallyOrder.Relevance,
        SearchOrder.Density => TallyOrder.Density,
        SearchOrder.Date => TallyOrder.Date,
        SearchOrder.Title => TallyOrder.Title,
        _ => TallyOrder.Key,
    };

    private static ImmutableArray<RecordHit> BestFirst(Inquiry inquiry)
    {
        List<int> plans = [.. inquiry.Counts.Best.Select(record => record.Plan).Distinct()];
        var records = PlanRecords.Of(inquiry, plans);
        return [.. inquiry.Counts.Best.Select(record => records[plans.IndexOf(record.Plan)].Hit(record.Record, record.Score))];
    }

    private static ImmutableArray<RecordHit> PlanByPlan(Inquiry inquiry)
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
