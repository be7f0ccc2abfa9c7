using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;

namespace PlanSearch.TestSupport;

/// <summary>Pairs of every kind that the query language has an operator for, and one that is unlike them.</summary>
public static class RandomPairs
{
    /// <summary>A pair of any kind.</summary>
    /// <param name="random">A generator whose seed is printed.</param>
    /// <param name="left">Its left part.</param>
    /// <param name="right">Its right part.</param>
    /// <param name="distance">Its distance.</param>
    public static PairQuery Of(Random random, Query left, Query right, int distance) =>
        random.Next(PairOperators.All.Length + 1) is var kind && kind < PairOperators.All.Length
            ? PairOperators.All[kind].ToIndex(left, right, distance)
            : new LopsidedPair(left, right, distance);
}

/// <summary>A pair that looks at order and lengths: the left part is first and no longer than the right one.</summary>
/// <param name="Left">See <see cref="PairQuery"/>.</param>
/// <param name="Right">See <see cref="PairQuery"/>.</param>
/// <param name="Distance">See <see cref="PairQuery"/>.</param>
/// <remarks>No operator has it. It holds whatever decides a query, and a cluster's search for plans, to all that a kind may say.</remarks>
public sealed record LopsidedPair(Query Left, Query Right, int Distance) : PairQuery(Left, Right, Distance)
{
    /// <inheritdoc/>
    public override bool IsOrdered => true;

    /// <inheritdoc/>
    protected override string Word => "LOPSIDED";

    /// <inheritdoc/>
    protected override bool Fits(UnitRange left, UnitRange right) => left.Start < right.Start && left.Length <= right.Length;
}
