using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Pages;

/// <summary>Finds what a web site, a database or an archive has put above a document (R-PAGE-8).</summary>
internal static class SiteHeaders
{
    // Such lines stand at the top, the title of the document among them.
    private const int Reach = 40;

    /// <summary>Marks them as noise, down to the first sentence or number.</summary>
    public static void Mark(List<Line> lines)
    {
        var fence = lines.Count > 0 && IsFence(lines[0].Plain);
        foreach (var line in lines.Take(Reach))
        {
            if (HeaderLabels.Is(line.Plain) || (fence && IsFence(line.Plain)))
            {
                line.Decide(Rules.SiteHeader, BlockKind.Noise);
            }
            else if (line.Ending != Ending.Open || line.Marker.IsCounted || Sentence.HasInnerStop(line.Plain))
            {
                return;
            }
        }
    }

    /// <summary>Whether the line opens or closes the fields over a Markdown text.</summary>
    private static bool IsFence(string text) => text.Length > 2 && !text.AsSpan().ContainsAnyExcept('-');
}
