using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Tables;

/// <summary>Cuts a run of cells into rows by the order of names and values (R-TABLE-10).</summary>
internal static class CellRows
{
    private const int MaxGroup = 12;

    /// <summary>The rows after the header of <paramref name="header"/> cells; a row of one cell names a group.</summary>
    public static List<CellRow> Find(List<Line> cells, int header)
    {
        var number = cells.FindIndex(0, header, cell => cell.Plain is "序号");
        var starts = number >= 0 ? NumberedStarts(cells, header, number) : NamedStarts(cells, header);

        // What is between the header and the first row is a row as well: no cell is lost.
        if (starts.Count > 0 && starts[0] > header)
        {
            starts.Insert(0, header);
        }

        var rows = new List<CellRow>();
        var names = number >= 0 ? 0 : UsualNames(cells, starts, header);
        for (var i = 0; i + 1 < starts.Count; i++)
        {
            if (number >= 0)
            {
                rows.Add(new CellRow(starts[i], starts[i + 1], IsPadded: number > 0 && starts[i + 1] - starts[i] == header - 1));
            }
            else
            {
                AddRow(cells, rows, starts[i], starts[i + 1], names, header);
            }
        }

        // Where no row is as long as the header, two rows of it are one over the other, and no cell is missing.
        if (!rows.Exists(row => row.End - row.Start == header))
        {
            rows = rows.ConvertAll(row => row with { IsPadded = false });
        }

        return WithHeaders(cells, rows, header);
    }

    // The header, printed again after a page break, is between the cells of two rows.
    private static List<CellRow> WithHeaders(List<Line> cells, List<CellRow> rows, int header)
    {
        var whole = new List<CellRow>(rows.Count);
        foreach (var row in rows)
        {
            var at = row.Start;
            while (at < row.End && !RepeatsHeader(cells, at, row.End, header))
            {
                at++;
            }

            if (at == row.End)
            {
                whole.Add(row);
                continue;
            }

            if (at > row.Start)
            {
                whole.Add(row with { End = at, IsPadded = at - row.Start == header - 1 });
            }

            whole.Add(new CellRow(at, at + header, IsPadded: false));
            if (at + header < row.End)
            {
                whole.Add(new CellRow(at + header, row.End, IsPadded: false));
            }
        }

        return whole;
    }

    private static bool RepeatsHeader(List<Line> cells, int at, int end, int header)
    {
        var same = 0;
        while (same < header && at + same < end && cells[at + same].Plain == cells[same].Plain)
        {
            same++;
        }

        return same == header;
    }

    // 序号: a row begins with the next number, or with the cells of the columns before it, where they are not merged with the row above.
    private static List<int> NumberedStarts(List<Line> cells, int header, int column)
    {
        var starts = new List<int>();
        for (var i = header; i < cells.Count; i++)
        {
            if (cells[i].Plain == (starts.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
                && i + 1 < cells.Count
                && !CellKind.IsValue(cells[i + 1].Plain))
            {
                var start = i;
                while (start > header
                    && i - start < column
                    && !CellKind.IsValue(cells[start - 1].Plain)
                    && cells[start - 1].Plain.Length <= MaxGroup
                    && !CellKind.IsHeader(cells[start - 1].Plain))
                {
                    start--;
                }

                starts.Add(start);
            }
        }

        // Where every row is as long as the header, so is the last one, whatever its last cells say.
        if (starts.Count > 1
            && cells.Count >= starts[^1] + header
            && Enumerable.Range(1, starts.Count - 1).All(i => starts[i] - starts[i - 1] == header))
        {
            starts.Add(starts[^1] + header);
            return starts;
        }

        return WithEnd(cells, starts, header);
    }

    // A name after a value begins a row.
    private static List<int> NamedStarts(List<Line> cells, int header)
    {
        var starts = new List<int>();
        for (var i = header; i < cells.Count; i++)
        {
            if (!CellKind.IsValue(cells[i].Plain) && (i == header || CellKind.IsValue(cells[i - 1].Plain)))
            {
                starts.Add(i);
            }
        }

        return WithEnd(cells, starts, header);
    }

    // The last row ends with its last value, and has no more cells than the header.
    private static List<int> WithEnd(List<Line> cells, List<int> starts, int header)
    {
        if (starts.Count == 0)
        {
            return starts;
        }

        var end = cells.Count;
        while (end > starts[^1] && !CellKind.IsValue(cells[end - 1].Plain))
        {
            end--;
        }

        if (end > starts[^1])
        {
            starts.Add(Math.Min(end, starts[^1] + header + 1));
        }

        return starts;
    }

    private static int NamesOf(List<Line> cells, int start, int end)
    {
        var names = 0;
        while (start + names < end && !CellKind.IsValue(cells[start + names].Plain))
        {
            names++;
        }

        return names;
    }

    // A row with more cells than the header has the names of groups before its own; numbers that count rows are values, and no names.
    private static int UsualNames(List<Line> cells, List<int> starts, int header) =>
        starts.Count < 2
            ? 0
            : Enumerable.Range(0, starts.Count - 1)
                .Select(i => Math.Max(0, NamesOf(cells, starts[i], starts[i + 1]) - Math.Max(0, starts[i + 1] - starts[i] - header)))
                .GroupBy(names => names).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;

    // One name too many is a group over the row, or the first cell of rows merged into one, where the header has a column for it.
    private static void AddRow(List<Line> cells, List<CellRow> rows, int start, int end, int usual, int header)
    {
        var names = NamesOf(cells, start, end);
        var hasFirstColumn = usual > 0 && end - start > header - 1 && names == usual + 1;
        if (usual == 0 || names <= usual)
        {
            rows.Add(new CellRow(start, end, IsPadded: usual > 0 && end - start == header - 1));
            return;
        }

        // 一、经济发展 names a group, and no cell.
        if (hasFirstColumn && end - start == header && !cells[start].Marker.IsCounted)
        {
            rows.Add(new CellRow(start, end, IsPadded: false));
            return;
        }

        var own = start + names - usual;
        for (var i = start; i < own; i++)
        {
            rows.Add(new CellRow(i, i + 1, IsPadded: false));
        }

        rows.Add(new CellRow(own, end, IsPadded: end - own == header - 1 && hasFirstColumn));
    }
}
