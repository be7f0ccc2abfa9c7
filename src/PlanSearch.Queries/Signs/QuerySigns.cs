namespace PlanSearch.Queries.Signs;

/// <summary>The characters that the query language uses; a full-width one is the same.</summary>
internal static class QuerySigns
{
    public static bool IsBlank(char unit) => char.IsWhiteSpace(unit);

    public static bool IsOpenBracket(char unit) => unit is '(' or '（';

    public static bool IsCloseBracket(char unit) => unit is ')' or '）';

    public static bool IsBar(char unit) => unit is '|' or '｜';

    public static bool IsStraightQuote(char unit) => unit is '"' or '＂';

    public static bool IsQuote(char unit) => IsStraightQuote(unit) || unit is '“' or '”';

    public static bool IsColon(char unit) => unit is ':' or '：';

    public static bool IsExclusion(char unit) => unit is '!' or '！';

    public static bool IsTopicMark(char unit) => unit is '#' or '＃';

    /// <summary>The minus before a word, as a keyboard or an input method types it.</summary>
    public static bool IsMinus(char unit) => unit is '-' or '－' or '−';

    /// <summary>? and *: a full-width ？ ends a sentence and is text.</summary>
    public static bool IsWildcard(char unit) => unit is '?' or '*';

    /// <summary>
    /// Whether a word can be beside an operator without quotes: no blank, bar, bracket, quote, ! or wildcard, and no minus or # at its
    /// start.
    /// </summary>
    public static bool IsPlainWord(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
        {
            if (IsBlank(unit)
                || IsBar(unit)
                || IsOpenBracket(unit)
                || IsCloseBracket(unit)
                || IsQuote(unit)
                || IsExclusion(unit)
                || IsWildcard(unit))
            {
                return false;
            }
        }

        return word.Length > 0 && !IsMinus(word[0]) && !IsTopicMark(word[0]);
    }
}
