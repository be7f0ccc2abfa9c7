namespace PlanSearch.Corpus.Answers;

/// <summary>Inquiry -> one page of records with totals, facets, other readings, related words and the absence list.</summary>
internal static class SearchAnswerer
{
    private const string List = "records";

    public static Outcome<SearchAnswer> Answer(Inquiry inquiry)
    {
        var (request, certificate) = (inquiry.Request, inquiry.Certificate);
        var (offset, fault) = PageCursor.Read(certificate.Generation, List, request, certificate.Records);
        if (fault is not null)
        {
            return fault;
        }

        var hits = HitPages.Of(inquiry, offset);
        var end = offset + hits.Length;
        var isFirst = offset == 0 && request.WithRelated;
        return new SearchAnswer
        {
            Certificate = certificate,
            Hits = hits,
            Facets = request.WithFacets ? FacetCounter.Count(inquiry) : [],
            Readings = OtherReadings.Of(inquiry),
            Related = isFirst ? RelatedFinder.Find(inquiry) : [],
            Topics = isFirst ? TopicCounter.Count(inquiry) : [],
            WordTier = isFirst && certificate.Mentions == 0 ? WordTierFinder.Find(inquiry) : null,
            Absent = AbsenceFinder.Find(inquiry),
            Next = end < certificate.Records ? PageCursor.Write(certificate.Generation, List, request, end) : null,
        };
    }
}
