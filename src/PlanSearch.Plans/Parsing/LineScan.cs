using System.Collections.Immutable;

namespace PlanSearch.Plans.Parsing;

/// <summary>Source lines -> the lines that the passes work on: blank lines out, ends trimmed, cells seen (R-LINE-1, R-LINE-2).</summary>
internal static class LineScan
{
    /// <summary>One <see cref="Line"/> for each source line that is not blank, in order; several where a source line holds several (R-LINE-3, R-LINE-4).</summary>
    public static List<Line> Scan(ImmutableArray<string> lines)
    {
        var scanned = new List<Line>(lines.Length);
        var cuts = new LineCuts();
        var followsBlank = true;
        for (var i = 0; i < lines.Length; i++)
        {
            var raw = lines[i];
            var (start, end) = Trim(raw, 0, raw.Length);
            if (start == end)
            {
                followsBlank = true;
                continue;
            }

            foreach (var (from, to) in cuts.Of(raw, start, end))
            {
                var line = new Line(new Stretch(i + 1, raw, from, to), followsBlank)
                {
                    Cells = CellsOf(i + 1, raw, from, to),
                    FormRule = cuts.Rule,
                };

                // A line of marks and nothing else has no text; the ledger counts its marks.
                if (line.Plain.Length > 0)
                {
                    scanned.Add(line);
                    followsBlank = false;
                }
            }
        }

        return scanned;
    }

    /// <summary>The range without the blanks at its ends; (from, from) when it is blank throughout.</summary>
    public static (int Start, int End) Trim(string raw, int from, int to)
    {
        var start = from;
        while (start < to && Glyphs.IsBlank(raw[start]))
        {
            start++;
        }

        if (start == to)
        {
            return (from, from);
        }

        var end = to;
        while (Glyphs.IsBlank(raw[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    // R-LINE-2: empty cells at either end are cells, so the TABs outside the trimmed range count. A stretch cut out of a line has none outside.
    private static Stretch[]? CellsOf(int number, string raw, int start, int end)
    {
        var first = raw.IndexOf('\t');
        if (first < 0)
        {
            return null;
        }

        var last = raw.LastIndexOf('\t');
        var isWhole = Trim(raw, 0, raw.Length) == (start, end);
        var (from, to) = isWhole ? (Math.Min(start, first), Math.Max(end, last + 1)) : (start, end);
        var cells = new List<Stretch>();
        for (var at = from; ;)
        {
            var tab = raw.IndexOf('\t', at, to - at);
            var (cellStart, cellEnd) = Trim(raw, at, tab < 0 ? to : tab);
            cells.Add(new Stretch(number, raw, cellStart, cellEnd));
            if (tab < 0)
            {
                return cells.Count > 1 ? [.. cells] : null;
            }

            at = tab + 1;
        }
    }
}
