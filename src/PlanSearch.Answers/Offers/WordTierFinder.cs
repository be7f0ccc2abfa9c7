using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Words;
using PlanSearch.Queries.Language;

namespace PlanSearch.Answers.Offers;

/// <summary>For an input that occurs nowhere as it stands: its words, found together in a record (放宽检索（未计入）).</summary>
internal static class WordTierFinder
{
    private const int MaxHits = 10;
    private const int MaxWords = 12;

    /// <summary>The tier; null when the input has fewer than two words, or its words stand together nowhere.</summary>
    public static WordTier? Find(CountedInquiry inquiry)
    {
        if (inquiry.Query is not LiteralTerm literal)
        {
            return null;
        }

        var (words, missing) = FoundWords.Of(inquiry, literal.Text);
        if (words.Length is 0 or > MaxWords || (words.Length == 1 && missing.IsEmpty))
        {
            return null;
        }

        var query = AllOf.Of(words.Select(word => new LiteralTerm(word)), []);
        var tier = inquiry.With(query, MaxHits);
        var tally = tier.Counts.Total;
        return tally.Mentions == 0 ? null : new WordTier
        {
            Words = words,
            Missing = missing,
            Query = query.NormalForm,
            InWords = query.InWords,
            Mentions = tally.Mentions,
            Records = checked((int)tally.Records),
            Plans = checked((int)tally.Plans),
            Hits = HitPages.Of(tier),
        };
    }
}
