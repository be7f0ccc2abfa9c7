using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Wrapping;

/// <summary>
/// The first lines of footnotes at the foot of a page, before any line is put together: ③ 海洋碳汇：… where the page has said 碳汇③
/// (R-NOTE-2).
/// </summary>
internal static class PageFootnotes
{
    // A page, and the lines of a footnote or two before its number.
    private const int MaxPage = 60;
    private const int MaxToNumber = 8;

    /// <summary>Finds them; a member of a list that happens to open a line has no page number under it, or no mark over it.</summary>
    public static HashSet<Line> In(List<Line> lines)
    {
        var footnotes = new HashSet<Line>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i] is { Kind: null, HasCells: false, Marker.Kind: MarkerKind.Circled }
                && IsBeforePageNumber(lines, i)
                && IsSaid(lines, i))
            {
                footnotes.Add(lines[i]);
            }
        }

        return footnotes;
    }

    private static bool IsBeforePageNumber(List<Line> lines, int at)
    {
        var last = Math.Min(lines.Count - 1, at + MaxToNumber);
        return lines.FindIndex(at, last + 1 - at, line => line.Kind == BlockKind.Noise) >= 0;
    }

    // The same mark within a line of the page.
    private static bool IsSaid(List<Line> lines, int at)
    {
        var mark = lines[at].Plain[0];
        for (var i = at - 1; i >= Math.Max(0, at - MaxPage); i--)
        {
            if (lines[i].Plain.AsSpan(1).Contains(mark))
            {
                return true;
            }
        }

        return false;
    }
}
