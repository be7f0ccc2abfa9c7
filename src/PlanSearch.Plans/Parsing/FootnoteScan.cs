namespace PlanSearch.Plans.Parsing;

/// <summary>Tells the bodies of footnotes from the text around them (R-NOTE-1, R-NOTE-2).</summary>
internal static class FootnoteScan
{
    /// <summary>Marks the lines that are footnotes.</summary>
    /// <remarks>
    /// A line that opens with ^① is one. A line that opens with a bare ① is one when the text has a mark ^① that waits for its body,
    /// or when it follows the footnote with the number before.
    /// </remarks>
    public static void Mark(List<Line> lines)
    {
        var waiting = new HashSet<int>();
        var early = new HashSet<int>();
        var previous = 0;
        foreach (var line in lines)
        {
            if (line.Kind is not null)
            {
                continue;
            }

            var number = line.Marker.Kind == MarkerKind.Circled ? line.Marker.Ordinal : 0;
            var marked = line.First.Span[0] == '^';
            if (number > 0 && !line.HasCells && (marked || waiting.Contains(number) || (previous > 0 && number == previous + 1)))
            {
                line.Be(BlockKind.Footnote, marked ? "R-NOTE-1" : "R-NOTE-2");
                previous = number;
                if (!waiting.Remove(number))
                {
                    early.Add(number);
                }

                continue;
            }

            previous = 0;
            foreach (var mark in MarksIn(line))
            {
                // A note may stand before its mark: at the foot of a page whose last paragraph goes on overleaf.
                if (!early.Remove(mark))
                {
                    waiting.Add(mark);
                }
            }
        }
    }

    /// <summary>The numbers of the footnote marks (^①) in a line.</summary>
    public static IEnumerable<int> MarksIn(Line line)
    {
        for (var i = 0; i < line.StretchCount; i++)
        {
            var (_, raw, start, end) = line.StretchAt(i);
            for (var at = raw.IndexOf('^', start, end - start); at >= 0 && at + 1 < end; at = raw.IndexOf('^', at + 1, end - at - 1))
            {
                if (Glyphs.CircledValue(raw[at + 1]) is var value and > 0)
                {
                    yield return value;
                }
            }
        }
    }
}
