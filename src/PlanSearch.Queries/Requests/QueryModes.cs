using System.Collections.Immutable;

namespace PlanSearch.Queries.Requests;

/// <summary>The names of the ways to read an input, as addresses, files and certificates write them.</summary>
public static class QueryModes
{
    /// <summary>Every mode once, with its name in small letters.</summary>
    public static ImmutableArray<(QueryMode Mode, string Name)> All { get; } =
        [(QueryMode.Auto, "auto"), (QueryMode.Literal, "literal"), (QueryMode.Expression, "expression"), (QueryMode.Words, "words")];

    /// <summary>As it is written: auto, literal, expression, words.</summary>
    public static string NameOf(QueryMode mode) => All.First(one => one.Mode == mode).Name;

    /// <summary>The mode of a name; null for any other word.</summary>
    public static QueryMode? Of(string name) => All.Where(one => one.Name == name).Select(one => (QueryMode?)one.Mode).FirstOrDefault();
}
