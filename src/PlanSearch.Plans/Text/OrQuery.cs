using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>Records that satisfy at least one of the parts.</summary>
/// <param name="Parts">At least one.</param>
public sealed record OrQuery(ImmutableArray<Query> Parts) : Query
{
    /// <inheritdoc/>
    public bool Equals(OrQuery? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parts.Length, Parts[0]);

    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(" | ", Parts)})";

    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals)
    {
        foreach (var part in Parts)
        {
            part.Collect(literals);
        }
    }

    internal override Query Replace(Func<LiteralQuery, LiteralQuery> change) =>
        this with { Parts = [.. Parts.Select(part => part.Replace(change))] };
}
