using System.Collections.Immutable;

namespace PlanSearch.Queries.Words;

/// <summary>Cuts a text into words: lexicon words first, the longest at each place; what lies between by what the collection itself prints.</summary>
/// <param name="lexicon">The words.</param>
/// <param name="occurs">Whether a string occurs in the collection.</param>
internal sealed class WordCutter(Lexicon lexicon, Func<string, bool> occurs)
{
    /// <summary>The longest unknown stretch that is looked up whole.</summary>
    private const int MaxUnknown = 12;

    /// <summary>The words in the order of the text; those that occur nowhere apart.</summary>
    public (ImmutableArray<string> Found, ImmutableArray<string> Missing) Cut(string text)
    {
        var (found, missing) = (new List<string>(), new List<string>());
        for (var at = 0; at < text.Length;)
        {
            if (!IsWordUnit(text[at]))
            {
                at++;
            }
            else if (lexicon.LongestAt(text, at) is > 0 and var length)
            {
                AddNew(occurs(text.Substring(at, length)) ? found : missing, text.Substring(at, length));
                at += length;
            }
            else
            {
                var end = EndOfUnknown(text, at);
                CutUnknown(text[at..end], found, missing);
                at = end;
            }
        }

        return ([.. found], [.. missing]);
    }

    private int EndOfUnknown(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && IsWordUnit(text[end]) && lexicon.LongestAt(text, end) == 0)
        {
            end++;
        }

        return end;
    }

    private void CutUnknown(string text, List<string> found, List<string> missing)
    {
        var unknownFrom = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(text.Length - at, MaxUnknown);
            while (length > 1 && !occurs(text.Substring(at, length)))
            {
                length--;
            }

            if (length == 1)
            {
                at++;
                continue;
            }

            AddNew(missing, text[unknownFrom..at]);
            AddNew(found, text.Substring(at, length));
            at += length;
            unknownFrom = at;
        }

        AddNew(missing, text[unknownFrom..]);
    }

    private static void AddNew(List<string> words, string word)
    {
        if (word.Length > 0 && !words.Contains(word))
        {
            words.Add(word);
        }
    }

    private static bool IsWordUnit(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit);
}
