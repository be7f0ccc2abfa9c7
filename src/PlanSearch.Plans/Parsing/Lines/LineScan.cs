using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>Source lines -> the lines that the passes work on: blank lines out, ends trimmed, cells seen (R-LINE-1, R-LINE-2).</summary>
internal static class LineScan
{
    /// <summary>
    /// One <see cref="Line"/> for each source line that is not blank, in order; several where a source line holds several (R-LINE-3,
    /// R-LINE-4).
    /// </summary>
    public static List<Line> Scan(ImmutableArray<string> lines)
    {
        var scanned = new List<Line>(lines.Length);
        var cuts = new LineCuts(lines);
        var markup = new TableMarkup(scanned);
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

            if (markup.Take(i + 1, raw, followsBlank) || BarRow.Take(scanned, i + 1, raw, start, end, followsBlank))
            {
                followsBlank = false;
                continue;
            }

            var ranges = cuts.Of(i, start, end);
            foreach (var (from, to) in ranges)
            {
                var line = new Line(new Stretch(i + 1, raw, from, to), followsBlank)
                {
                    Cells = ranges.Count == 1 ? CellsOf(i + 1, raw, 0, raw.Length) : CellsOf(i + 1, raw, from, to),
                }.FormedBy(cuts.Rule);
                line.Decide(Rules.TabRow, line.HasCells);
                line.Decide(Rules.OuterBlanks, from > 0 || to < raw.Length);

                // A line of marks and nothing else has no text; the ledger counts its marks.
                if (line.Plain.Length > 0)
                {
                    scanned.Add(line);
                    followsBlank = false;
                }
            }
        }

        markup.Finish();
        return scanned;
    }

    /// <summary>The range without the blanks at its ends; (from, from) when it is blank throughout.</summary>
    public static (int Start, int End) Trim(string raw, int from, int to)
    {
        var start = SkipBlanks(raw, from, to);
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

    /// <summary>Where what is no blank begins; <paramref name="end"/> when nothing is.</summary>
    public static int SkipBlanks(string raw, int at, int end)
    {
        while (at < end && Glyphs.IsBlank(raw[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The words of a span that blanks part.</summary>
    public static List<Stretch> WordsOf(Stretch stretch)
    {
        var (number, raw, start, end) = stretch;
        var words = new List<Stretch>();
        for (var at = start; at < end; at = SkipBlanks(raw, at, end))
        {
            var first = at;
            while (at < end && !Glyphs.IsBlank(raw[at]))
            {
                at++;
            }

            words.Add(new Stretch(number, raw, first, at));
        }

        return words;
    }

    /// <summary>Whether a full stop ends what is before <paramref name="at"/>, blanks and closing quotes and brackets aside.</summary>
    public static bool EndsSentence(string raw, int from, int at)
    {
        var before = at - 1;
        while (before >= from && (Glyphs.IsBlank(raw[before]) || Glyphs.IsCloser(raw[before])))
        {
            before--;
        }

        return before >= from && Glyphs.IsFullStop(raw[before]);
    }

    // R-LINE-2: empty cells at either end are cells, so the TABs outside the trimmed range of a whole line count.
    private static Stretch[]? CellsOf(int number, string raw, int from, int to)
    {
        if (!raw.AsSpan(from, to - from).Contains('\t'))
        {
            return null;
        }

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
