using PlanSearch.Engine.Queries;

namespace PlanSearch.Corpus.Queries;

/// <summary>A query in the engine's words.</summary>
internal static class EngineQuery
{
    /// <param name="query">The query.</param>
    /// <param name="isExact">Compare code units as they are.</param>
    public static Query From(PlanQuery query, bool isExact) => query switch
    {
        LiteralTerm term => new LiteralQuery(term.Text) { IsExact = isExact, IsOpenAtStart = term.IsOpenAtStart, IsOpenAtEnd = term.IsOpenAtEnd },
        AnyOf any => new OrQuery([.. any.Parts.Select(part => From(part, isExact))]),
        AllOf all => new AndQuery([.. all.Required.Select(part => From(part, isExact))], [.. all.Excluded.Select(part => From(part, isExact))]),
        _ => throw new ArgumentException($"Unknown query {query.GetType().Name}.", nameof(query)),
    };
}
