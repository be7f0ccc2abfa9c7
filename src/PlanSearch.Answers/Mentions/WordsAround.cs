using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Words;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Answers.Mentions;

/// <summary>Counts the words right before and after mentions, and those near them in the same sentence. Private to one thread.</summary>
/// <remarks>
/// Cut apart from the mention, so that the word beside it never has a part of it, and each mention has one word on each side, or none.
/// </remarks>
internal sealed class WordsAround(WordCutter cutter)
{
    /// <summary>How many characters before and after a mention are near it.</summary>
    private const int Reach = 20;

    /// <summary>So many more are cut with them: a word at the edge would be cut in two.</summary>
    private const int Margin = 8;

    private readonly HashSet<int> _seen = [];

    /// <summary>The words right before mentions; an empty one at punctuation or an end.</summary>
    public Dictionary<string, long> Left { get; } = new(StringComparer.Ordinal);

    /// <summary>The words right after mentions.</summary>
    public Dictionary<string, long> Right { get; } = new(StringComparer.Ordinal);

    /// <summary>The words near mentions: of several characters, no numbers.</summary>
    public Dictionary<string, long> Near { get; } = new(StringComparer.Ordinal);

    /// <summary>Mentions so far, those with no word on a side included.</summary>
    public int Mentions { get; private set; }

    /// <summary>How many characters were near some mention, each counted once.</summary>
    public long NearCharacters { get; private set; }

    /// <summary>Adds mentions of a block.</summary>
    /// <param name="text">The text of the block, folded.</param>
    /// <param name="mentions">They and the cells they are in, in the order of the text.</param>
    public void Add(string text, IReadOnlyList<(TextRange Mention, TextRange Bounds)> mentions)
    {
        _seen.Clear();
        foreach (var (mention, _) in mentions)
        {
            _seen.UnionWith(Enumerable.Range(mention.Start, mention.Length));
        }

        foreach (var (mention, bounds) in mentions)
        {
            Mentions++;
            var sentence = Sentences.Around(text, mention, bounds);
            var before = Cut(text, Math.Max(sentence.Start, mention.Start - Reach - Margin), mention.Start);
            var after = Cut(text, mention.End, Math.Min(sentence.End, mention.End + Reach + Margin));
            Count(Left, before.Count > 0 && before[^1].End == mention.Start ? TextOf(text, before[^1]) : "");
            Count(Right, after.Count > 0 && after[0].Start == mention.End ? TextOf(text, after[0]) : "");
            CountNear(
                text,
                before.Where(word => word.Start >= mention.Start - Reach).Concat(after.Where(word => word.End <= mention.End + Reach)));
            CountCharacters(Math.Max(sentence.Start, mention.Start - Reach), Math.Min(sentence.End, mention.End + Reach));
        }
    }

    // What is near two mentions, or a part of one, is counted once or not at all.
    private void CountNear(string text, IEnumerable<TextRange> words)
    {
        foreach (var word in words)
        {
            var units = Enumerable.Range(word.Start, word.Length);
            if (word.Length > 1 && Fold.IsHan(text[word.Start]) && !units.Any(_seen.Contains))
            {
                Count(Near, TextOf(text, word));
            }
        }
    }

    private void CountCharacters(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            NearCharacters += _seen.Add(at) ? 1 : 0;
        }
    }

    private List<TextRange> Cut(string text, int start, int end) =>
        start >= end ? [] : [.. cutter.Cut(text[start..end]).Select(word => word with { Start = word.Start + start })];

    private static string TextOf(string text, TextRange word) => text.Substring(word.Start, word.Length);

    private static void Count(Dictionary<string, long> counts, string word) => counts[word] = counts.GetValueOrDefault(word) + 1;
}
