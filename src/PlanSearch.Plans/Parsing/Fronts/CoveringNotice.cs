using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;

namespace PlanSearch.Plans.Parsing.Fronts;

/// <summary>
/// Tells the covering notice (通知) before a plan from the plan: where it is signed, and the plan's own title after it (R-FRONT-4).
/// </summary>
internal static class CoveringNotice
{
    private const int Reach = 60;
    private const int MaxSigners = 4;

    /// <summary>
    /// Marks signature and date of the notice as trailer and the plan's title after it as cover; does nothing when the cover names no
    /// notice.
    /// </summary>
    public static void Mark(List<Line> lines)
    {
        if (!lines.Exists(line => line.Kind == BlockKind.Cover && (line.Plain.Contains("通知") || line.Plain.Contains("印发"))))
        {
            return;
        }

        var date = lines.FindIndex(line => line.Kind is null && Trailer.IsDate(line.Plain));
        if (date < 0
            || date > Reach
            || lines.FindIndex(line => line.Kind is null && line.Marker.IsStrong) is var body and >= 0 && body < date)
        {
            return;
        }

        lines[date].Decide(Rules.Notice, BlockKind.Trailer);
        for (var i = date - 1; i >= 0 && date - i <= MaxSigners && lines[i].Kind is null && Trailer.IsOffice(lines[i].Plain); i--)
        {
            lines[i].Decide(Rules.Notice, BlockKind.Trailer);
        }

        FrontMatter.MarkCover(lines, date + 1, lines.Count);
    }
}
