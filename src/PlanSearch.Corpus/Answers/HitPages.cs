using System.Collections.Immutable;

namespace PlanSearch.Corpus.Answers;

/// <summary>A page of the records of an inquiry, in each of the orders.</summary>
internal static class HitPages
{
    /// <summary>How many of the best records a page needs, before anything is counted: none, unless they are what it shows.</summary>
    public static int BestWanted(SearchRequest request) =>
        request.Order == SearchOrder.Relevance ? (int)Math.Min(PageCursor.OffsetOf(request.Cursor), int.MaxValue - request.Size) + request.Size : 0;

    /// <summary>The records after the first <paramref name="skip"/>, in the order the request asks for.</summary>
    public static ImmutableArray<RecordHit> Of(Inquiry inquiry, long skip) => inquiry.Request.Order switch
    {
        SearchOrder.Relevance => BestFirst(inquiry, (int)skip),
        SearchOrder.Density => PlanByPlan(inquiry, DensestFirst(inquiry), skip),
        // Stable sorts of the division order too.
        SearchOrder.Date => PlanByPlan(inquiry, inquiry.Mentioning.OrderByDescending(entry => entry.DateKey, StringComparer.Ordinal), skip),
        SearchOrder.Title => PlanByPlan(inquiry, inquiry.Mentioning.OrderBy(entry => entry.TitleKey, StringComparer.Ordinal), skip),
        _ => PlanByPlan(inquiry, inquiry.View.InOrder, skip),
    };

    /// <summary>The best records that the inquiry was asked for, after the first <paramref name="skip"/>.</summary>
    public static ImmutableArray<RecordHit> BestFirst(Inquiry inquiry, int skip)
    {
        var best = inquiry.Best.Skip(skip).ToList();
        List<int> plans = [.. best.Select(record => record.Document).Distinct()];
        var records = PlanRecords.Of(inquiry, plans);
        return [.. best.Select(record => records[plans.IndexOf(record.Document)].Hit(record.Record, record.Score))];
    }

    private static ImmutableArray<RecordHit> PlanByPlan(
        Inquiry inquiry, IEnumerable<PlanEntry> order, long skip)
    {
        var hits = ImmutableArray.CreateBuilder<RecordHit>();
        foreach (var entry in order)
        {
            var count = inquiry.MentionsIn(entry) > 0 ? inquiry.Counts.RecordsByDocument[entry.Number] : 0;
            if (count <= skip)
            {
                skip -= count;
                continue;
            }

            var records = PlanRecords.Of(inquiry, [entry.Number])[0];
            var numbers = inquiry.Request.Order == SearchOrder.Density ? records.MostMentionsFirst : records.Numbers;
            foreach (var record in numbers.Skip((int)skip))
            {
                hits.Add(records.Hit(record, null));
                if (hits.Count == inquiry.Request.Size)
                {
                    return hits.ToImmutable();
                }
            }

            skip = 0;
        }

        return hits.ToImmutable();
    }

    // A stable sort of the division order, so plans of one density stay in it.
    private static IEnumerable<PlanEntry> DensestFirst(Inquiry inquiry) =>
        inquiry.Mentioning.OrderByDescending(entry => Density.Of(inquiry, entry));
}
