using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>What a part finds in blocks with some values of a column: 氢能 in headings. Other parts of the tree are not narrowed.</summary>
/// <param name="Inner">A literal, another query that is no AND (a scope or a NEAR too), or an OR of such.</param>
/// <param name="Column">Rank of the column in the schema.</param>
/// <param name="Allowed">Bit v says that value v is allowed.</param>
public sealed record ColumnQuery(Query Inner, int Column, ulong Allowed) : Query
{
    /// <inheritdoc/>
    public override string ToString() => $"[{Column}:{Allowed:x}]{Inner}";

    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals) => Inner.Collect(literals);

    internal override Query Replace(Func<LiteralQuery, LiteralQuery> change) => this with { Inner = Inner.Replace(change) };
}
