using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Offers;

/// <summary>
/// Finds what is said beside the words of a query (相关说法): other words of their topics, and lexicon words that share their rarest character
/// and are said where they are.
/// </summary>
internal static class RelatedFinder
{
    /// <summary>The most words that are offered.</summary>
    public const int MaxOffered = 8;

    private const string Topic = "topic";
    private const int MaxWordsAsked = 3;
    private const int MaxCandidates = 12;

    /// <summary>What is longer is a sentence or a title: it shares characters with everything.</summary>
    private const int LongestWord = 8;

    /// <summary>A character that more lexicon words hold than this ties nothing together: 发, 能, 业.</summary>
    private const int MaxHolding = 15;

    /// <summary>
    /// So many sections must have both words, and so many times as many as would have them by chance: 建筑业 is not near 建设, which is
    /// everywhere.
    /// </summary>
    private const int FewestTogether = 2, LeastLift = 3;

    /// <summary>
    /// So many words are looked for in the same sections as the query's, none where topics offer as many: each is a search of two words,
    /// and a first page waits for it.
    /// </summary>
    private const int MostCompared = 4;

    public static ImmutableArray<RelatedTerm> Find(CountedInquiry inquiry)
    {
        var related = ImmutableArray.CreateBuilder<RelatedTerm>();
        var said = LiteralTerms.Positive(inquiry.Query).ToList();
        var company = new Company(inquiry);
        foreach (var term in said.Take(MaxWordsAsked))
        {
            foreach (var (word, source) in Candidates(inquiry.Vocabulary, term.Text).Take(MaxCandidates))
            {
                if (related.Count == MaxOffered)
                {
                    return related.ToImmutable();
                }

                // Those of topics come first.
                var isOfTopic = source == Topic;
                if (!isOfTopic && (related.Count >= MostCompared || company.Compared >= MostCompared))
                {
                    break;
                }

                var isNew = !said.Exists(other => word.Contains(other.Text, StringComparison.Ordinal))
                    && related.All(other => other.Word != word);
                if (isNew && inquiry.Count(new LiteralTerm(word)).Value is { Total.Mentions: > 0 } tally
                    && (isOfTopic || company.IsKept(term, word, tally.Total.Records)))
                {
                    var query = LiteralTerms.Replace(
                        inquiry.Query, other => other == term ? AnyOf.Of([other, new LiteralTerm(word)]) : other);
                    related.Add(new RelatedTerm(word, source, tally.Total.Mentions, query.NormalForm));
                }
            }
        }

        return related.ToImmutable();
    }

    private static IEnumerable<(string Word, string Source)> Candidates(Vocabulary vocabulary, string text)
    {
        foreach (var member in vocabulary.Topics.With(text).SelectMany(topic => topic.Members).Where(member => member != text))
        {
            yield return (member, Topic);
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

    /// <summary>
    /// Whether words are found in the same sections, boxes and tables far more often than by chance. Private to one inquiry.
    /// </summary>
    private sealed class Company(CountedInquiry inquiry)
    {
        private readonly Dictionary<LiteralTerm, long> _records = [];
        private readonly Lazy<long> _all = new(() => inquiry.PlansInScope.Sum(entry => (long)entry.Summary.Sections + entry.Summary.Boxes));

        /// <summary>How many words were looked for beside the query's.</summary>
        public int Compared { get; private set; }

        public bool IsKept(LiteralTerm term, string word, long recordsOfWord)
        {
            if (!_records.TryGetValue(term, out var records))
            {
                _records[term] = records = term == inquiry.Query ? inquiry.Counts.Total.Records : inquiry.Count(term).Value!.Total.Records;
            }

            // No other word can be so much more often beside one that is in every third section.
            if (Math.Max(records, recordsOfWord) * LeastLift > _all.Value)
            {
                return false;
            }

            Compared++;
            return inquiry.Count(AllOf.Of([term, new LiteralTerm(word)], [])).Value!.Total.Records is var together
                && together >= FewestTogether
                && together * _all.Value >= LeastLift * records * recordsOfWord;
        }
    }
}
