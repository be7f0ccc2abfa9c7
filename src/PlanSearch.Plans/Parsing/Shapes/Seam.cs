namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Where the page or a width cut a text in two.</summary>
internal static class Seam
{
    /// <summary>How many characters stand twice at the cut, as 基 in 健身基|基础设施; 0 when none do (R-JOIN-5).</summary>
    public static int DoubledAt(string before, string after)
    {
        for (var length = Math.Min(4, Math.Min(before.Length, after.Length)); length > 0; length--)
        {
            if (before.AsSpan(before.Length - length).SequenceEqual(after.AsSpan(0, length)) && Glyphs.IsHan(after[0]))
            {
                return length;
            }
        }

        return 0;
    }
}
