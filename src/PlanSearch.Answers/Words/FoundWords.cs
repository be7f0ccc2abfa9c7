using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Corpus.Words;
using PlanSearch.Queries.Language;

namespace PlanSearch.Answers.Words;

/// <summary>The words of an input, told apart by whether plans say them.</summary>
internal static class FoundWords
{
    /// <summary>
    /// The words that occur under the inquiry's filters, and those that do not; each once, in the order of the text. 的, 如 and their like
    /// are neither.
    /// </summary>
    public static (ImmutableArray<string> Found, ImmutableArray<string> Missing) Of(CountedInquiry inquiry, string text)
    {
        var (found, missing) = (new List<string>(), new List<string>());
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        bool Occurs(string word) => known.TryGetValue(word, out var occurs)
            ? occurs
            : known[word] = inquiry.Count(new LiteralTerm(word)).Value!.Total.Mentions > 0;
        foreach (var word in ViewWords.Of(inquiry).Words.Cutter.Cut(text).Select(span => text.Substring(span.Start, span.Length)).Where(word => !LooseCharacters.IsAlone(word)))
        {
            foreach (var part in Occurs(word) ? [word] : HalvesOf(word, Occurs))
            {
                AddNew(Occurs(part) ? found : missing, part);
            }
        }

        return ([.. found], [.. missing]);
    }

    // Four characters that no list knows were taken for one word, and may be two: 液氢储运.
    private static string[] HalvesOf(string word, Func<string, bool> occurs) =>
        word.Length == 4 && occurs(word[..2]) && occurs(word[2..]) ? [word[..2], word[2..]] : [word];

    private static void AddNew(List<string> words, string word)
    {
        if (!words.Contains(word))
        {
            words.Add(word);
        }
    }
}
