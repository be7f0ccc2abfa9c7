using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>Tells whether the source prints one sentence a line and opens its paragraphs with an indent (R-JOIN-12).</summary>
internal static class ParagraphIndent
{
    private const int MinIndent = 2;
    private const int MinParagraphs = 5;
    private const double MinShare = 0.015;

    /// <summary>
    /// Whether an indent opens a paragraph and a line without one continues: some lines are indented, most are not, and most of these have
    /// no stop.
    /// </summary>
    public static bool Tells(List<Line> lines)
    {
        var (indented, flush, open) = (0, 0, 0);
        foreach (var line in lines)
        {
            if (line is not { Kind: null, HasCells: false, Marker.Kind: MarkerKind.None } || line.Plain.Length < Measures.Paragraph)
            {
                continue;
            }

            indented += Is(line) ? 1 : 0;
            flush += Is(line) ? 0 : 1;
            open += !Is(line) && line.Ending == Ending.Open ? 1 : 0;
        }

        return indented >= MinParagraphs && flush > indented && indented > MinShare * (indented + flush) && 2 * open > flush;
    }

    /// <summary>Whether the line has such an indent.</summary>
    public static bool Is(Line line) => line.Indent >= MinIndent;
}
