namespace PlanSearch.Plans.Parsing;

/// <summary>Measures the stretches of a source whose lines a conversion wrapped at a fixed width (R-WRAP-1).</summary>
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
    private const double MinFullShare = 0.3;
    private const double MinOpenShare = 0.6;
    private const double MaxOverShare = 0.06;

    // A closing sign may not open a line and a Latin word may not be cut: full lines are a little shorter or longer; the first lines of
    // paragraphs are shorter by an indent that the conversion dropped.
    private const double Slack = 3.5;

    private readonly double[] _widths;
    private readonly bool[] _byCount;

    private WrapGauge(int lines) => (_widths, _byCount) = (new double[lines], new bool[lines]);

    /// <summary>Whether any stretch is wrapped.</summary>
    public bool IsAnyWrapped { get; private set; }

    /// <summary>The width at which the source of the line at <paramref name="at"/> is wrapped; 0 where it is not.</summary>
    public double WidthAt(int at) => _widths[at];

    /// <summary>How much of that width <paramref name="text"/> takes.</summary>
    public double Measure(int at, ReadOnlySpan<char> text) => _byCount[at] ? text.Length : Glyphs.WidthOf(text);

    /// <summary>Measures all stretches; lines that have a kind, or cells, tell nothing and are passed over.</summary>
    public static WrapGauge Of(List<Line> lines)
    {
        var gauge = new WrapGauge(lines.Count);
        var flow = new List<int>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { Kind: null, HasCells: false })
            {
                flow.Add(i);
            }
        }

        for (var start = 0; start < flow.Count && (start == 0 || start + MinLines <= flow.Count); start += Step)
        {
            gauge.MeasureWindow(lines, flow, start, Math.Min(flow.Count, start + Window));
        }

        return gauge;
    }

    private void MeasureWindow(List<Line> lines, List<int> flow, int start, int end)
    {
        if (end - start < MinLines)
        {
            return;
        }

        var (counts, widths) = (new double[end - start], new double[end - start]);
        for (var i = start; i < end; i++)
        {
            var line = lines[flow[i]];
            (counts[i - start], widths[i - start]) = (line.Printed.Length, Glyphs.WidthOf(line.Printed));
        }

        var (byCount, byWidth) = (Gather(counts), Gather(widths));
        var (width, share, measures) = byCount.Share > byWidth.Share ? (byCount.Width, byCount.Share, counts) : (byWidth.Width, byWidth.Share, widths);
        if (share < MinFullShare || !StopMidSentence(lines, flow, start, measures, width))
        {
            return;
        }

        IsAnyWrapped = true;
        for (var i = flow[start]; i <= flow[end - 1]; i++)
        {
            (_widths[i], _byCount[i]) = (width, measures == counts);
        }
    }

    // The width that few lines pass, and the share of lines right below it.
    private static (double Width, double Share) Gather(double[] measures)
    {
        var sorted = measures.Order().ToArray();
        var width = sorted[(int)(sorted.Length * (1 - MaxOverShare / 2))];
        if (width is < MinWidth or > MaxWidth)
        {
            return default;
        }

        // A heading or a hanging sign may pass the width by a little: the width itself is what most full lines have.
        var full = measures.Count(measure => measure >= width - Slack);
        var over = measures.Count(measure => measure > width + 2);
        return over > MaxOverShare * measures.Length ? default : (width, (double)full / measures.Length);
    }

    private static bool StopMidSentence(List<Line> lines, List<int> flow, int start, double[] measures, double width)
    {
        var (full, open) = (0, 0);
        for (var i = 0; i + 1 < measures.Length; i++)
        {
            if (measures[i] >= width - Slack)
            {
                full++;
                open += lines[flow[start + i]].Ending == Ending.Open && lines[flow[start + i + 1]].Marker.Kind == MarkerKind.None ? 1 : 0;
            }
        }

        return full >= MinLines / 2 && open >= MinOpenShare * full;
    }
}
