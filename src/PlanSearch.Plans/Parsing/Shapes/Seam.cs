using System.Text;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Where the page or a width cut a text in two.</summary>
internal static class Seam
{
    /// <summary>How many characters are twice at the cut, as 基 in 健身基|基础设施; 0 when none do (R-JOIN-5).</summary>
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

    /// <summary>The pieces put together: nothing between them, but a blank between Latin words (R-TEXT-3).</summary>
    public static string Join(IEnumerable<string> pieces)
    {
        var joined = new StringBuilder();
        foreach (var piece in pieces)
        {
            var isLatin = joined.Length > 0 && piece.Length > 0 && Glyphs.IsLatin(joined[^1]) && Glyphs.IsLatin(piece[0]);
            joined.Append(isLatin ? " " : "").Append(piece);
        }

        return joined.ToString();
    }
}
