namespace PlanSearch.Corpus.Queries;

/// <summary>A query that is decided within a sentence, a block, a section, a box or a plan: 同句(氢能 产业).</summary>
/// <param name="Scope">What it is decided in.</param>
/// <param name="Inner">The query.</param>
public sealed record ScopedQuery(QueryScope Scope, PlanQuery Inner) : PlanQuery;
