namespace PlanSearch.Queries.Signs;

/// <summary>The name of a scope with the bracket it opens, or of a field with its colon, at the start of a token: 同句( and 标题:.</summary>
/// <param name="Scope">The scope; null for a field.</param>
/// <param name="Field">The field; null for a scope.</param>
/// <param name="Length">Code units before what it governs: a scope's bracket is not among them, a field's colon is.</param>
internal readonly record struct QueryPrefix(QueryScope? Scope, QueryField? Field, int Length)
{
    // A field's colon is part of what is before.
    private static readonly int LongestPrefix = Math.Max(QueryScopes.All.Max(row => row.Name.Length), QueryFields.LongestName + 1);

    /// <summary>The prefix at <paramref name="at"/>; null when there is none. What a field governs must follow without a blank.</summary>
    public static QueryPrefix? At(string text, int at)
    {
        if (QueryScopes.At(text, at) is { } row)
        {
            var bracket = at + row.Name.Length;
            return bracket < text.Length && QuerySigns.IsOpenBracket(text[bracket]) ? new QueryPrefix(row.Scope, null, bracket - at) : null;
        }

        if (QueryFields.At(text, at) is not var (field, length))
        {
            return null;
        }

        var end = at + length + 1;
        return end < text.Length
            && QuerySigns.IsColon(text[end - 1])
            && !QuerySigns.IsBlank(text[end])
            && !QuerySigns.IsBar(text[end])
            && !QuerySigns.IsCloseBracket(text[end])
            ? new QueryPrefix(null, field, end - at)
            : null;
    }

    /// <summary>
    /// Where the prefixes that end at <paramref name="at"/> begin (标题:同句 before its bracket); <paramref name="at"/> itself without one.
    /// </summary>
    public static int StartBefore(string text, int at)
    {
        for (var start = Math.Max(0, at - LongestPrefix); start < at; start++)
        {
            if (At(text, start) is { } prefix && start + prefix.Length == at)
            {
                return StartBefore(text, start);
            }
        }

        return at;
    }
}
