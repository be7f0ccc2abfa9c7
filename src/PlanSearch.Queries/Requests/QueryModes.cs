namespace PlanSearch.Queries.Requests;

/// <summary>The names of the ways to read an input, as addresses, files and certificates write them.</summary>
public static class QueryModes
{
    /// <summary>Each by its name.</summary>
    private static readonly (QueryMode Mode, string Name)[] All =
        [(QueryMode.Auto, "auto"), (QueryMode.Literal, "literal"), (QueryMode.Expression, "expression"), (QueryMode.Words, "words")];

    /// <summary>The name of a mode.</summary>
    public static string NameOf(QueryMode mode) => Array.Find(All, one => one.Mode == mode).Name;

    /// <summary>The mode of a name; null for any other word.</summary>
    public static QueryMode? Of(string name) => Array.FindIndex(All, one => one.Name == name) is >= 0 and var at ? All[at].Mode : null;
}
