using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Fronts;

/// <summary>Finds where a further document begins in the same file: its cover, and its contents page (R-FRONT-7).</summary>
internal static class FurtherDocuments
{
    private const int MinBefore = 12;
    private const int Reach = 8;

    /// <summary>
    /// Marks the covers and contents pages after the first document; the numbering beginning anew behind a title is what shows one.
    /// </summary>
    public static void Mark(List<Line> lines)
    {
        var chapters = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            chapters += line is { Kind: null, Marker: { IsStrong: true } or { Kind: MarkerKind.Ideograph } } ? 1 : 0;
            if (i < MinBefore || chapters < 2 || !IsTitle(line) || !EndsText(lines, i) || BeginsAnew(lines, i) is not (> 0 and var body))
            {
                continue;
            }

            Trailer.Mark(lines, i);
            FrontMatter.MarkCover(lines, i, body, Rules.FurtherDocument);
            if (FrontMatter.IsContentsTitle(lines[body]))
            {
                body = FrontMatter.MarkContents(lines, body);
            }

            (i, chapters) = (body - 1, 0);
        }
    }

    private static bool IsTitle(Line line) =>
        FrontMatter.IsCoverLine(line)
            && line.Kind is null
            && line.Marker.Kind == MarkerKind.None
            && line.Plain.AsSpan().TrimEnd("（）()草案节选稿") is var title
        && (title.EndsWith("规划", StringComparison.Ordinal)
            || title.EndsWith("纲要", StringComparison.Ordinal)
            || title.EndsWith("方案", StringComparison.Ordinal));

    private static bool EndsText(List<Line> lines, int at) =>
        lines[at - 1] is { Ending: not Ending.Open } or { Kind: not null }
            || Trailer.IsDate(lines[at - 1].Plain)
            || Trailer.IsOffice(lines[at - 1].Plain);

    // The first line after the title lines, when it is a contents page or a first chapter; else 0.
    private static int BeginsAnew(List<Line> lines, int title)
    {
        for (var i = title + 1; i < Math.Min(lines.Count, title + Reach); i++)
        {
            if (lines[i].Kind is not null)
            {
                continue;
            }

            if (FrontMatter.IsContentsTitle(lines[i]) || UnnumberedHeading.IsPreface(lines[i].Plain)
                || (lines[i].Marker is { Ordinal: 1 } marker && (marker.IsStrong || marker.Kind == MarkerKind.Ideograph)))
            {
                return i;
            }

            if (!FrontMatter.IsCoverLine(lines[i]))
            {
                return 0;
            }
        }

        return 0;
    }
}
