namespace PlanSearch.Corpus.Queries;

/// <summary>The topic sets of a query, and the query with other words of them switched off.</summary>
internal static class TopicTerms
{
    /// <summary>All of them in reading order, those of a NOT included.</summary>
    public static IEnumerable<TopicTerm> Of(PlanQuery query) => query switch
    {
        TopicTerm term => [term],
        AnyOf any => any.Parts.SelectMany(Of),
        AllOf all => all.Required.Concat(all.Excluded).SelectMany(Of),
        NearTerms near => Of(near.Left).Concat(Of(near.Right)),
        ScopedQuery scoped => Of(scoped.Inner),
        PlacedQuery placed => Of(placed.Inner),
        NarrowedQuery narrowed => Of(narrowed.Inner),
        _ => [],
    };

    /// <summary>The query with <paramref name="term"/> in the place of every use of its set.</summary>
    public static PlanQuery With(PlanQuery query, TopicTerm term) => query switch
    {
        TopicTerm other => other.Topic.Name == term.Topic.Name ? term : other,
        AnyOf any => AnyOf.Of(any.Parts.Select(part => With(part, term))),
        AllOf all => AllOf.Of(all.Required.Select(part => With(part, term)), all.Excluded.Select(part => With(part, term))),
        NearTerms near => near with { Left = With(near.Left, term), Right = With(near.Right, term) },
        ScopedQuery scoped => scoped with { Inner = With(scoped.Inner, term) },
        PlacedQuery placed => placed with { Inner = With(placed.Inner, term) },
        NarrowedQuery narrowed => narrowed with { Inner = With(narrowed.Inner, term) },
        _ => query,
    };
}
