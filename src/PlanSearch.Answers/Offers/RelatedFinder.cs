using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Offers;

/// <summary>Finds what is said beside the words of a query (相关说法): other words of their topics, and lexicon words that share their rarest character.</summary>
internal static class RelatedFinder
{
    /// <summary>The most words that are offered.</summary>
    public const int MaxOffered = 8;

    private const int MaxWordsAsked = 3;
    private const int MaxCandidates = 12;

    /// <summary>What is longer is a sentence or a title: it shares characters with everything.</summary>
    private const int LongestWord = 8;

    /// <summary>A character that more lexicon words hold than this ties nothing together: 发, 能, 业.</summary>
    private const int MaxHolding = 15;

    public static ImmutableArray<RelatedTerm> Find(CountedInquiry inquiry)
    {
        var related = ImmutableArray.CreateBuilder<RelatedTerm>();
        var said = LiteralTerms.Positive(inquiry.Query).ToList();
        foreach (var term in said.Take(MaxWordsAsked))
        {
            foreach (var (word, source) in Candidates(inquiry.Vocabulary, term.Text).Take(MaxCandidates))
            {
                if (related.Count == MaxOffered)
                {
                    return related.ToImmutable();
                }

                var isNew = !said.Exists(other => word.Contains(other.Text, StringComparison.Ordinal)) && related.All(other => other.Word != word);
                if (isNew && inquiry.Count(new LiteralTerm(word)).Value is { Total.Mentions: > 0 } tally)
                {
                    var query = LiteralTerms.Replace(inquiry.Query, other => other == term ? AnyOf.Of([other, new LiteralTerm(word)]) : other);
                    related.Add(new RelatedTerm(word, source, tally.Total.Mentions, query.NormalForm));
                }
            }
        }

        return related.ToImmutable();
    }

    private static IEnumerable<(string Word, string Source)> Candidates(Vocabulary vocabulary, string text)
    {
        foreach (var topic in vocabulary.Topics.Topics)
        {
            if (topic.Name == text || topic.Members.Contains(text))
            {
                foreach (var member in topic.Members.Where(member => member != text))
                {
                    yield return (member, "topic");
                }
            }
        }

        foreach (var word in Akin(vocabulary.Lexicon, text))
        {
            yield return (word, "lexicon");
        }
    }

    // The rarer the shared character and the more of them, the nearer the word; words inside the query are no news.
    private static IEnumerable<string> Akin(Lexicon lexicon, string text) => text.Length > LongestWord
        ? []
        : text.Distinct()
            .Select(unit => lexicon.Holding(unit))
            .Where(words => words.Count is > 0 and <= MaxHolding)
            .SelectMany(words => words.Select(word => (Word: word, Weight: 1.0 / words.Count)))
            .GroupBy(pair => pair.Word, pair => pair.Weight, StringComparer.Ordinal)
            .Where(pair => !text.Contains(pair.Key, StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Sum())
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key);
}
