using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>What a <see cref="ScopeQuery"/> decides its query in.</summary>
public enum Scope
{
    /// <summary>A sentence: it ends behind 。！？； and at the ends of block and cell.</summary>
    Sentence,

    /// <summary>A block.</summary>
    Block,

    /// <summary>A group of a level of the schema; blocks without a group satisfy nothing.</summary>
    Level,

    /// <summary>A document.</summary>
    Document,
}

/// <summary>
/// A query that is decided sentence by sentence, block by block, group by group or document by document, not record by record.
/// </summary>
/// <param name="Scope">What it is decided in.</param>
/// <param name="Level">Rank of the level, for <see cref="Scope.Level"/>; else 0.</param>
/// <param name="Inner">The query.</param>
public sealed record ScopeQuery(Scope Scope, int Level, Query Inner) : Query
{
    /// <inheritdoc/>
    public override string ToString() => $"{Scope}{(Scope == Scope.Level ? $":{Level}" : "")}({Inner})";

    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals) => Inner.Collect(literals);

    internal override Query Replace(Func<LiteralQuery, LiteralQuery> change) => this with { Inner = Inner.Replace(change) };
}
