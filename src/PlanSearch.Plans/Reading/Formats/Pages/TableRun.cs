namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>
/// Finds printed lines that are rows of one table: lines with gaps, one under the other, and single short lines between them that name a
/// group.
/// </summary>
internal static class TableRun
{
    private const double MaxGroup = 12;

    // A page holds half as many in the smallest print. Lines that share no gap are looked at again from each next one on.
    private const int MaxRows = 200;

    /// <summary>How many lines from <paramref name="at"/> on are rows; 0 when that line is none.</summary>
    public static int From(List<PageLine> lines, int at)
    {
        var end = at;
        while (end < Math.Min(lines.Count, at + MaxRows) && (lines[end].HasCells || (end > at && IsGroup(lines, end))))
        {
            end++;
        }

        return end - at;
    }

    private static bool IsGroup(List<PageLine> lines, int at) =>
        at + 1 < lines.Count && lines[at - 1].HasCells && lines[at + 1].HasCells
        && lines[at].Right - lines[at].Left <= MaxGroup * lines[at].Size
        && lines[at].Size <= lines[at - 1].Size * 1.1;
}
