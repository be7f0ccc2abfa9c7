using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Inquiries;

/// <summary>
/// The pages of records that were asked for last in a generation, and what is shown beside them: what many ask, as a portal does on its
/// first page, is made once.
/// </summary>
/// <remarks>An answer of one generation by the same words is the same for ever, but for the time. Safe for any number of threads.</remarks>
internal sealed class RecentAnswers
{
    /// <summary>So many hits are kept in all: a hundred first pages, some 200 KB each.</summary>
    private const int MostHits = 2_000;

    /// <summary>So many of the other parts are kept in all, some 100 KB each at most.</summary>
    private const int MostParts = 400;

    private readonly LastUsed<Asked, SearchAnswer> _answers = new(answer => answer.Hits.Length + 1, MostHits);
    private readonly LastUsed<(Asked, Type, int), object> _parts = new(_ => 1, MostParts);

    /// <summary>The page of an inquiry, made now or when it was last asked for; its certificate is of now.</summary>
    public static Outcome<SearchAnswer> Records(Inquiry inquiry) => Known(inquiry.Counted) is { } known
        ? known
        : SearchAnswerer.Answer(inquiry).Then<SearchAnswer>(made => In(inquiry.Counted)._answers.Keep(Asked.Of(inquiry.Counted), made));

    /// <summary>The page of an inquiry where it was made before; else null. Its certificate is of now.</summary>
    public static SearchAnswer? Known(CountedInquiry inquiry) =>
        In(inquiry)._answers.Find(Asked.Of(inquiry)) is { } known
            ? known with { Certificate = known.Certificate with { Time = inquiry.Now } }
            : null;

    /// <summary>Another part of an inquiry's answer, made now or when it was last asked for.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="make">Makes it; null is not kept.</param>
    /// <param name="setting">What it depends on beside the inquiry.</param>
    public static T? Part<T>(CountedInquiry inquiry, Func<CountedInquiry, T?> make, int setting = 0)
        where T : class => PartOrFault(inquiry, counted => new Outcome<T>(make(counted), null), setting).Value;

    /// <summary>The same of a part that may not be had; a fault is not kept.</summary>
    public static Outcome<T> PartOrFault<T>(CountedInquiry inquiry, Func<CountedInquiry, Outcome<T>> make, int setting)
        where T : class
    {
        var (parts, key) = (In(inquiry)._parts, (Asked.Of(inquiry), typeof(T), setting));
        return parts.Find(key) is T known ? known : make(inquiry).Then<T>(made => (T)parts.Keep(key, made));
    }

    private static RecentAnswers In(CountedInquiry inquiry) => inquiry.View.Kept(static _ => new RecentAnswers());

    /// <summary>What an answer is made of beside the generation: two that are equal have the same.</summary>
    /// <param name="Request">The request without its lists, which are compared by what is in them.</param>
    /// <param name="Lists">Filters, which of them the question itself says, and words that are left out.</param>
    /// <param name="Vocabulary">Topics and words; another one where a file of theirs has changed.</param>
    private sealed record Asked(SearchRequest Request, string Lists, Vocabulary Vocabulary)
    {
        public static Asked Of(CountedInquiry inquiry)
        {
            var (request, vocabulary) = (inquiry.Request, inquiry.Vocabulary);
            var lists = request.Filters.SelectMany(filter => filter.Value.Stated.Prepend(filter.Key).Append(""))
                .Append("")
                .Concat(request.WordsOff)
                .Append("")
                .Concat(inquiry.Question?.Places.Select(place => $"{place.Facet} {place.Said}") ?? []);
            return new Asked(
                request with { Filters = request.Filters.Clear(), WordsOff = [] },
                string.Concat(lists.Select(said => $"{said.Length}:{said}")),
                vocabulary);
        }
    }
}
