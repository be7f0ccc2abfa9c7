using System.Collections.Immutable;
using PlanSearch.Answers.Texts;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Words;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;

namespace PlanSearch.Answers.Mentions;

/// <summary>Finds the words around the mentions of an inquiry, and tells by log-likelihood which of them are there for a reason.</summary>
/// <remarks>
/// Words are cut around the mentions alone: a corpus cut as a whole would cost every ingest ten times its time. So the occurrences in the
/// plans compared with are those of a literal search, and sizes are in characters.
/// </remarks>
internal static class CollocateFinder
{
    /// <summary>The most mentions that are looked at, but for the first of every plan; the manual names it.</summary>
    public const int MaxMentions = 4_000;

    /// <summary>Of the words nearby so many are counted in the plans, the most frequent.</summary>
    private const int MaxCounted = 200;

    private const int FewestNear = 2;

    public static CollocatesAnswer Of(CountedInquiry inquiry, Certificate certificate)
    {
        List<int> widths = KwicSort.TooMany(inquiry.Counts.Total.Mentions) is null
            ? [.. Enumerable.Range(1, NeighbourGroups.MaxWidth)]
            : [];
        return new CollocatesAnswer(
            certificate,
            [.. widths.Zip(
                NeighbourGroups.Of(inquiry, widths), (width, beside) => new CharacterNeighbours(width, beside.Left, beside.Right))],
            Words(inquiry));
    }

    /// <summary>The words without the characters: for any number of mentions, of which it looks at a bounded part.</summary>
    public static WordCompany Words(CountedInquiry inquiry)
    {
        var around = new WordsAround(ViewWords.Of(inquiry.Reader, inquiry.CancellationToken).Words.Cutter);
        var ofEach = (int)Math.Max(1, (MaxMentions + inquiry.Counts.Total.Plans - 1) / Math.Max(1, inquiry.Counts.Total.Plans));
        foreach (var (entry, mentions) in inquiry.EachPlan())
        {
            var plan = new PlanText(inquiry.View.Snapshot, entry);
            foreach (var block in mentions.Take(ofEach).GroupBy(mention => mention.Block))
            {
                around.Add(
                    Fold.Of(plan.BlockText(block.Key)),
                    [.. block.Select(
                        mention => (new TextRange(mention.Start, mention.Length), plan.SurroundingsOf(block.Key, mention.Start)))]);
            }
        }

        var corpus = new Comparison(inquiry);
        return new WordCompany(
            Side(around.Left, corpus),
            Side(around.Right, corpus),
            Near(around, corpus),
            around.Mentions,
            around.NearCharacters,
            corpus.Characters);
    }

    /// <summary>Dunning's G² of a word, with the sign of the difference.</summary>
    /// <param name="there">Its occurrences in the part.</param>
    /// <param name="all">Its occurrences in the whole, the part included.</param>
    /// <param name="part">How large the part is.</param>
    /// <param name="whole">How large the whole is.</param>
    public static double LogLikelihood(long there, long all, long part, long whole)
    {
        if (all == 0 || part >= whole)
        {
            return 0;
        }

        var expected = (double)all * part / whole;
        var value = 2 * (Term(there, expected) + Term(all - there, all - expected));
        return there >= expected ? value : -value;
    }

    private static double Term(long observed, double expected) =>
        observed == 0 || expected <= 0 ? 0 : observed * Math.Log(observed / expected);

    private static WordSide Side(Dictionary<string, long> words, Comparison corpus)
    {
        var size = words.Sum(word => word.Key.Length * word.Value);
        var ranked = NeighbourGroups.Ranked(words);
        return new WordSide(
            [.. ranked.Take(NeighbourGroups.MaxGroups).Select(word => corpus.Compared(word.Key, word.Value, size))],
            ranked.Skip(NeighbourGroups.MaxGroups).Sum(word => word.Value));
    }

    private static ImmutableArray<Collocate> Near(WordsAround around, Comparison corpus) =>
    [
        .. NeighbourGroups.Ranked(around.Near)
            .TakeWhile(word => word.Value >= FewestNear)
            .Take(MaxCounted)
            .Select(word => corpus.Compared(word.Key, word.Value, around.NearCharacters))
            .Where(word => word.LogLikelihood >= WordCompany.Significant)
            .OrderByDescending(word => word.LogLikelihood).ThenBy(word => word.Word, StringComparer.Ordinal)
            .Take(NeighbourGroups.MaxGroups),
    ];

    /// <summary>The plans compared with: those that the filters on plans leave. Private to one inquiry.</summary>
    private sealed class Comparison(CountedInquiry inquiry)
    {
        private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

        public long Characters { get; } = inquiry.PlansInScope.Sum(entry => (long)entry.Summary.Characters);

        public Collocate Compared(string word, long times, long part)
        {
            if (word.Length == 0)
            {
                return new Collocate(word, times, 0, 0);
            }

            // The index counts what does not overlap, so a word that overlaps itself may be found more often around mentions.
            var all = Math.Max(times, InPlans(word));
            return new Collocate(word, times, all, Math.Round(LogLikelihood(times, all, part, Characters), 2));
        }

        private long InPlans(string word)
        {
            if (!_known.TryGetValue(word, out var times))
            {
                var query = EngineQuery.From(new LiteralTerm(word), false);
                _known[word] = times = inquiry.View.Snapshot.Tally(
                    new TallyRequest(query) { Plans = inquiry.Filters.Plans }, inquiry.CancellationToken).Total.Mentions;
            }

            return times;
        }
    }
}
