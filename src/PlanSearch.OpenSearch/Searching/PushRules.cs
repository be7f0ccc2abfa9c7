using System.Collections.Immutable;
using PlanSearch.OpenSearch.Documents;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>A reason for which what a cluster counts of a literal is not proved to be what the matcher counts.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Holds">Whether a literal has it; its text is given folded as well.</param>
internal sealed record PushRule(string Name, Func<LiteralQuery, string, bool> Holds);

/// <summary>Which literals a cluster may count. A literal that no rule holds back is counted exactly; a test asks over random texts.</summary>
internal static class PushRules
{
    /// <summary>The rules, a line each.</summary>
    public static ImmutableArray<PushRule> All { get; } =
    [
        new("exact: glyphs are compared, and the cluster has them folded", (literal, _) => literal.IsExact),
        new("units that share their wire form with others", (_, folded) => !WireText.IsFaithful(folded)),
        new("it can overlap itself, and of two that overlap one counts", (_, folded) => HasBorder(folded)),
    ];

    /// <summary>The first rule that holds a literal back; null when the cluster counts it.</summary>
    public static PushRule? Against(LiteralQuery literal)
    {
        var folded = Fold.Of(literal.Text);
        return All.FirstOrDefault(rule => rule.Holds(literal, folded));
    }

    private static bool HasBorder(string text)
    {
        for (var length = 1; length < text.Length; length++)
        {
            if (text.AsSpan(0, length).SequenceEqual(text.AsSpan(text.Length - length)))
            {
                return true;
            }
        }

        return false;
    }
}
