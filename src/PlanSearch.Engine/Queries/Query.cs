using System.Collections.Immutable;
using System.Text;

namespace PlanSearch.Engine.Queries;

/// <summary>What is looked for: a boolean tree over literals, decided record by record.</summary>
/// <remarks>
/// A query's mentions are those of all its positive literals within the records that satisfy it; where two overlap, the leftmost wins,
/// then the longest. A NOT contributes none. <see cref="object.ToString"/> gives a readable form for plans and tests.
/// </remarks>
public abstract record Query
{
    private protected Query()
    {
    }

    /// <summary>The positive literals in reading order: <see cref="Search.Mention.Literal"/> is a rank in this list.</summary>
    public ImmutableArray<LiteralQuery> Literals
    {
        get
        {
            var found = ImmutableArray.CreateBuilder<LiteralQuery>();
            Collect(found);
            return found.ToImmutable();
        }
    }

    internal abstract void Collect(ImmutableArray<LiteralQuery>.Builder literals);
}

/// <summary>A string that occurs, character for character.</summary>
/// <param name="Text">At least one UTF-16 code unit, no <see cref="Analysis.Fold.Separator"/>.</param>
public sealed record LiteralQuery(string Text) : Query
{
    /// <summary>Compare code units as they are, without folding and without the whole-run rule.</summary>
    public bool IsExact { get; init; }

    /// <summary>Lifts the whole-run rule at the start: 5G is then found in 15G.</summary>
    public bool IsOpenAtStart { get; init; }

    /// <summary>Lifts the whole-run rule at the end: 202 is then found in 2025.</summary>
    public bool IsOpenAtEnd { get; init; }

    /// <inheritdoc/>
    public override string ToString() => (IsExact ? "=" : "") + (IsOpenAtStart ? "*" : "") + '"' + Text + '"' + (IsOpenAtEnd ? "*" : "");

    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals) => literals.Add(this);
}

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
}

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
}
