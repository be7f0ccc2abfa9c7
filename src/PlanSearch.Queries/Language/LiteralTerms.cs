namespace PlanSearch.Queries.Language;

/// <summary>The literals of a query, and the query with other ones in their place.</summary>
internal static class LiteralTerms
{
    /// <summary>The literals that have to occur or may, in reading order; those of a NOT left out.</summary>
    public static IEnumerable<LiteralTerm> Positive(PlanQuery query) => QueryLeaves.Of(query, withExcluded: false).OfType<LiteralTerm>();

    /// <summary>The query with <paramref name="change"/> in the place of each positive literal.</summary>
    public static PlanQuery Replace(PlanQuery query, Func<LiteralTerm, PlanQuery> change) =>
        QueryLeaves.Replace(query, withExcluded: false, leaf => leaf is LiteralTerm term ? change(term) : leaf);
}
