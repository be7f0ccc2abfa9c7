using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Words;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Offers;

/// <summary>您要找的是不是: what may have been meant by an input that occurs nowhere. Never applied silently.</summary>
internal static class SpellingFinder
{
    /// <summary>What may have been meant, best first; null where the input occurs, or nothing seems wrong.</summary>
    public static IReadOnlyList<MeantSpelling>? Find(CountedInquiry inquiry)
    {
        // What occurs where a filter does not look is no mistake.
        if (inquiry.Counts.Occurs || inquiry.Counts.OccursAside || inquiry.Counts.LongerRuns > 0)
        {
            return null;
        }

        var guesses = SpellingGuess.Find(inquiry.Reader, inquiry.Request.Query, inquiry.CancellationToken);
        return guesses.IsEmpty
            ? null
            : [.. guesses.Select(guess => new MeantSpelling(guess.Text, guess.Changes, Mentions(inquiry, guess.Text)))];
    }

    // As a search for it would count: as it is first, then as an expression.
    private static long Mentions(CountedInquiry inquiry, string text)
    {
        var readings = InputReadings.Of(text, inquiry.Vocabulary.Topics).Value;
        IEnumerable<PlanQuery?> ways = inquiry.Request.Mode switch
        {
            QueryMode.Literal => [readings?.Literal],
            QueryMode.Expression => [readings?.Expression],
            _ => [readings?.Literal, readings?.Expression],
        };
        return ways.OfType<PlanQuery>()
            .Select(way => inquiry.Count(way).Value?.Total.Mentions ?? 0)
            .FirstOrDefault(mentions => mentions > 0);
    }
}
