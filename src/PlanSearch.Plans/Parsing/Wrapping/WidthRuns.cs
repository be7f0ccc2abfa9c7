using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Wrapping;

/// <summary>
/// Tells the lines of boxes that are set narrower or wider than the text, in another size or with more room beside them, from those of the
/// text (R-WRAP-12).
/// </summary>
/// <remarks>
/// Where the lines in mid-sentence gather at two widths, each line has one of them. The cheapest way through all lines says which: a line
/// that is too long for its width, one in mid-sentence that is too short, and a change of width each have their price (Viterbi, "Error
/// Bounds for Convolutional Codes", 1967).
/// </remarks>
internal sealed class WidthRuns
{
    /// <summary>How far two widths are apart at least; nearer ones are one, with its first lines.</summary>
    public const double MinApart = 4;

    /// <summary>How far lines of one width are apart at most.</summary>
    public const double SameWidth = 0.75;

    private const int MinGathered = 8;
    private const double MinShare = 0.04;
    private const double MinWidth = 18;

    // A closing character hangs.
    private const double Hanging = 1.5;
    private const double FirstLine = 3;
    private const double TooLong = 6;
    private const double CutShort = 2;
    private const double NearlyFull = 0.7;
    private const double Change = 2.5;
    private const double ChangeAtBox = 1;

    private readonly List<Line> _lines;
    private readonly List<int> _flow;
    private readonly double[] _measures;
    private readonly double[] _widths;

    private WidthRuns(List<Line> lines, List<int> flow, double[] measures, double[] widths) =>
        (_lines, _flow, _measures, _widths) = (lines, flow, measures, widths);

    /// <summary>Gives each wrapped line one of two widths; does nothing where there is one.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="flow">The indexes of those that may be wrapped.</param>
    /// <param name="measures">How wide each of these is.</param>
    /// <param name="widths">By index of line; 0 where nothing is wrapped, which stays.</param>
    /// <returns>Whether there are two.</returns>
    public static bool Settle(List<Line> lines, List<int> flow, double[] measures, double[] widths) =>
        new WidthRuns(lines, flow, measures, widths).Settle();

    private bool Settle()
    {
        var sorted = _measures.Where((measure, i) => measure >= MinWidth && IsCut(i)).Order().ToArray();
        var first = Gather(sorted, _ => true);
        var second = Gather(sorted, measure => Math.Abs(measure - first.Width) >= MinApart);
        if (second.Count < Math.Max(MinGathered, MinShare * sorted.Length))
        {
            return false;
        }

        var isSecond = Cheapest(first.Width, second.Width);
        for (var i = 0; i < _flow.Count; i++)
        {
            if (_widths[_flow[i]] > 0)
            {
                _lines[_flow[i]].Decide(Rules.TwoWidths, isSecond[i]);
                _widths[_flow[i]] = isSecond[i] ? second.Width : first.Width;
            }
        }

        return true;
    }

    // Wrapped, in mid-sentence, and no number opens what is next: the line ends where the width cut it.
    private bool IsCut(int at) =>
        _widths[_flow[at]] > 0 && at + 1 < _flow.Count && _lines[_flow[at]].Ending == Ending.Open
        && _lines[_flow[at + 1]] is { Marker.Kind: MarkerKind.None } next && !next.OpensAny(Opens.BoxTitle | Opens.Heading)
        && !_lines[_flow[at]].OpensAny(Opens.BoxTitle | Opens.Heading);

    // The measure that most others are as wide as.
    private static (double Width, int Count) Gather(double[] sorted, Func<double, bool> mayBe)
    {
        var (best, count, start) = (0.0, 0, 0);
        for (var i = 0; i < sorted.Length; i++)
        {
            while (sorted[i] - sorted[start] > SameWidth)
            {
                start++;
            }

            if (mayBe(sorted[i]) && i + 1 - start > count)
            {
                (best, count) = (sorted[i], i + 1 - start);
            }
        }

        return (best, count);
    }

    private bool[] Cheapest(double first, double second)
    {
        var cameFromOther = new bool[_flow.Count, 2];
        var (toFirst, toSecond) = (0.0, 0.0);
        for (var i = 0; i < _flow.Count; i++)
        {
            var change = _lines[_flow[i]].OpensAny(Opens.BoxTitle) ? ChangeAtBox : Change;
            cameFromOther[i, 0] = toSecond + change < toFirst;
            cameFromOther[i, 1] = toFirst + change < toSecond;
            (toFirst, toSecond) = (
                Math.Min(toFirst, toSecond + change) + PriceOf(i, first), Math.Min(toSecond, toFirst + change) + PriceOf(i, second));
        }

        var isSecond = new bool[_flow.Count];
        var state = toSecond < toFirst ? 1 : 0;
        for (var i = _flow.Count - 1; i >= 0; i--)
        {
            isSecond[i] = state == 1;
            state = cameFromOther[i, state] ? 1 - state : state;
        }

        return isSecond;
    }

    private double PriceOf(int at, double width)
    {
        var missing = width - _measures[at];
        return missing < -Hanging ? TooLong
            : missing <= 1 || !IsCut(at) ? 0
            : missing <= FirstLine ? NearlyFull
            : CutShort;
    }
}
