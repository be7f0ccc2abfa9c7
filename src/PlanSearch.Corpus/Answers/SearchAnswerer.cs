using System.Collections.Immutable;

namespace PlanSearch.Corpus.Answers;

/// <summary>Inquiry -> one page of records with totals, facets, other readings and the absence list.</summary>
internal static class SearchAnswerer
{
    private const string List = "records";

    public static Outcome<SearchAnswer> Answer(Inquiry inquiry, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var certificate = CertificateMaker.Make(inquiry, time);
        var (offset, fault) = PageCursor.Read(certificate.Generation, List, inquiry.Request, certificate.Records);
        if (fault is not null)
        {
            return fault;
        }

        var hits = inquiry.Request.Order == SearchOrder.Relevance
            ? BestFirst(inquiry, (int)offset, cancellationToken)
            : AsTheyRead(inquiry, offset, cancellationToken);
        var end = offset + hits.Length;
        return new SearchAnswer
        {
            Certificate = certificate,
            Hits = hits,
            Facets = inquiry.Request.WithFacets ? FacetCounter.Count(inquiry, cancellationToken) : [],
            Readings = OtherReadings.Of(inquiry, certificate, cancellationToken),
            Absent = AbsenceFinder.Find(inquiry),
            Next = end < certificate.Records ? PageCursor.Write(certificate.Generation, List, inquiry.Request, end) : null,
        };
    }

    private static ImmutableArray<RecordHit> AsTheyRead(Inquiry inquiry, long skip, CancellationToken cancellationToken)
    {
        var hits = ImmutableArray.CreateBuilder<RecordHit>();
        foreach (var entry in inquiry.View.InOrder)
        {
            var count = inquiry.Filters.InScope[entry.Number] ? inquiry.Counts.RecordsByDocument[entry.Number] : 0;
            if (count <= skip)
            {
                skip -= count;
                continue;
            }

            var records = new PlanRecords(inquiry, entry, cancellationToken);
            foreach (var record in records.Numbers.Skip((int)skip))
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

    private static ImmutableArray<RecordHit> BestFirst(Inquiry inquiry, int skip, CancellationToken cancellationToken)
    {
        var best = inquiry.View.Snapshot.Top(
            inquiry.EngineQuery, inquiry.Filters.Blocks, inquiry.Filters.InScope, skip + inquiry.Request.Size, cancellationToken);
        var plans = new Dictionary<int, PlanRecords>();
        var hits = ImmutableArray.CreateBuilder<RecordHit>();
        for (var rank = skip; rank < best.Count; rank++)
        {
            var (number, record, score) = best[rank];
            if (!plans.TryGetValue(number, out var records))
            {
                plans.Add(number, records = new PlanRecords(inquiry, inquiry.View.Entries[number], cancellationToken));
            }

            hits.Add(records.Hit(record, score));
        }

        return hits.ToImmutable();
    }
}
