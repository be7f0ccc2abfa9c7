namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>Lines with gaps, one under the other -> rows of one table: the columns are what no line crosses.</summary>
internal static class PageColumns
{
    /// <summary>The rows with a TAB between cells, empty cells in their places; null when the lines share no gap.</summary>
    public static List<string>? RowsOf(IReadOnlyList<PageLine> lines)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (var (left, right) in lines.SelectMany(line => line.CellRanges()).OrderBy(range => range.Left))
        {
            if (columns.Count > 0 && left < columns[^1].Right)
            {
                columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, right));
            }
            else
            {
                columns.Add((left, right));
            }
        }

        if (columns.Count < 2)
        {
            return null;
        }

        // Before they are made: a few thousand lines that each open columns of their own would make millions.
        ReadingBound.Cells.Hold((long)(columns.Count - 1) * lines.Count);
        return [.. lines.Select(line => string.Join('\t', line.TextsIn(columns)))];
    }
}
