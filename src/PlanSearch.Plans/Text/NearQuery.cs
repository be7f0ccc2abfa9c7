using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>Two parts in the same block, in any order, with few code units between them; the mentions are those of both parts.</summary>
/// <param name="Left">A literal, another query that is no AND, or an OR of such.</param>
/// <param name="Right">The same.</param>
/// <param name="Distance">The most code units between the end of one and the start of the other; parts that overlap are not near.</param>
public sealed record NearQuery(Query Left, Query Right, int Distance) : Query
{
    /// <inheritdoc/>
    public override string ToString() => $"({Left} NEAR/{Distance} {Right})";

    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals)
    {
        Left.Collect(literals);
        Right.Collect(literals);
    }

    internal override Query Replace(Func<LiteralQuery, LiteralQuery> change) =>
        this with { Left = Left.Replace(change), Right = Right.Replace(change) };
}
