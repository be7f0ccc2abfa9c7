namespace PlanSearch.Plans.Reading.Formats;

/// <summary>A table with merged cells -> lines: rows with a TAB between cells, and plain lines for what only looks like a table.</summary>
/// <remarks>
/// A cell that spans others is in the first of them; the rest are empty. A table of one column is a frame around text, most often a 专栏.
/// </remarks>
internal sealed class TableGrid
{
    /// <summary>Wider tables are cut; a span is no way to make a file grow.</summary>
    private const int MaxColumns = 200;

    private readonly List<(Cell?[] Cells, int Page, int Line)> _rows = [];
    private readonly List<(int Column, int RowsLeft)> _open = [];
    private readonly List<Cell?> _row = [];
    private long _cells;

    /// <summary>To be called before the first cell of each row; a row that was not ended is dropped.</summary>
    public void BeginRow() => _row.Clear();

    /// <summary>Adds a cell where no cell from above reaches down.</summary>
    /// <param name="paragraphs">Its text.</param>
    /// <param name="columns">How many columns it spans.</param>
    /// <param name="rows">How many rows it spans.</param>
    public void AddCell(IReadOnlyList<string> paragraphs, int columns, int rows)
    {
        SkipOpen();
        var cell = new Cell([.. paragraphs.Where(text => !string.IsNullOrWhiteSpace(text))], Math.Clamp(columns, 1, MaxColumns));
        for (var at = 0; at < cell.Columns && _row.Count < MaxColumns; at++)
        {
            if (rows > 1)
            {
                _open.Add((_row.Count, rows));
            }

            _row.Add(at == 0 ? cell : null);
        }
    }

    /// <summary>Keeps the row, with the cells from above that reach down behind its last one.</summary>
    /// <param name="page">The page it begins on; 0 where the source has none.</param>
    /// <param name="line">The 0-based line of the file it is on; -1 where the source has none.</param>
    public void EndRow(int page = 0, int line = -1)
    {
        SkipOpen();
        ReadingBound.Cells.Hold(_cells += _row.Count);
        _rows.Add(([.. _row], page, line));
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].RowsLeft <= 1)
            {
                _open.RemoveAt(i);
            }
            else
            {
                _open[i] = (_open[i].Column, _open[i].RowsLeft - 1);
            }
        }
    }

    /// <summary>Adds a line for each row, as wide as the widest; text in a frame as paragraphs. A table without rows adds none.</summary>
    public void AddTo(LineCollector lines)
    {
        var width = _rows.Count == 0 ? 0 : _rows.Max(row => row.Cells.Length);
        lines.EndParagraph();
        for (var i = 0; i < _rows.Count; i++)
        {
            var (row, page, line) = _rows[i];
            (lines.Page, lines.SourceLine) = (page, line);
            if (IsFrame(row, width, isFirst: i == 0) is { } frame)
            {
                foreach (var paragraph in frame.Paragraphs)
                {
                    lines.AddParagraph(paragraph);
                }
            }
            else
            {
                lines.Add(string.Join('\t', Enumerable.Range(0, width).Select(at => at < row.Length ? row[at]?.Text ?? "" : "")));
            }
        }

        lines.EndParagraph();
    }

    /// <summary>
    /// The only cell of a row when it is text in a frame: the table has no other columns, or it is a title, or more than a group's name.
    /// </summary>
    private static Cell? IsFrame(Cell?[] row, int width, bool isFirst) =>
        row.OfType<Cell>().Take(2).ToList() is [var only] && only.Columns >= width && (width == 1 || isFirst || only.Paragraphs.Count > 1)
            ? only
            : null;

    private void SkipOpen()
    {
        while (_open.Exists(open => open.Column == _row.Count))
        {
            _row.Add(null);
        }
    }

    private sealed record Cell(IReadOnlyList<string> Paragraphs, int Columns)
    {
        // A TAB or a line's end within a cell would make it two.
        public string Text => string.Join(' ', Paragraphs).Replace('\t', ' ').Replace('\n', ' ').Trim();
    }
}
