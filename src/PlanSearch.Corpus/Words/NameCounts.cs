using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Words;

/// <summary>How many names have a word, and how many have words side by side. Private to one thread.</summary>
internal sealed class NameCounts
{
    private const int LongestWord = 6;
    private const int LongestCompound = 12;

    /// <summary>
    /// Two names that are alike by chance are soon found; a compound is known to be good Chinese, so it takes more to tell that it is one
    /// word.
    /// </summary>
    private const int FewestOfWord = 2, FewestOfCompound = 3;

    /// <summary>Of the names with the rarest part so many must have all of them side by side.</summary>
    private const double LeastShare = 0.5;

    /// <summary>What is so often within one longer word, or beside one other word, is a part of that.</summary>
    private const double Part = 0.8;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sideBySide = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Occurrence>> _loose = new(StringComparer.Ordinal);

    /// <summary>Counts each word and each row of words side by side once, however often the name has them.</summary>
    /// <param name="folded">The name, folded.</param>
    /// <param name="words">Its words, the characters of unknown ones single.</param>
    /// <param name="name">The name as it is printed.</param>
    public void Add(string folded, ImmutableArray<TextRange> words, PrintedName name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var first = 0; first < words.Length; first++)
        {
            if (seen.Add(TextOf(folded, words[first])))
            {
                Count(_words, TextOf(folded, words[first]));
            }

            var isLoose = LooseCharacters.IsLoose(folded, words[first]);
            for (var next = first + 1; next < words.Length
                && IsBeside(folded, words, next)
                && words[next].End - words[first].Start <= LongestCompound; next++)
            {
                var span = folded[words[first].Start..words[next].End];
                isLoose = isLoose && LooseCharacters.IsLoose(folded, words[next]) && span.Length <= LongestWord;
                if (!seen.Add(span))
                {
                    continue;
                }

                Count(_sideBySide, span);
                if (isLoose)
                {
                    var names = _loose.TryGetValue(span, out var known) ? known : _loose[span] = [];
                    names.Add(new Occurrence(name, Before(folded, words, first), After(folded, words, next)));
                }
            }
        }
    }

    /// <summary>Whether a word made of others is one word in these names.</summary>
    public bool IsOne(ImmutableArray<string> parts)
    {
        var together = _sideBySide.GetValueOrDefault(string.Concat(parts));
        return together >= FewestOfCompound && together >= LeastShare * parts.Min(part => _words.GetValueOrDefault(part));
    }

    /// <summary>The words that single characters make; those of most plans first.</summary>
    public ImmutableArray<OwnWord> OwnWords()
    {
        var words = _loose
            .Where(
                one => one.Value.Count >= FewestOfWord
                    && IsFree(one.Value, found => found.Before)
                    && IsFree(one.Value, found => found.After)
                && one.Key.Any(unit => one.Value.Count >= LeastShare * _words[unit.ToString()]))
            .ToDictionary(StringComparer.Ordinal);
        var longer = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, names) in words)
        {
            foreach (var part in PartsOf(word))
            {
                longer[part] = Math.Max(longer.GetValueOrDefault(part), names.Count);
            }
        }

        return
        [
            .. words
                .Where(one => longer.GetValueOrDefault(one.Key) < Part * one.Value.Count)
                .Select(one => new OwnWord(one.Key, one.Value.SelectMany(found => found.Name.Plans).Distinct().Count()))
                .OrderByDescending(one => one.Plans).ThenBy(one => one.Text, StringComparer.Ordinal),
        ];
    }

    // At the edge of a name or beside punctuation it is by itself.
    private static bool IsFree(List<Occurrence> names, Func<Occurrence, string> side) =>
        names.Select(side).Where(beside => beside.Length > 0).CountBy(beside => beside).All(beside => beside.Value <= Part * names.Count);

    private static string Before(string folded, ImmutableArray<TextRange> words, int first) =>
        first > 0 && IsBeside(folded, words, first) ? TextOf(folded, words[first - 1]) : "";

    private static string After(string folded, ImmutableArray<TextRange> words, int last) =>
        last + 1 < words.Length && IsBeside(folded, words, last + 1) ? TextOf(folded, words[last + 1]) : "";

    private static IEnumerable<string> PartsOf(string word)
    {
        for (var length = 2; length < word.Length; length++)
        {
            for (var start = 0; start + length <= word.Length; start++)
            {
                yield return word.Substring(start, length);
            }
        }
    }

    private static bool IsBeside(string folded, ImmutableArray<TextRange> words, int at) =>
        words[at - 1].End == words[at].Start && Fold.IsHan(folded[words[at].Start]) && Fold.IsHan(folded[words[at - 1].Start]);

    private static string TextOf(string folded, TextRange word) => folded.Substring(word.Start, word.Length);

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    /// <summary>Where characters are side by side: the name, and the words right before and after, empty where there is none.</summary>
    private sealed record Occurrence(PrintedName Name, string Before, string After);
}
