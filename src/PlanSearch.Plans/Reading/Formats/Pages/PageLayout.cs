namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>Fragments of a page -> its printed lines, top to bottom.</summary>
internal static class PageLayout
{
    // Raised marks and Latin letters are off the line by less than half of its height.
    private const double MaxShift = 0.55;

    /// <summary>Lines of what is at one height; the fragments in any order.</summary>
    public static List<PageLine> LinesOf(IEnumerable<TextFragment> fragments)
    {
        var lines = new List<List<TextFragment>>();
        foreach (var fragment in fragments.Where(fragment => !string.IsNullOrWhiteSpace(fragment.Text))
            .OrderBy(fragment => MiddleOf(fragment)))
        {
            if (lines.Count > 0 && IsBeside(lines[^1], fragment))
            {
                lines[^1].Add(fragment);
            }
            else
            {
                lines.Add([fragment]);
            }
        }

        return [.. lines.Select(line => new PageLine(line)).OrderBy(line => line.Bottom)];
    }

    private static bool IsBeside(List<TextFragment> line, TextFragment fragment) =>
        line[0] is var first && MiddleOf(fragment) - MiddleOf(first) <= MaxShift * Math.Max(first.Size, fragment.Size);

    private static double MiddleOf(TextFragment fragment) => fragment.Bottom - (fragment.Size / 2);
}
