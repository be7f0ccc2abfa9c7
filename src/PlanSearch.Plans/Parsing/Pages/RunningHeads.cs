using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Pages;

/// <summary>Finds the title of the plan that is printed on every page beside the page number (R-PAGE-4).</summary>
internal static class RunningHeads
{
    private const int MinPages = 3;

    /// <summary>Marks the lines next to page numbers that are the same on three pages or more; they are noise like the numbers.</summary>
    public static void Mark(List<Line> lines)
    {
        var pages = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == BlockKind.Noise)
            {
                Add(lines, i - 1, pages);
                Add(lines, i + 1, pages);
            }
        }

        foreach (var at in pages.Values.Where(page => page.Count >= MinPages).SelectMany(page => page))
        {
            lines[at].Decide(Rules.RunningHead, BlockKind.Noise);
        }
    }

    private static void Add(List<Line> lines, int at, Dictionary<string, List<int>> pages)
    {
        if (at < 0 || at >= lines.Count || lines[at] is not { Kind: null, HasCells: false, Ending: Ending.Open } line
            || line.Plain.Length > Measures.Caption || line.Marker.Kind != MarkerKind.None)
        {
            return;
        }

        if (!pages.TryGetValue(line.Plain, out var same))
        {
            pages.Add(line.Plain, same = []);
        }

        if (same.Count == 0 || same[^1] != at)
        {
            same.Add(at);
        }
    }
}
