using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>A string that occurs, character for character.</summary>
/// <param name="Text">At least one UTF-16 code unit, no <see cref="Fold.Separator"/>.</param>
public sealed record LiteralQuery(string Text) : Query
{
    /// <summary>What a mention of it is called, where that is not <see cref="Text"/>; null where it is.</summary>
    public string? Name { get; init; }

    /// <summary>Compare code units as they are, without folding and without the whole-run rule.</summary>
    public bool IsExact { get; init; }

    /// <summary>Lifts the whole-run rule at the start: 5G is then found in 15G.</summary>
    public bool IsOpenAtStart { get; init; }

    /// <summary>Lifts the whole-run rule at the end: 202 is then found in 2025.</summary>
    public bool IsOpenAtEnd { get; init; }

    /// <inheritdoc/>
    public override string ToString() => (IsExact ? "=" : "") + (IsOpenAtStart ? "*" : "") + '"' + Text + '"' + (IsOpenAtEnd ? "*" : "");

    /// <summary>Whether a text can occur at two places that overlap.</summary>
    /// <param name="folded">The text, folded where it is looked for so.</param>
    public static bool OverlapsItself(ReadOnlySpan<char> folded)
    {
        for (var shift = 1; shift < folded.Length; shift++)
        {
            if (folded[shift..].SequenceEqual(folded[..^shift]))
            {
                return true;
            }
        }

        return false;
    }

    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals) => literals.Add(this);

    internal override Query Replace(Func<LiteralQuery, LiteralQuery> change) => change(this);
}
