using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Format;

/// <summary>Of which units the dictionary states what a literal of them counts.</summary>
internal static class StatedUnits
{
    /// <summary>Whether what is counted of a unit, and of the bigrams of two such units, is what a literal of them counts.</summary>
    public static bool IsStated(char unit) => Fold.Of(unit) is var folded && Fold.IsHan(folded) && Fold.IsWordUnit(folded);
}
