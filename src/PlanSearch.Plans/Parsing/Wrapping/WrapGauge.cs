using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Wrapping;

/// <summary>Measures the spans of a source whose lines a conversion wrapped at a fixed width (R-WRAP-1).</summary>
/// <remarks>
/// Widths gather right below the width of the wrap, and nearly all full lines stop in mid-sentence; where nothing is wrapped neither holds.
/// Some conversions count characters, others printed width (Latin ones half): the measure whose full lines gather more closely is taken.
/// </remarks>
internal sealed class WrapGauge
{
    private const int Window = 40;
    private const int Step = 20;
    private const int MinLines = 8;
    private const int MinWidth = 18;
    private const int MaxWidth = 64;

    // What is surely wider than any wrap; how much wider does not matter.
    private const int Beyond = 100;
    private const double MinFullShare = 0.3;
    private const double MinNarrowerShare = 0.2;
    private const double MinOpenShare = 0.6;
    private const double MaxOverShare = 0.06;

    // A closing character may not open a line and a Latin word may not be cut: full lines are a little shorter or longer; the first lines
    // of paragraphs are shorter by an indent that the conversion dropped.
    private const double Slack = 3.5;
    private const double Tolerance = 1;

    // No full line is wider by so much: what may not open a line hangs over its end.
    private const double Over = 4;
    private const double Indent = 2;

    // A paragraph of two lines may have no full line but its first; so many first lines to one other are still a wrap's.
    private const int MaxFirstLines = 3;

    private readonly List<Line> _lines;
    private readonly List<int> _flow;
    private readonly double[] _widths;
    private readonly bool _byCount;

    private WrapGauge(List<Line> lines)
    {
        (_lines, _flow, _widths) = (lines, new List<int>(lines.Count), new double[lines.Count]);
        for (var i = 0; i < lines.Count; i++)
        {
            // A contents page is wrapped like the rest; without it the windows after it would lie elsewhere.
            if (lines[i] is { Kind: null or BlockKind.Contents, HasCells: false })
            {
                _flow.Add(i);
            }
        }

        var (counts, widths) = (new double[_flow.Count], new double[_flow.Count]);
        for (var i = 0; i < _flow.Count; i++)
        {
            var printed = lines[_flow[i]].Printed;
            (counts[i], widths[i]) = (CountOf(printed), printed.Length > 2 * Beyond ? Beyond : Glyphs.WidthOf(printed));
        }

        var (byCount, byWidth) = (Windows(counts), Windows(widths));
        _byCount = byCount.Sum(window => window.AtWidth) > byWidth.Sum(window => window.AtWidth);
        foreach (var window in _byCount ? byCount : byWidth)
        {
            Take(window);
        }

        Settle();
        TakeBetween(_byCount ? counts : widths);
        HasTwoWidths = WidthRuns.Settle(lines, _flow, _byCount ? counts : widths, _widths);
        IsAnyWrapped = _flow.Exists(i => lines[i].Kind is null && _widths[i] > 0);
    }

    /// <summary>Whether any line of the text is in a wrapped span; those of a contents page alone are nothing to put together.</summary>
    public bool IsAnyWrapped { get; }

    /// <summary>Whether boxes are wrapped at another width than the text (R-WRAP-12).</summary>
    public bool HasTwoWidths { get; }

    /// <summary>The width at which the source of the line at <paramref name="at"/> is wrapped; 0 where it is not.</summary>
    public double WidthAt(int at) => _widths[at];

    /// <summary>How much of that width <paramref name="text"/> takes.</summary>
    public double Measure(ReadOnlySpan<char> text) => _byCount ? CountOf(text) : Glyphs.WidthOf(text);

    // Blanks of an indent are half as wide as Han characters, whatever a wrap counts.
    private static double CountOf(ReadOnlySpan<char> text)
    {
        var indent = 0;
        while (indent < text.Length && text[indent] is ' ' or '\u00A0')
        {
            indent++;
        }

        return text.Length - (indent * 0.5);
    }

    /// <summary>Measures all spans; lines that have a kind, or cells, tell nothing and are passed over.</summary>
    public static WrapGauge Of(List<Line> lines) => new(lines);

    private List<WrapWindow> Windows(double[] all)
    {
        var windows = new List<WrapWindow>();
        for (var start = 0; start + MinLines <= _flow.Count; start += Step)
        {
            var end = Math.Min(_flow.Count, start + Window);
            var measures = all.AsSpan(start, end - start);
            if (Gather(measures) is { Full: >= MinFullShare } gathered && StopMidSentence(start, measures, gathered.Width))
            {
                windows.Add(new WrapWindow(_flow[start], _flow[end - 1], gathered.Width, gathered.AtWidth));
            }
        }

        return windows;
    }

    private void Take(WrapWindow window)
    {
        for (var i = window.First; i <= window.Last; i++)
        {
            _widths[i] = window.Width;
        }
    }

    // A span of short paragraphs gathers at the width of first lines: where the rest of the source is a little wider, it is as wide.
    private void Settle()
    {
        var usual = _widths.Where(width => width > 0)
            .GroupBy(width => width)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault()?.Key ?? 0;
        for (var i = 0; i < _widths.Length; i++)
        {
            if (_widths[i] > 0 && Math.Abs(_widths[i] - usual) <= Slack)
            {
                _widths[i] = usual;
            }
        }
    }

    // R-WRAP-1: what is beside a wrapped span is wrapped as well where no line of it is wider, and one is full and stops in mid-sentence:
    // titles and short lists have too few full lines to show it by themselves.
    private void TakeBetween(ReadOnlySpan<double> measures)
    {
        for (var start = 0; start < _flow.Count; start++)
        {
            if (_widths[_flow[start]] > 0)
            {
                continue;
            }

            var end = start;
            while (end < _flow.Count && _widths[_flow[end]] == 0)
            {
                end++;
            }

            var width = Math.Max(start > 0 ? _widths[_flow[start - 1]] : 0, end < _flow.Count ? _widths[_flow[end]] : 0);
            if (width > 0 && CountAbove(measures[start..end], width + Over) == 0 && IsAnyCut(start, end, measures, width)
                && !HasContents(start, end))
            {
                Take(new WrapWindow(_flow[start], _flow[end - 1], width, 0));
            }

            start = end;
        }
    }

    // The lines of a contents page are entries, whatever its width.
    private bool HasContents(int start, int end) => _flow.GetRange(start, end - start)
        .Exists(at => ContentsEntry.IsContentsTitle(ContentsEntry.Key(_lines[at].Plain)));

    private bool IsAnyCut(int start, int end, ReadOnlySpan<double> measures, double width)
    {
        for (var i = start; i < end && i + 1 < _flow.Count; i++)
        {
            if (measures[i] >= width - Tolerance && IsCutAt(i))
            {
                return true;
            }
        }

        return false;
    }

    // The width that most full lines have (a hanging character passes it by a little), the share of lines that have it, and that come near
    // it.
    private static (double Width, double AtWidth, double Full) Gather(ReadOnlySpan<double> measures)
    {
        // Lines of whole paragraphs are wider than any wrap: nearly all sources that are not wrapped are known by that.
        var ordinal = (int)(measures.Length * (1 - MaxOverShare / 2));
        if (CountAbove(measures, MaxWidth) >= measures.Length - ordinal)
        {
            return default;
        }

        Span<double> sorted = stackalloc double[Window];
        sorted = sorted[..measures.Length];
        measures.CopyTo(sorted);
        sorted.Sort();
        var top = sorted[ordinal];
        if (top < MinWidth)
        {
            return default;
        }

        var (width, atWidth) = (top, 0);
        for (var i = sorted.Length - 1; i >= 0 && sorted[i] >= top - Slack; i--)
        {
            var same = 0;
            while (same <= i && sorted[i] - sorted[i - same] < 0.75)
            {
                same++;
            }

            (width, atWidth) = same > atWidth && sorted[i] <= top + 2 ? (sorted[i], same) : (width, atWidth);
        }

        (width, atWidth) = WidthOverFirstLines(sorted, width, atWidth);
        var full = CountAbove(measures, Math.BitDecrement(width - Slack));
        if (full < MinFullShare * measures.Length)
        {
            full += Narrower(sorted, width - WidthRuns.MinApart);
        }

        var over = CountAbove(measures, width + Over);
        return over > MaxOverShare * measures.Length ? default : (width, (double)atWidth / measures.Length, (double)full / measures.Length);
    }

    // R-WRAP-12: the lines of the text beside those of wider boxes: how many have the one width that most have; none where they are few.
    private static int Narrower(ReadOnlySpan<double> sorted, double most)
    {
        var (best, start) = (0, 0);
        for (var i = 0; i < sorted.Length && sorted[i] <= most; i++)
        {
            while (sorted[i] - sorted[start] > WidthRuns.SameWidth)
            {
                start++;
            }

            best = sorted[i] >= MinWidth ? Math.Max(best, i + 1 - start) : 0;
        }

        return best >= MinNarrowerShare * sorted.Length ? best : 0;
    }

    // R-WRAP-7: where paragraphs are short, most full lines are first ones, shorter by the indent they lost: the width is that of the
    // others.
    private static (double Width, int AtWidth) WidthOverFirstLines(ReadOnlySpan<double> sorted, double width, int atWidth)
    {
        var wider = 0;
        foreach (var measure in sorted)
        {
            wider += measure >= width + Indent - 0.5 && measure <= width + Indent ? 1 : 0;
        }

        return wider * MaxFirstLines >= atWidth ? (width + Indent, atWidth + wider) : (width, atWidth);
    }

    private static int CountAbove(ReadOnlySpan<double> measures, double bound)
    {
        var count = 0;
        foreach (var measure in measures)
        {
            count += measure > bound ? 1 : 0;
        }

        return count;
    }

    private bool StopMidSentence(int start, ReadOnlySpan<double> measures, double width)
    {
        var (full, open) = (0, 0);
        for (var i = 0; i + 1 < measures.Length; i++)
        {
            if (measures[i] >= width - Slack)
            {
                full++;
                open += IsCutAt(start + i) ? 1 : 0;
            }
        }

        return full >= MinLines / 2 && open >= MinOpenShare * full;
    }

    private bool IsCutAt(int at) =>
        _lines[_flow[at]].Ending == Ending.Open && _lines[_flow[at + 1]].Marker.Kind == MarkerKind.None;

    /// <summary>
    /// A span that is wrapped: indexes of its first and last line, its width, and the share of its lines that have exactly it.
    /// </summary>
    private readonly record struct WrapWindow(int First, int Last, double Width, double AtWidth);
}
