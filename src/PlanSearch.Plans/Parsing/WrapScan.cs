namespace PlanSearch.Plans.Parsing;

/// <summary>Finds stretches whose lines are wrapped at a fixed width, as some conversions leave them (R-JOIN-7).</summary>
/// <remarks>The width is estimated per stretch of lines without a blank line between; Latin characters count half.</remarks>
internal static class WrapScan
{
    private const int MinLines = 8;
    private const int MinWidth = 20;
    private const int MaxWidth = 64;
    // Headings and last lines of paragraphs are short; where nothing is wrapped, widths do not gather at their maximum.
    private const double MinFullShare = 0.35;

    // Punctuation that may not open a line, and Latin words that may not be cut, shorten or lengthen a full line.
    private const double Slack = 2;

    /// <summary>Sets <see cref="Line.IsFull"/> on the lines of such stretches that reach their width.</summary>
    public static void Mark(List<Line> lines)
    {
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && !lines[end].FollowsBlank)
            {
                end++;
            }

            MarkStretch(lines, start, end);
            start = end;
        }
    }

    private static void MarkStretch(List<Line> lines, int start, int end)
    {
        if (end - start < MinLines)
        {
            return;
        }

        var widths = new List<double>();
        for (var i = start; i < end; i++)
        {
            if (lines[i] is { Kind: null, HasCells: false })
            {
                widths.Add(lines[i].Width);
            }
        }

        if (widths.Count < MinLines)
        {
            return;
        }

        var sorted = widths.Order().ToList();
        var width = sorted[(int)(sorted.Count * 0.95)];
        if (width is < MinWidth or > MaxWidth || widths.Count(other => Math.Abs(other - width) <= Slack) < MinFullShare * widths.Count)
        {
            return;
        }

        for (var i = start; i < end; i++)
        {
            lines[i].IsFull = lines[i].Width >= width - Slack && !lines[i].HasCells;
            lines[i].IsWrapped = true;
        }
    }
}
