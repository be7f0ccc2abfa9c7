using PlanSearch.Answers.Hits;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Inquiries;

/// <summary>
/// The pages of records that were asked for last in a generation: what many ask, as a portal does on its first page, is made once.
/// </summary>
/// <remarks>An answer of one generation by the same words is the same for ever, but for the time. Safe for any number of threads.</remarks>
internal sealed class RecentAnswers
{
    /// <summary>So many hits are kept in all: a hundred first pages, some 200 KB each.</summary>
    private const int MostHits = 2_000;

    private readonly LastUsed<Asked, SearchAnswer> _answers = new(answer => answer.Hits.Length + 1, MostHits);

    /// <summary>The page of an inquiry, made now or when it was last asked for; its certificate is of now.</summary>
    public static Outcome<SearchAnswer> Of(Inquiry inquiry)
    {
        var recent = inquiry.Counted.View.Kept(static _ => new RecentAnswers());
        var asked = Asked.Of(inquiry);
        return recent._answers.Find(asked) is { } known
            ? known with { Certificate = known.Certificate with { Time = inquiry.Counted.Reader.Options.Time.GetUtcNow() } }
            : SearchAnswerer.Answer(inquiry).Then<SearchAnswer>(made => recent._answers.Keep(asked, made));
    }

    /// <summary>What an answer is made of beside the generation: two that are equal have the same.</summary>
    /// <param name="Request">The request without its lists, which are compared by what is in them.</param>
    /// <param name="Lists">Filters, which of them the question itself says, and words that are left out.</param>
    /// <param name="Vocabulary">Topics and words; another one where a file of theirs has changed.</param>
    private sealed record Asked(SearchRequest Request, string Lists, Vocabulary Vocabulary)
    {
        public static Asked Of(Inquiry inquiry)
        {
            var (request, vocabulary) = (inquiry.Request, inquiry.Counted.Vocabulary);
            var lists = request.Filters.SelectMany(filter => filter.Value.Stated.Prepend(filter.Key).Append(""))
                .Append("")
                .Concat(request.WordsOff)
                .Append("")
                .Concat(inquiry.Counted.Question?.Places.Select(place => $"{place.Facet} {place.Said}") ?? []);
            return new Asked(
                request with { Filters = request.Filters.Clear(), WordsOff = [] },
                string.Concat(lists.Select(said => $"{said.Length}:{said}")),
                vocabulary);
        }
    }
}
