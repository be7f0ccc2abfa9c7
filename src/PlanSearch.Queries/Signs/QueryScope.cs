using System.Collections.Immutable;

namespace PlanSearch.Queries.Signs;

/// <summary>What the words of a scope have to stand in together.</summary>
public enum QueryScope
{
    /// <summary>同句: a sentence.</summary>
    Sentence,

    /// <summary>同段: a block, which is a paragraph, an entry, a row.</summary>
    Paragraph,

    /// <summary>同节: a heading's own text with the boxes and tables in it.</summary>
    Section,

    /// <summary>同专栏: a box; what stands outside boxes is none.</summary>
    Box,

    /// <summary>同规划: a plan.</summary>
    Plan,
}

/// <summary>What the scopes are called.</summary>
internal static class QueryScopes
{
    private static readonly ImmutableArray<string> Names = ["同句", "同段", "同节", "同专栏", "同规划"];

    private static readonly ImmutableArray<string> Places = ["同一句", "同一段", "同一节", "同一专栏", "同一规划"];

    public static string NameOf(QueryScope scope) => Names[(int)scope];

    /// <summary>As it is said: 同一句.</summary>
    public static string PlaceOf(QueryScope scope) => Places[(int)scope];

    /// <summary>The scope whose name stands at <paramref name="at"/>; null when none does.</summary>
    public static QueryScope? At(string text, int at)
    {
        for (var scope = 0; scope < Names.Length; scope++)
        {
            if (string.CompareOrdinal(text, at, Names[scope], 0, Names[scope].Length) == 0)
            {
                return (QueryScope)scope;
            }
        }

        return null;
    }
}
