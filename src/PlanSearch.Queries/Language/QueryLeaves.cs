namespace PlanSearch.Queries.Language;

/// <summary>The words of a query, and the query with other parts in their place.</summary>
internal static class QueryLeaves
{
    /// <summary>All of them in reading order.</summary>
    /// <param name="query">The query.</param>
    /// <param name="withExcluded">Whether those of a NOT count too.</param>
    public static IEnumerable<PlanQuery> Of(PlanQuery query, bool withExcluded) =>
        query is WordQuery ? [query] : query.PartsOf(withExcluded).SelectMany(part => Of(part, withExcluded));

    /// <summary>The query with <paramref name="change"/> of each word in its place.</summary>
    /// <param name="query">The query.</param>
    /// <param name="withExcluded">Whether those of a NOT are changed too.</param>
    /// <param name="change">A word that stays is given back as it is.</param>
    public static PlanQuery Replace(PlanQuery query, bool withExcluded, Func<PlanQuery, PlanQuery> change) =>
        query is WordQuery ? change(query) : query.WithParts(part => Replace(part, withExcluded, change), withExcluded);
}
