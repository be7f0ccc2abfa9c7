using System.Collections.Immutable;

namespace PlanSearch.Plans;

/// <summary>How sure it is that the outline of a plan is the one that a reader sees.</summary>
/// <param name="Value">0 to 1; up to 0.8 the outline is to be checked before it is cited (章节待核).</param>
/// <param name="Reasons">What speaks against it, in Chinese, the weightiest first; empty when nothing does.</param>
public sealed record OutlineConfidence(double Value, ImmutableArray<string> Reasons)
{
    /// <summary>Up to here an outline is in doubt: of 31 labelled real plans none above it has fewer than 90 % of its headings.</summary>
    public const double DoubtUpTo = 0.8;

    /// <summary>Nothing speaks against the outline.</summary>
    public static OutlineConfidence Full { get; } = new(1, []);

    /// <summary>Whether citations should name no section before a person has looked (章节待核).</summary>
    public bool IsInDoubt => Value <= DoubtUpTo;
}
