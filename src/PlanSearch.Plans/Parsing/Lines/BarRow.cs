using PlanSearch.Plans.Parsing.Book;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>Rows of Markdown tables: | 指标 | 单位 | (R-TABLE-7).</summary>
internal static class BarRow
{
    /// <summary>Adds the line of a row that is between bars; a row of one cell is a line of text.</summary>
    /// <returns><see langword="false"/> when the source line is none.</returns>
    public static bool Take(List<Line> lines, int number, string raw, int start, int end, bool followsBlank)
    {
        if (raw[start] != '|' || raw[end - 1] != '|' || end - start < 3)
        {
            return false;
        }

        if (raw.AsSpan(start, end - start).IndexOfAnyExcept("|-: ") < 0)
        {
            var rule = new Line(new Stretch(number, raw, start, end), followsBlank).FormedBy(Rules.MarkdownRow);
            rule.Decide(Rules.MarkdownRow, BlockKind.Noise);
            lines.Add(rule);
            return true;
        }

        var cells = new List<Stretch>();
        for (var at = start + 1; at < end;)
        {
            var bar = raw.IndexOf('|', at, end - at);
            var (from, to) = LineScan.Trim(raw, at, bar);
            cells.Add(new Stretch(number, raw, from, to));
            at = bar + 1;
        }

        var line = cells.Count == 1 ? new Line(cells[0], followsBlank) : new Line([.. cells], followsBlank);
        line.FormedBy(Rules.MarkdownRow);
        if (line.Plain.AsSpan().Trim().Length > 0)
        {
            lines.Add(line);
        }

        return true;
    }
}
