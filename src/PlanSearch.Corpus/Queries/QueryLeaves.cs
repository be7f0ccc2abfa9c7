namespace PlanSearch.Corpus.Queries;

/// <summary>The parts of a query that hold no other query, and the query with other parts in their place.</summary>
internal static class QueryLeaves
{
    /// <summary>All of them in reading order.</summary>
    /// <param name="query">The query.</param>
    /// <param name="withExcluded">Whether those of a NOT count too.</param>
    public static IEnumerable<PlanQuery> Of(PlanQuery query, bool withExcluded) => query switch
    {
        AnyOf any => any.Parts.SelectMany(part => Of(part, withExcluded)),
        AllOf all => (withExcluded ? all.Required.Concat(all.Excluded) : all.Required).SelectMany(part => Of(part, withExcluded)),
        NearTerms near => Of(near.Left, withExcluded).Concat(Of(near.Right, withExcluded)),
        ScopedQuery scoped => Of(scoped.Inner, withExcluded),
        PlacedQuery placed => Of(placed.Inner, withExcluded),
        NarrowedQuery narrowed => Of(narrowed.Inner, withExcluded),
        _ => [query],
    };

    /// <summary>The query with <paramref name="change"/> of each leaf in its place.</summary>
    /// <param name="query">The query.</param>
    /// <param name="withExcluded">Whether those of a NOT are changed too.</param>
    /// <param name="change">A leaf that stays is given back as it is.</param>
    public static PlanQuery Replace(PlanQuery query, bool withExcluded, Func<PlanQuery, PlanQuery> change)
    {
        PlanQuery Changed(PlanQuery part) => Replace(part, withExcluded, change);
        return query switch
        {
            AnyOf any => AnyOf.Of(any.Parts.Select(Changed)),
            AllOf all => AllOf.Of(all.Required.Select(Changed), withExcluded ? all.Excluded.Select(Changed) : all.Excluded),
            NearTerms near => near with { Left = Changed(near.Left), Right = Changed(near.Right) },
            ScopedQuery scoped => scoped with { Inner = Changed(scoped.Inner) },
            PlacedQuery placed => placed with { Inner = Changed(placed.Inner) },
            NarrowedQuery narrowed => narrowed with { Inner = Changed(narrowed.Inner) },
            _ => change(query),
        };
    }
}
