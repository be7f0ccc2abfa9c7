using PlanSearch.OpenSearch.Documents;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>The ways in which occurrences of literals can overlap, as the texts that they are then.</summary>
/// <remarks>Where none of these occurs no two occurrences overlap, and every one of them counts.</remarks>
internal static class Overlaps
{
    /// <summary>The texts on the wire, the ends of runs left open.</summary>
    /// <param name="literals">The literals; one that is there twice overlaps itself wherever it occurs.</param>
    public static HashSet<string> Of(IReadOnlyList<LiteralQuery> literals)
    {
        var folded = literals.Select(literal => Fold.Of(literal.Text)).ToList();
        var joined = new HashSet<string>(StringComparer.Ordinal);
        for (var one = 0; one < folded.Count; one++)
        {
            for (var other = 0; other < folded.Count; other++)
            {
                // Each pair is met in both orders, so the second never begins before the first.
                for (var shift = one == other ? 1 : 0; shift < folded[one].Length; shift++)
                {
                    if (Joined(folded[one], folded[other], shift) is { } text)
                    {
                        joined.Add(WireText.Of(text, isWholeAtStart: false, isWholeAtEnd: false));
                    }
                }
            }
        }

        return joined;
    }

    private static string? Joined(string first, string second, int shift)
    {
        var common = Math.Min(first.Length - shift, second.Length);
        return !first.AsSpan(shift, common).SequenceEqual(second.AsSpan(0, common)) ? null
            : shift + second.Length <= first.Length ? first
            : first + second[common..];
    }
}
