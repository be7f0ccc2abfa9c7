namespace PlanSearch.Corpus.Queries;

/// <summary>The signs of the query language; a full-width sign is the same sign.</summary>
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
}
