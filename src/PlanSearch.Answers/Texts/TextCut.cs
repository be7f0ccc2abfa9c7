using PlanSearch.Plans;

namespace PlanSearch.Answers.Texts;

/// <summary>Cuts spans out of a text without splitting a surrogate pair.</summary>
internal static class TextCut
{
    /// <summary>Up to <paramref name="most"/> code units before <paramref name="offset"/>.</summary>
    public static string Before(string text, int offset, TextRange bounds, int most) => text[Start(text, offset - most, bounds)..offset];

    /// <summary>Up to <paramref name="most"/> code units from <paramref name="offset"/> on.</summary>
    public static string After(string text, int offset, TextRange bounds, int most) => text[offset..End(text, offset + most, bounds)];

    /// <summary>The nearest place at or after <paramref name="offset"/> where a span may begin.</summary>
    public static int Start(string text, int offset, TextRange bounds)
    {
        var start = Math.Max(offset, bounds.Start);
        return SplitsPair(text, start) ? start + 1 : start;
    }

    /// <summary>The nearest place at or before <paramref name="offset"/> where a span may end.</summary>
    public static int End(string text, int offset, TextRange bounds)
    {
        var end = Math.Min(offset, bounds.End);
        return SplitsPair(text, end) ? end - 1 : end;
    }

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);
}
