using System.Collections.Immutable;
using PlanSearch.Plans.Text;

namespace PlanSearch.Queries.Signs;

/// <summary>What the words of a scope have to be in together.</summary>
public enum QueryScope
{
    /// <summary>同句: a sentence.</summary>
    Sentence,

    /// <summary>同段: a block, which is a paragraph, an entry, a row.</summary>
    Paragraph,

    /// <summary>同节: a heading's own text with the boxes and tables in it.</summary>
    Section,

    /// <summary>同专栏: a box; what is outside boxes is none.</summary>
    Box,

    /// <summary>同规划: a plan.</summary>
    Plan,
}

/// <summary>All that there is to say of a scope.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Name">Its name in the query language.</param>
/// <param name="Place">As it is said: 同一句.</param>
/// <param name="InEnglish">What it is in English.</param>
/// <param name="Group">What the index decides its words in.</param>
/// <param name="Level">The rank of the level, for <see cref="Plans.Text.Scope.Level"/>.</param>
internal sealed record QueryScopeRow(QueryScope Scope, string Name, string Place, string InEnglish, Scope Group, int Level = 0);

/// <summary>The scopes: one is a value of <see cref="QueryScope"/> and a row here.</summary>
internal static class QueryScopes
{
    /// <summary>In the order in which help lists them.</summary>
    public static ImmutableArray<QueryScopeRow> All { get; } =
    [
        new(QueryScope.Sentence, "同句", "同一句", "sentence", Scope.Sentence),
        new(QueryScope.Paragraph, "同段", "同一段", "paragraph", Scope.Block),
        new(QueryScope.Section, "同节", "同一节", "section", Scope.Level, PlanRanks.NodeLevel),
        new(QueryScope.Box, "同专栏", "同一专栏", "box", Scope.Level, PlanRanks.BoxLevel),
        new(QueryScope.Plan, "同规划", "同一规划", "plan", Scope.Document),
    ];

    /// <summary>What there is to say of a scope; every value has its row.</summary>
    public static QueryScopeRow Of(QueryScope scope) => All.First(row => row.Scope == scope);

    /// <summary>The scope whose name is at <paramref name="at"/>; null when none does.</summary>
    public static QueryScopeRow? At(string text, int at) =>
        All.FirstOrDefault(row => string.CompareOrdinal(text, at, row.Name, 0, row.Name.Length) == 0);
}
