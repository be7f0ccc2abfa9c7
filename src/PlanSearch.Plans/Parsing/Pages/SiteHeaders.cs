using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Pages;

/// <summary>
/// Finds what a web site, a database or an archive has put above a document, or a web page around it (R-PAGE-8, R-PAGE-9).
/// </summary>
internal static class SiteHeaders
{
    // Such lines are the first, the title of the document among them, or the last.
    private const int Reach = 40;
    private const int LongestLink = 40;

    /// <summary>Marks what the reader of a web page has told from the article (R-PAGE-9).</summary>
    public static void MarkFurniture(List<Line> lines, ImmutableArray<int> furniture)
    {
        if (furniture.IsEmpty)
        {
            return;
        }

        Line? above = null;
        foreach (var line in lines)
        {
            if (furniture.BinarySearch(line.Number) >= 0)
            {
                line.Decide(Rules.WebFurniture, BlockKind.Noise);

                // 附件： over the links to the annexes' files heads nothing.
                if (above is { Kind: null } && UnnumberedHeading.IsBareAnnex(above.Plain))
                {
                    above.Decide(Rules.WebFurniture, BlockKind.Noise);
                }
            }

            above = line;
        }
    }

    /// <summary>Marks them as noise, down to the first sentence or number, and what is under the last one.</summary>
    public static void Mark(List<Line> lines)
    {
        MarkAbove(lines);
        MarkUnder(lines);
    }

    private static void MarkAbove(List<Line> lines)
    {
        var fence = lines.Count > 0 && IsFence(lines[0].Plain);
        foreach (var line in lines.Where(line => line.Kind is null).Take(Reach))
        {
            if (HeaderLabels.Is(line.Plain) || SiteFurniture.IsAbove(line.Plain) || (fence && IsFence(line.Plain)))
            {
                line.Decide(Rules.SiteHeader, BlockKind.Noise);
            }
            else if (line.Ending != Ending.Open || line.Marker.IsCounted || Sentence.HasInnerStop(line.Plain))
            {
                return;
            }
        }
    }

    // Names of other sites are between them: short, and no sentence.
    private static void MarkUnder(List<Line> lines)
    {
        var first = lines.Count;
        for (var at = lines.Count - 1; at >= Math.Max(0, lines.Count - Reach); at--)
        {
            if (SiteFurniture.IsUnder(lines[at].Plain))
            {
                first = at;
            }
            else if (lines[at].Plain.Length > LongestLink || lines[at].Ending == Ending.Stop || lines[at].Marker.Kind != MarkerKind.None)
            {
                break;
            }
        }

        foreach (var line in lines.Skip(first).Where(line => line.Kind is null))
        {
            line.Decide(Rules.SiteHeader, BlockKind.Noise);
        }
    }

    /// <summary>Whether the line opens or closes the fields over a Markdown text.</summary>
    private static bool IsFence(string text) => text.Length > 2 && !text.AsSpan().ContainsAnyExcept('-');
}
