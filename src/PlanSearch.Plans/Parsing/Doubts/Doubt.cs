namespace PlanSearch.Plans.Parsing.Doubts;

/// <summary>One kind of evidence against an outline.</summary>
/// <param name="Share">How much of the outline it touches, 0 to 1.</param>
/// <param name="Weight">How much all of it would count.</param>
/// <param name="Reason">What it is, in Chinese.</param>
internal readonly record struct Doubt(double Share, double Weight, string Reason)
{
    /// <summary>By how much it lowers the logarithm of the confidence.</summary>
    public double Cost => Share * Weight;
}
