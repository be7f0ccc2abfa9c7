using System.Collections.Immutable;
using PlanSearch.Corpus.Citations;

namespace PlanSearch.Corpus.Answers;

/// <summary>A page of the records of an inquiry, in each of the orders.</summary>
internal static class HitPages
{
    /// <summary>How many of the best records a page needs, before anything is counted: none, unless they are what it shows.</summary>
    public static int BestWanted(SearchRequest request) =>
        request.Order == SearchOrder.Relevance ? (int)Math.Min(PageCursor.OffsetOf(request.Cursor), int.MaxValue - request.Size) + request.Size : 0;

    /// <summary>The records after the first <paramref name="skip"/>, in the order the request asks for.</summary>
    public static ImmutableArray<RecordHit> Of(Inquiry inquiry, long skip, CancellationToken cancellationToken) => inquiry.Request.Order switch
    {
        SearchOrder.Relevance => BestFirst(inquiry, (int)skip, cancellationToken),
        SearchOrder.Density => PlanByPlan(inquiry, DensestFirst(inquiry), skip, cancellationToken),
        _ => PlanByPlan(inquiry, inquiry.View.InOrder, skip, cancellationToken),
    };

    /// <summary>The best records that the inquiry was asked for, after the first <paramref name="skip"/>.</summary>
    public static ImmutableArray<RecordHit> BestFirst(Inquiry inquiry, int skip, CancellationToken cancellationToken)
    {
        var best = inquiry.Best;
        var plans = new Dictionary<int, PlanRecords>();
        var query = PlanPermalink.QueryOf(inquiry.Request);
        var hits = ImmutableArray.CreateBuilder<RecordHit>();
        for (var rank = skip; rank < best.Count; rank++)
        {
            var (number, record, score) = best[rank];
            if (!plans.TryGetValue(number, out var records))
            {
                plans.Add(number, records = new PlanRecords(inquiry, inquiry.View.Entries[number], query, cancellationToken));
            }

            hits.Add(records.Hit(record, score));
        }

        return hits.ToImmutable();
    }

    private static ImmutableArray<RecordHit> PlanByPlan(
        Inquiry inquiry, IEnumerable<PlanEntry> order, long skip, CancellationToken cancellationToken)
    {
        var query = PlanPermalink.QueryOf(inquiry.Request);
        var hits = ImmutableArray.CreateBuilder<RecordHit>();
        foreach (var entry in order)
        {
            var count = inquiry.Filters.InScope[entry.Number] ? inquiry.Counts.RecordsByDocument[entry.Number] : 0;
            if (count <= skip)
            {
                skip -= count;
                continue;
            }

            var records = new PlanRecords(inquiry, entry, query, cancellationToken);
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
        inquiry.View.InOrder.Where(entry => inquiry.Filters.InScope[entry.Number] && inquiry.Counts.RecordsByDocument[entry.Number] > 0)
            .OrderByDescending(entry => Density.Of(inquiry, entry));
}
