using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>Two parts in the same block with few code units between them; the mentions are those of both parts.</summary>
/// <param name="Left">A literal, another query that is no AND, or an OR of such.</param>
/// <param name="Right">The same.</param>
/// <param name="Distance">The most code units between the end of one and the start of the other; parts that overlap are no pair.</param>
/// <remarks>
/// A kind of pair is a class in this file. Whoever decides a query asks <see cref="IsPair"/>, so that the rule of a kind is here alone;
/// whoever looks only where a pair can be goes by <see cref="Distance"/> and <see cref="IsOrdered"/>.
/// </remarks>
public abstract record PairQuery(Query Left, Query Right, int Distance) : Query
{
    /// <summary>What stands before the distance in <see cref="ToString"/>.</summary>
    protected abstract string Word { get; }

    /// <summary>Whether the left one comes first in every pair that <see cref="Fits"/>.</summary>
    public abstract bool IsOrdered { get; }

    /// <summary>Whether two ranges of one block are a pair.</summary>
    /// <param name="left">Where the left part is.</param>
    /// <param name="right">Where the right one is, counted from the same unit.</param>
    public bool IsPair(UnitRange left, UnitRange right)
    {
        var between = right.Start >= left.End ? right.Start - left.End : left.Start - right.End;
        return between >= 0 && between <= Distance && Fits(left, right);
    }

    /// <inheritdoc/>
    public sealed override string ToString() => $"({Left} {Word}/{Distance} {Right})";

    /// <summary>Whether two ranges that are near enough and do not overlap are a pair.</summary>
    protected abstract bool Fits(UnitRange left, UnitRange right);

    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals)
    {
        Left.Collect(literals);
        Right.Collect(literals);
    }

    internal override Query Replace(Func<LiteralQuery, LiteralQuery> change) =>
        this with { Left = Left.Replace(change), Right = Right.Replace(change) };
}

/// <summary>A pair in any order.</summary>
/// <param name="Left">See <see cref="PairQuery"/>.</param>
/// <param name="Right">See <see cref="PairQuery"/>.</param>
/// <param name="Distance">See <see cref="PairQuery"/>.</param>
public sealed record NearQuery(Query Left, Query Right, int Distance) : PairQuery(Left, Right, Distance)
{
    /// <inheritdoc/>
    public override bool IsOrdered => false;

    /// <inheritdoc/>
    protected override string Word => "NEAR";

    /// <inheritdoc/>
    protected override bool Fits(UnitRange left, UnitRange right) => true;
}

/// <summary>Where a part of a pair is.</summary>
/// <param name="Start">UTF-16 code units from wherever both parts are counted from.</param>
/// <param name="Length">UTF-16 code units.</param>
public readonly record struct UnitRange(int Start, int Length)
{
    /// <summary>After its last code unit.</summary>
    public int End => Start + Length;
}
