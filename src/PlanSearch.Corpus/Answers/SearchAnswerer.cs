namespace PlanSearch.Corpus.Answers;

/// <summary>Inquiry -> one page of records with totals, facets, other readings, related words and the absence list.</summary>
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

        var hits = HitPages.Of(inquiry, offset, cancellationToken);
        var end = offset + hits.Length;
        var isFirst = offset == 0 && inquiry.Request.WithRelated;
        return new SearchAnswer
        {
            Certificate = certificate,
            Hits = hits,
            Facets = inquiry.Request.WithFacets ? FacetCounter.Count(inquiry, cancellationToken) : [],
            Readings = OtherReadings.Of(inquiry, certificate, cancellationToken),
            Related = isFirst ? RelatedFinder.Find(inquiry, cancellationToken) : [],
            Topics = isFirst ? TopicCounter.Count(inquiry, cancellationToken) : [],
            WordTier = isFirst && certificate.Mentions == 0 ? WordTierFinder.Find(inquiry, cancellationToken) : null,
            Absent = AbsenceFinder.Find(inquiry),
            Next = end < certificate.Records ? PageCursor.Write(certificate.Generation, List, inquiry.Request, end) : null,
        };
    }
}
