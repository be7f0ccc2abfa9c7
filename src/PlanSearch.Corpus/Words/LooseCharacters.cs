using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Words;

/// <summary>Joins the single characters into which a dictionary cuts a word that it does not know: 疾|控 is 疾控, 保障|性 is 保障性.</summary>
internal static class LooseCharacters
{
    /// <summary>They are words by themselves, or begin and end none that matters.</summary>
    private const string Alone = "的和与及在等为是将以或其把被向从由到于了对也都不而之所并着过给让使很太更最再又还没只才该如若谁哪吗呢吧啊有占我你他它这那每";

    /// <summary>They end a longer word when a word of several characters is before them.</summary>
    private const string Endings = "率量额值数性化者员权制型圈链网带廊站场院厂园馆库港县市省镇乡村区湖江河";

    /// <summary>Of these the ones that do so whatever comes next: 经营性|用地.</summary>
    private const string FirmEndings = "性率";

    /// <summary>They begin a longer word when a word of several characters is after them.</summary>
    private const string Beginnings = "非高大超微准";

    /// <summary>Four characters are often a set phrase (东数西算); more are several words.</summary>
    private const int LongestJoined = 4;

    /// <summary>The words of a text, in order; <paramref name="folded"/> is the text.</summary>
    public static ImmutableArray<TextRange> Join(string folded, IReadOnlyList<TextRange> words)
    {
        var joined = ImmutableArray.CreateBuilder<TextRange>(words.Count);
        for (var at = 0; at < words.Count;)
        {
            var end = at;
            while (end < words.Count && IsLoose(folded, words[end]) && (end == at || (words[end - 1].End == words[end].Start)))
            {
                end++;
            }

            if (end == at)
            {
                joined.Add(words[at++]);
            }
            else
            {
                at = AddLoose(folded, words, at, end, joined);
            }
        }

        return joined.DrainToImmutable();
    }

    // One by itself goes to the word before it or after it; several are words of their own.
    private static int AddLoose(string folded, IReadOnlyList<TextRange> words, int at, int end, ImmutableArray<TextRange>.Builder joined)
    {
        var first = words[at];
        if (joined.Count > 0 && joined[^1].End == first.Start && IsNumber(folded, joined[^1]))
        {
            joined.Add(first);
            return at + 1;
        }

        var isEnding = joined.Count > 0 && joined[^1].End == first.Start && IsSeveralHan(folded, joined[^1]);
        if (isEnding && (end - at == 1 ? Endings : FirmEndings).Contains(folded[first.Start], StringComparison.Ordinal))
        {
            joined[^1] = joined[^1] with { Length = joined[^1].Length + 1 };
            return at + 1;
        }

        if (end - at > 1)
        {
            for (var size = end - at; size > 0; size = end - at)
            {
                size = size <= LongestJoined ? size : 2;
                joined.Add(new TextRange(words[at].Start, size));
                at += size;
            }

            return end;
        }

        if (end < words.Count
            && IsSeveralHan(folded, words[end])
            && words[end].Start == first.End
            && Beginnings.Contains(folded[first.Start], StringComparison.Ordinal))
        {
            joined.Add(new TextRange(first.Start, words[end].End - first.Start));
            return end + 1;
        }

        joined.Add(first);
        return end;
    }

    /// <summary>Whether a word is a single character that says nothing by itself: 的, 和.</summary>
    public static bool IsAlone(string word) => word.Length == 1 && Alone.Contains(word[0], StringComparison.Ordinal);

    /// <summary>Whether a word is a single character that may be part of one nobody knows.</summary>
    public static bool IsLoose(string folded, TextRange word) =>
        word.Length == 1 && Fold.IsHan(folded[word.Start]) && !Alone.Contains(folded[word.Start], StringComparison.Ordinal);

    private static bool IsSeveralHan(string folded, TextRange word) => word.Length > 1 && Fold.IsHan(folded[word.Start]);

    // What counts is a word of its own after a number: 17|条.
    private static bool IsNumber(string folded, TextRange word) => char.IsAsciiDigit(folded[word.End - 1]);
}
