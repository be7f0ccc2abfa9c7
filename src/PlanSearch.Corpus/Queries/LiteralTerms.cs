namespace PlanSearch.Corpus.Queries;

/// <summary>The literals of a query, and the query with other ones in their place.</summary>
internal static class LiteralTerms
{
    /// <summary>The literals that have to occur or may, in reading order; those of a NOT left out.</summary>
    public static IEnumerable<LiteralTerm> Positive(PlanQuery query) => query switch
    {
        LiteralTerm term => [term],
        AnyOf any => any.Parts.SelectMany(Positive),
        AllOf all => all.Required.SelectMany(Positive),
        NearTerms near => Positive(near.Left).Concat(Positive(near.Right)),
        ScopedQuery scoped => Positive(scoped.Inner),
        PlacedQuery placed => Positive(placed.Inner),
        NarrowedQuery narrowed => Positive(narrowed.Inner),
        _ => [],
    };

    /// <summary>The query with <paramref name="change"/> in the place of each positive literal.</summary>
    public static PlanQuery Replace(PlanQuery query, Func<LiteralTerm, PlanQuery> change) => query switch
    {
        LiteralTerm term => change(term),
        AnyOf any => AnyOf.Of(any.Parts.Select(part => Replace(part, change))),
        AllOf all => AllOf.Of(all.Required.Select(part => Replace(part, change)), all.Excluded),
        NearTerms near => near with { Left = Replace(near.Left, change), Right = Replace(near.Right, change) },
        ScopedQuery scoped => scoped with { Inner = Replace(scoped.Inner, change) },
        PlacedQuery placed => placed with { Inner = Replace(placed.Inner, change) },
        NarrowedQuery narrowed => narrowed with { Inner = Replace(narrowed.Inner, change) },
        _ => query,
    };
}
