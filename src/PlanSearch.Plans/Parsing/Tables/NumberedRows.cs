using System.Globalization;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Tables;

/// <summary>
/// Puts the rows of a table together whose cells are on lines of their own and whose rows open with 1, 2, 3 (R-TABLE-15).
/// </summary>
/// <remarks>
/// Its cells may be sentences and its rows lack the last cells, so that their lengths say nothing; its groups may have numbers of their
/// own.
/// </remarks>
internal sealed class NumberedRows
{
    private const int MinRows = 5;
    private const int MaxHeaderCells = 10;
    private const int MaxHeaderCell = 12;

    // A cell or two go over several lines.
    private const int MaxRowLines = 12;

    private readonly List<Line> _lines;
    private readonly List<Line> _result;

    private NumberedRows(List<Line> lines) => (_lines, _result) = (lines, new List<Line>(lines.Count));

    /// <summary>The lines with each row made one; <paramref name="lines"/> themselves when there is no such table.</summary>
    public static List<Line> Apply(List<Line> lines) => lines.Exists(IsNumberColumn) ? new NumberedRows(lines).Run() : lines;

    private List<Line> Run()
    {
        for (var i = 0; i < _lines.Count;)
        {
            var end = HeaderEnd(i, out var column) is var header and > 0 ? TakeTable(i, header, column) : i;
            if (end == i)
            {
                _result.Add(_lines[i++]);
            }

            i = Math.Max(i, end);
        }

        return _result;
    }

    private static bool IsNumberColumn(Line line) =>
        line is { Kind: null, HasCells: false } && line.Plain.Length <= 4 && line.Plain[0] == '序' && ContentsEntry.Key(line.Plain) == "序号";

    // 重点项目表 over 序号 names the table, and no column.
    private static bool IsCaption(Line line) => line.Plain[^1] == '表' || line.Plain.EndsWith("清单", StringComparison.Ordinal)
        || line.Plain.EndsWith("名录", StringComparison.Ordinal);

    private static bool IsHeaderCell(Line line) =>
        line is { Kind: null, HasCells: false, Ending: Ending.Open, Marker.Kind: MarkerKind.None } && line.Plain.Length <= MaxHeaderCell
        && Glyphs.IsHan(line.Plain[0]) && !line.OpensAny(Opens.Unit);

    // 目标, 序号, 指标, 解释 …: short names, 序号 the first or second of them; then a group or the number 1.
    private int HeaderEnd(int first, out int column)
    {
        column = IsNumberColumn(_lines[first]) ? 0 : 1;
        if (!IsHeaderCell(_lines[first]) || (column > 0 && IsCaption(_lines[first])) || first + column >= _lines.Count
            || !IsNumberColumn(_lines[first + column]))
        {
            return 0;
        }

        var end = first + column + 1;
        while (end < _lines.Count && end - first < MaxHeaderCells && IsHeaderCell(_lines[end]))
        {
            end++;
        }

        return end - first > column + 1 && (IsNumber(end, 1) || IsGroup(end, 1)) ? end : 0;
    }

    private bool IsNumber(int at, int value) =>
        at < _lines.Count && _lines[at] is { HasCells: false, Kind: null or BlockKind.Noise } line
        && line.Plain == value.ToString(CultureInfo.InvariantCulture);

    private bool IsGroup(int at, int next) =>
        at + 1 < _lines.Count && IsNumber(at + 1, next) && _lines[at] is { Kind: null, HasCells: false, Ending: Ending.Open } line
        && line.Plain.Length <= Measures.BareTitle && Sentence.IsBare(line.Words);

    private int TakeTable(int first, int header, int column)
    {
        var rows = new List<(int Start, int End, bool IsGroup)>();
        var (at, next) = (header, 1);
        while (IsNumber(at, next) || IsGroup(at, next))
        {
            if (!IsNumber(at, next))
            {
                rows.Add((at, at + 1, true));
                at++;
            }

            var end = RowEnd(at, next + 1, header - first - column);
            rows.Add((at, end, false));
            (at, next) = (end, next + 1);
        }

        if (next <= MinRows)
        {
            return first;
        }

        // The last row has no number after it: it is as long as most.
        var usual = rows.Where(row => !row.IsGroup).SkipLast(1).CountBy(row => row.End - row.Start).MaxBy(pair => pair.Value).Key;
        rows[^1] = rows[^1] with { End = Math.Min(rows[^1].End, rows[^1].Start + usual) };
        AddRow(first, header, 0);
        foreach (var row in rows)
        {
            AddRow(row.Start, row.End, row.IsGroup ? 0 : column);
        }

        return rows[^1].End;
    }

    // A short line before the next number is the last cell of a row that is not full yet, unless it has a number of its own.
    private int RowEnd(int start, int next, int full)
    {
        var end = start + 1;
        while (end < _lines.Count && end - start < MaxRowLines && !IsNumber(end, next)
            && !(IsGroup(end, next) && (end - start >= full || _lines[end].Marker.IsCounted)) && IsOneCell(_lines[end])
            && !_lines[end].OpensAny(Opens.Heading | Opens.BoxTitle))
        {
            end++;
        }

        return end;
    }

    // A TAB before or after a cell parts it from nothing.
    private static bool IsOneCell(Line line) => line.Cells is not { } cells || cells.Count(cell => cell.End > cell.Start) <= 1;

    // Where the header has a column before the numbers, it is merged over the rows of a group.
    private void AddRow(int start, int end, int missing)
    {
        var row = _lines.GetRange(start, end - start).FindAll(line => line.Kind is not BlockKind.Noise || line == _lines[start]);
        _result.AddRange(_lines.GetRange(start, end - start).Where(line => !row.Contains(line)));
        if (row.Count == 1)
        {
            _result.Add(row[0]);
            return;
        }

        var stretches = row.SelectMany(line => line.Stretches).Where(stretch => stretch.End > stretch.Start).ToList();
        stretches.InsertRange(0, Enumerable.Repeat(stretches[0] with { End = stretches[0].Start }, missing));
        var text = string.Join('\t', row.Select(line => line.Plain.Trim('\t')));
        _result.Add(new Line(row, text) { Cells = [.. stretches] }.FormedBy(Rules.NumberedRows));
    }
}
