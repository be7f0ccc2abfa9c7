using System.Collections.Immutable;

namespace PlanSearch.Plans.Parsing;

/// <summary>Source lines -> the stretches that the passes work on: blank lines out, ends trimmed, cells seen (R-LINE-1, R-LINE-2).</summary>
internal static class LineScan
{
    /// <summary>One <see cref="Line"/> for each source line that is not blank, in order.</summary>
    public static List<Line> Scan(ImmutableArray<string> lines)
    {
        var scanned = new List<Line>(lines.Length);
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

            var (cellsStart, cellsEnd) = CellRange(raw, start, end);
            var line = new Line(i + 1, raw, start, end, followsBlank)
            {
                CellsStart = cellsStart,
                CellsEnd = cellsEnd,
                HasCells = raw.AsSpan(start, end - start).Contains('\t') || cellsStart < start || cellsEnd > end,
            };

            // A line of marks and nothing else has no text; the ledger counts its marks.
            if (line.Plain.Length > 0)
            {
                scanned.Add(line);
                followsBlank = false;
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

    // Empty cells at either end are cells: the range takes every TAB of the line with it.
    private static (int Start, int End) CellRange(string raw, int start, int end)
    {
        var first = raw.IndexOf('\t');
        var last = raw.LastIndexOf('\t');
        return first < 0 ? (start, end) : (Math.Min(start, first), Math.Max(end, last + 1));
    }
}
