using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>A literal where it is not a part of a longer word: 能源 but not within 新能源.</summary>
/// <param name="Inner">What is looked for.</param>
/// <param name="Longer">An occurrence within an occurrence of one of these is left out.</param>
public sealed record OutsideQuery(LiteralQuery Inner, ImmutableArray<LiteralQuery> Longer) : Query
{
    /// <inheritdoc/>
    public bool Equals(OutsideQuery? other) => other is not null && Inner == other.Inner && Longer.SequenceEqual(other.Longer);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Inner, Longer.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Inner}!({string.Join(" ", Longer)})";

    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals) => Inner.Collect(literals);

    internal override Query Replace(Func<LiteralQuery, LiteralQuery> change) => this with { Inner = change(Inner) };
}
