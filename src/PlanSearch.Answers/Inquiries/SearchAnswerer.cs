using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Offers;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Inquiries;

/// <summary>Inquiry -> one page of records with totals, facets, other readings, related words and the absence list.</summary>
internal static class SearchAnswerer
{
    private const string List = "records";

    public static Outcome<SearchAnswer> Answer(Inquiry inquiry)
    {
        var (request, certificate) = (inquiry.Request, inquiry.Certificate);
        var (offset, fault) = PageCursor.Read(inquiry.Counted.View.Snapshot, List, request, certificate.Records);
        if (fault is not null)
        {
            return fault;
        }

        var hits = HitPages.Of(inquiry.Counted);
        var end = offset + hits.Length;
        var isFirst = offset == 0 && request.WithRelated;
        var words = isFirst || inquiry.Counted.Question is not null ? WordsAnswerer.Of(inquiry.Counted) : null;
        return new SearchAnswer
        {
            Certificate = certificate,
            Hits = hits,
            Plans = HitPages.PlansOf(inquiry.Counted, hits.Concat(words?.Hits ?? [])),
            Facets = inquiry.Facets,
            Readings = OtherReadings.Of(inquiry.Counted),
            Related = isFirst && inquiry.Counted.Question is null ? RelatedFinder.Find(inquiry.Counted) : [],
            Topics = isFirst ? TopicCounter.Count(inquiry.Counted) : [],
            Words = words,
            Spelling = isFirst && certificate.Mentions == 0 ? SpellingFinder.Find(inquiry.Counted) : null,
            Absent = inquiry.Absent,
            Next = end < certificate.Records ? PageCursor.Write(inquiry.Counted.View.Snapshot, List, request, end) : null,
        };
    }
}
