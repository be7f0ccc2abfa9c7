using PlanSearch.Plans;

namespace PlanSearch.Corpus.Answers;

/// <summary>Sentences of a text: they end at 。！？； with the closing signs after it, or where the text ends.</summary>
internal static class Sentences
{
    /// <summary>The sentence around <paramref name="mention"/> within <paramref name="bounds"/>; a mention over several sentences is in all of them.</summary>
    public static TextRange Around(string text, TextRange mention, TextRange bounds)
    {
        var start = StartOf(text, mention.Start, bounds);
        var end = EndOf(text, Math.Max(mention.End - 1, mention.Start), bounds);
        return new TextRange(start, end - start);
    }

    /// <summary>Where the sentence that holds <paramref name="offset"/> begins.</summary>
    public static int StartOf(string text, int offset, TextRange bounds)
    {
        var start = offset;
        while (start > bounds.Start && !IsBoundary(text, start))
        {
            start--;
        }

        return start;
    }

    /// <summary>After the last code unit of the sentence that holds <paramref name="offset"/>.</summary>
    public static int EndOf(string text, int offset, TextRange bounds)
    {
        var end = offset + 1;
        while (end < bounds.End && !IsBoundary(text, end))
        {
            end++;
        }

        return end;
    }

    // A new sentence begins after an end mark and what closes with it: 他说“好。”然后…
    private static bool IsBoundary(string text, int at)
    {
        if (IsEnd(text[at]) || IsCloser(text[at]))
        {
            return false;
        }

        var before = at - 1;
        while (before > 0 && IsCloser(text[before]))
        {
            before--;
        }

        return IsEnd(text[before]);
    }

    private static bool IsEnd(char unit) => unit is '。' or '！' or '？' or '；';

    private static bool IsCloser(char unit) => unit is '”' or '’' or '）' or '》' or '」' or '』' or '】' or '〕';
}
