using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Questions;
using PlanSearch.Answers.Words;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Offers;

/// <summary>An inquiry -> the words it is answered by as a question, with their counts.</summary>
internal static class WordsAnswerer
{
    private const int MostHits = 10;

    /// <summary>
    /// The words of a question that was asked as one; of a literal without a mention the answer as a question, with its best sections. Null
    /// in any other case, and where nothing has a word of it.
    /// </summary>
    public static WordsAnswer? Of(CountedInquiry inquiry)
    {
        if (inquiry.Question is not null)
        {
            return Answer(inquiry, []);
        }

        if (inquiry.Query is not LiteralTerm || inquiry.Counts.Total.Mentions > 0)
        {
            return null;
        }

        var request = inquiry.Request with
        {
            Mode = QueryMode.Words,
            Order = SearchOrder.Relevance,
            Size = MostHits,
            Cursor = null,
            WithFacets = false,
        };
        var asked = CountedInquiry.Begin(inquiry.Reader, request, inquiry.CancellationToken).Value;
        return asked?.Counts.Total.Mentions > 0 ? Answer(asked, HitPages.Of(asked)) : null;
    }

    private static WordsAnswer Answer(CountedInquiry inquiry, ImmutableArray<RecordHit> hits)
    {
        var (question, total) = (inquiry.Question!, inquiry.Counts.Total);
        return new WordsAnswer
        {
            Words = [.. question.Words.Select(word => Use(inquiry, word))],
            Missing = question.Missing,
            Respelled = question.Respelled,
            AppliedFilters = question.Places,
            Query = inquiry.Query.NormalForm,
            Mentions = total.Mentions,
            Records = checked((int)total.Records),
            Plans = checked((int)total.Plans),
            Hits = hits,
        };
    }

    private static WordUse Use(CountedInquiry inquiry, QuestionWord word)
    {
        var (mentions, records, plans) = CountsOf(inquiry, word.Text);
        return new WordUse(
            word.Text, word.Source, inquiry.Question!.Terms[word.Term], Math.Round(word.Weight, 2), !word.IsOff, mentions, records, plans);
    }

    // Without filters they are known.
    private static UnitCounts CountsOf(CountedInquiry inquiry, string word) =>
        inquiry.Filters.HasEveryPlan && inquiry.Filters.Blocks.IsEmpty && !inquiry.Request.Exact
            ? WordCounts.Of(inquiry.View).Of(inquiry.View, word, inquiry.CancellationToken)
            : inquiry.CountWord(word);
}
