using System.Collections.Immutable;
using System.Text;

namespace PlanSearch.Plans.Text;

/// <summary>Records that satisfy every one of <see cref="Required"/> and none of <see cref="Prohibited"/>.</summary>
/// <param name="Required">At least one.</param>
/// <param name="Prohibited">May be empty.</param>
public sealed record AndQuery(ImmutableArray<Query> Required, ImmutableArray<Query> Prohibited) : Query
{
    /// <inheritdoc/>
    public bool Equals(AndQuery? other) =>
        other is not null && Required.SequenceEqual(other.Required) && Prohibited.SequenceEqual(other.Prohibited);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Required.Length, Prohibited.Length, Required[0]);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder("(").AppendJoin(' ', Required.Select(part => $"+{part}"));
        foreach (var part in Prohibited)
        {
            text.Append(" -").Append(part);
        }

        return text.Append(')').ToString();
    }

    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals)
    {
        foreach (var part in Required)
        {
            part.Collect(literals);
        }
    }

    internal override Query Replace(Func<LiteralQuery, LiteralQuery> change) =>
        this with { Required = [.. Required.Select(part => part.Replace(change))] };
}
