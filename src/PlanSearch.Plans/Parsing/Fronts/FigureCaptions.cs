using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;

namespace PlanSearch.Plans.Parsing.Fronts;

/// <summary>Finds the captions of figures (R-FIG-1).</summary>
internal static class FigureCaptions
{
    /// <summary>Marks the captions among the lines that no pass has given a kind.</summary>
    public static void Mark(List<Line> lines)
    {
        foreach (var line in lines.Where(line => line.Kind is null && line.OpensAny(Opens.Figure)))
        {
            line.Decide(Rules.FigureCaption, BlockKind.FigureCaption);
        }
    }
}
