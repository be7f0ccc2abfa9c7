using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>How many characters a printed line of the source held, estimated from the lines that a page break cut (R-JOIN-6).</summary>
/// <remarks>
/// A paragraph cut at the foot of a page fills its last printed line, so its width and the indent of two characters make a multiple of the
/// line's width. Width is counted in Han characters, two Latin ones to one.
/// </remarks>
internal sealed class PageWidth
{
    private const int Min = 20;
    private const int Max = 48;
    private const int MinWitnesses = 8;
    private const double MinShare = 0.6;
    private const double Slack = 1.5;

    private readonly int _width;

    private PageWidth(int width) => _width = width;

    /// <summary>The shortest line a page break can leave behind; a shorter line without an end is complete.</summary>
    public int MinCutLine => _width == 0 ? 18 : _width - 5;

    /// <summary>Estimates the width from unmarked lines that end in mid-sentence before unmarked lines.</summary>
    public static PageWidth Estimate(List<Line> lines)
    {
        var witnesses = new List<double>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (IsWitness(lines[i], lines[i + 1]))
            {
                witnesses.Add(WidthOf(lines[i].Plain) + 2);
            }
        }

        var (best, fits) = (0, 0);
        for (var width = Min; width <= Max && witnesses.Count >= MinWitnesses; width++)
        {
            var count = witnesses.Count(witness => Deviation(witness, width) <= Slack);
            (best, fits) = count > fits ? (width, count) : (best, fits);
        }

        return new PageWidth(fits >= MinShare * witnesses.Count ? best : 0);
    }

    /// <summary>Whether the text surely does not reach the end of its last printed line, so that no page break cut it.</summary>
    public bool StopsShort(string text) => _width > 0 && Deviation(WidthOf(text) + 2, _width) > 2 * Slack;

    private static bool IsWitness(Line line, Line next) =>
        line is { Kind: null, Ending: Ending.Open, HasCells: false } && line.Plain.Length >= Min && next is { Kind: null, HasCells: false }
        && line.Marker.Kind == MarkerKind.None && next.Marker.Kind == MarkerKind.None;

    private static double Deviation(double width, int line)
    {
        var rest = width % line;
        return Math.Min(rest, line - rest);
    }

    private static double WidthOf(string text)
    {
        // Stray blanks of the conversion were no part of the print.
        var blanks = 0;
        foreach (var c in text)
        {
            blanks += c == ' ' ? 1 : 0;
        }

        return Glyphs.WidthOf(text) - (blanks * 0.5);
    }
}
