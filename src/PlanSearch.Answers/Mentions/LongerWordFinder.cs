using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Words;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;

namespace PlanSearch.Answers.Mentions;

/// <summary>The longer words that a query's word is part of: 新能源 and 可再生能源 of 能源.</summary>
/// <param name="Words">Those with most mentions first; at most <see cref="LongerWordFinder.MaxWords"/>.</param>
/// <param name="LookedAt">
/// In how many mentions they were looked for: in all, or in <see cref="LongerWordFinder.MaxMentions"/> of them, spread over the plans.
/// </param>
public sealed record LongerWords(ImmutableArray<LongerWord> Words, int LookedAt);

/// <summary>A word that has the query's word as a part, with how to leave it out.</summary>
/// <param name="Word">The word.</param>
/// <param name="Mentions">How many mentions of the answer are part of it, of all there are.</param>
/// <param name="Query">The query that leaves it out, an expression: 能源!新能源.</param>
public sealed record LongerWord(string Word, long Mentions, string Query);

/// <summary>Finds longer words in the plans themselves, for any word.</summary>
/// <remarks>
/// Mentions with the same character beside them are one group. It is a word where the character occurs there far more often than in the
/// rest of the same passages (新 before 能源 does, 的 does not), and where what comes next is free; while it is always the same, or one of two,
/// it belongs to the word (生 → 可再生; 消 → 消费, 消耗). At last dictionary and lexicon say whether words end there: what they cut elsewhere in
/// most passages is a fragment. They take none up.
/// </remarks>
public static class LongerWordFinder
{
    /// <summary>
    /// The most mentions that are looked at; the mentions of a word that is found are always counted. A bound of its own, below that of
    /// collocates.
    /// </summary>
    public const int MaxMentions = 2_000;

    /// <summary>The most words.</summary>
    public const int MaxWords = 8;

    private const int MaxAdded = 4;

    /// <summary>
    /// In so many different passages a word must occur, and in so many where it reaches further than the next character: two that are alike
    /// by chance make no word.
    /// </summary>
    private const int FewestPassages = 2, FewestOfLonger = 3;

    /// <summary>How many times as often as elsewhere a character must occur beside the mentions.</summary>
    private const double LeastLift = 10;

    /// <summary>Among how many characters, were they equally frequent, what comes next must vary where a word ends.</summary>
    private const double LeastVariety = 2.2;

    /// <returns>Null where there is none to be found: the query has several words, or no mention.</returns>
    internal static LongerWords? Of(CountedInquiry inquiry)
    {
        if (inquiry.EngineQuery.Literals is not [{ Text: var word }] || inquiry.Counts.Total.Mentions == 0)
        {
            return null;
        }

        var looked = LookAt(inquiry);
        var isAll = looked.Count == inquiry.Counts.Total.Mentions;
        var found = looked.Words(looked.Left).Select(one => (Word: string.Concat(one.Added.Reverse()) + word, one.Mentions, IsBefore: true))
            .Concat(looked.Words(looked.Right).Select(one => (Word: word + one.Added, one.Mentions, IsBefore: false)))
            // A word that holds the one asked for twice would take away more than its own mentions.
            .Where(one => one.Word.IndexOf(word, StringComparison.Ordinal) == one.Word.LastIndexOf(word, StringComparison.Ordinal))
            .OrderByDescending(one => one.Mentions).ThenBy(one => one.Word, StringComparer.Ordinal)
            .Where(one => IsOneThing(inquiry.Reader.LexiconCutter, one.Word))
            .Where(one => WordEdges.AreAt(
                inquiry.Reader.LexiconCutter, looked.PlacesOf(one.Word), atStart: one.IsBefore, atEnd: !one.IsBefore))
            .Take(MaxWords);
        var words = ImmutableArray.CreateBuilder<LongerWord>();
        foreach (var (longer, mentions, _) in found)
        {
            if (NeighbourGroups.Without(inquiry, longer) is { } without)
            {
                words.Add(new LongerWord(longer, isAll ? mentions : MentionsWithin(inquiry, longer, without), without.NormalForm));
            }
        }

        return new LongerWords([.. words.OrderByDescending(one => one.Mentions)], looked.Count);
    }

    // Each occurrence of the longer word has one of the word, unless either can overlap itself: that is counted several times as fast.
    private static long MentionsWithin(CountedInquiry inquiry, string longer, PlanQuery without) =>
        inquiry.Query is LiteralTerm { Text: var word, IsOpenAtStart: false, IsOpenAtEnd: false }
            && !LiteralQuery.OverlapsItself(Fold.Of(word)) && !LiteralQuery.OverlapsItself(Fold.Of(longer))
            ? inquiry.CountWord(longer).Mentions
            : inquiry.Counts.Total.Mentions - inquiry.Count(without).Value!.Total.Mentions;

    // 新材料和氢能 names two; the 和 of 碳中和 is no word.
    private static bool IsOneThing(WordCutter cutter, string word) =>
        !cutter.Cut(word).Any(span => LooseCharacters.IsAlone(word.Substring(span.Start, span.Length)));

    // As many plans as it takes, spread over all: the first ones are all of one province.
    private static MentionSides LookAt(CountedInquiry inquiry)
    {
        var stride = (int)((inquiry.Counts.Total.Mentions + MaxMentions - 1) / MaxMentions);
        List<PlanEntry> plans = [.. inquiry.Counts.Lists.All()
            .Where((_, at) => at % stride == 0)
            .Select(plan => inquiry.View.Entries[plan.Plan])];
        var looked = new MentionSides(inquiry.Request.Exact);
        foreach (var (entry, mentions) in plans.Zip(inquiry.MentionsOf([.. plans.Select(plan => plan.Number)])))
        {
            var text = new PlanText(inquiry.View.Snapshot, entry);
            foreach (var mention in mentions.Take(MaxMentions - looked.Count))
            {
                looked.Add(text, mention);
            }
        }

        return looked;
    }

    /// <summary>What is beside a mention, read away from it, and the passage it is in: one that is printed twice is one.</summary>
    private sealed record Beside(string Text, string Passage);

    /// <summary>What is around mentions, and how often each character occurs in their passages.</summary>
    private sealed class MentionSides(bool isExact)
    {
        private readonly int[] _units = new int[char.MaxValue + 1];
        private readonly OrderedDictionary<string, bool> _passages = new(StringComparer.Ordinal);
        private long _length;
        private PlanText? _plan;
        private int _block = -1;
        private string _text = "";

        public int Count { get; private set; }

        public List<Beside> Left { get; } = [];

        public List<Beside> Right { get; } = [];

        public void Add(PlanText plan, Mention mention)
        {
            if (plan != _plan || mention.Block != _block)
            {
                (_plan, _block) = (plan, mention.Block);
                _text = isExact ? plan.BlockText(_block) : Fold.Of(plan.BlockText(_block));
                CountUnits();
                _passages.TryAdd(_text, true);
            }

            Count++;
            var bounds = plan.SurroundingsOf(mention.Block, mention.Start);
            var end = mention.Start + mention.Length;
            Left.Add(new Beside(Before(mention.Start, bounds.Start), _text));
            Right.Add(new Beside(After(end, bounds.End), _text));
        }

        /// <summary>Where a longer word is first in each of the passages.</summary>
        public IEnumerable<(string Text, TextRange Span)> PlacesOf(string longer)
        {
            var sought = isExact ? longer : Fold.Of(longer);
            return from passage in _passages.Keys
                   let at = passage.IndexOf(sought, StringComparison.Ordinal)
                   where at >= 0
                   select (passage, new TextRange(at, longer.Length));
        }

        /// <summary>What makes the mentions of a side parts of longer words, and of how many of them.</summary>
        public IEnumerable<(string Added, long Mentions)> Words(List<Beside> side) =>
            Next(side, 0).Where(group => Lift(group[0].Text[0], group.Count) >= LeastLift).SelectMany(group => Grown(group, 1));

        private static IEnumerable<List<Beside>> Next(List<Beside> group, int length) =>
            group.Where(one => one.Text.Length > length).GroupBy(one => one.Text[length]).Select(next => next.ToList());

        // All of a group have the first so many characters.
        private static IEnumerable<(string Added, long Mentions)> Grown(List<Beside> group, int length)
        {
            if (length > MaxAdded
                || group.DistinctBy(one => one.Passage).Take(FewestOfLonger).Count() < (length > 1 ? FewestOfLonger : FewestPassages))
            {
                return [];
            }

            var next = Next(group, length).ToList();
            // Where a sentence ends anything could follow.
            var alike = next.Sum(one => (double)one.Count * one.Count) + group.Count - next.Sum(one => one.Count);
            return (double)group.Count * group.Count / alike >= Math.Min(LeastVariety, group.Count)
                ? [(group[0].Text[..length], group.Count)]
                : next.SelectMany(one => Grown(one, length + 1));
        }

        // How many times as often as in the rest of the passages a character occurs beside the mentions.
        private double Lift(char unit, int mentions) =>
            mentions / (double)Count / ((_units[unit] - mentions + 1.0) / _length);

        private void CountUnits()
        {
            foreach (var unit in _text)
            {
                _units[unit]++;
            }

            _length += _text.Length;
        }

        // Up to the first character that is none of a word, and one character more than a word may have.
        private string Before(int start, int bound)
        {
            var from = start;
            while (from > bound && start - from <= MaxAdded && Fold.IsHan(_text[from - 1]))
            {
                from--;
            }

            return string.Concat(_text[from..start].Reverse());
        }

        private string After(int end, int bound)
        {
            var to = end;
            while (to < bound && to - end <= MaxAdded && Fold.IsHan(_text[to]))
            {
                to++;
            }

            return _text[end..to];
        }
    }
}
