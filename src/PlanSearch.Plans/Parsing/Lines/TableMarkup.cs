using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>Reads the tables that a conversion left as raw HTML inside a text file (R-TABLE-8).</summary>
/// <remarks>
/// Rows and cells may be on one source line or on many; tags other than those of tables part the words of a cell and are left out.
/// </remarks>
internal sealed class TableMarkup(List<Line> lines)
{
    private readonly List<Stretch> _cells = [];
    private bool _inTable;
    private bool _inCell;
    private bool _followsBlank;
    private Stretch? _cell;

    /// <summary>Takes a source line that is part of such a table, and adds the rows it completes.</summary>
    /// <returns><see langword="false"/> when it is none.</returns>
    public bool Take(int number, string raw, bool followsBlank)
    {
        if (!_inTable && (raw.IndexOf('<', StringComparison.Ordinal) < 0 || raw.IndexOf("<table", StringComparison.OrdinalIgnoreCase) < 0))
        {
            return false;
        }

        _followsBlank = followsBlank;
        for (var at = 0; at < raw.Length;)
        {
            var open = at + raw.AsSpan(at).IndexOf('<');
            while (open >= at && Marks.TagLengthAt(raw, open) == 0)
            {
                var next = raw.AsSpan(open + 1).IndexOf('<');
                open = next < 0 ? -1 : open + 1 + next;
            }

            var close = open < at ? -1 : open + Marks.TagLengthAt(raw, open) - 1;
            TakeText(number, raw, at, close < 0 ? raw.Length : open);
            if (close < 0)
            {
                break;
            }

            TakeTag(number, raw, close + 1, raw.AsSpan(open + 1, close - open - 1));
            at = close + 1;
        }

        return true;
    }

    /// <summary>Adds the row that is open where the source ends: a file cut within a table loses no word.</summary>
    public void Finish() => EndRow();

    private void TakeTag(int number, string raw, int after, ReadOnlySpan<char> tag)
    {
        var isEnd = tag.StartsWith("/", StringComparison.Ordinal);
        var name = tag[(isEnd ? 1 : 0)..];
        if (Is(name, "table"))
        {
            EndRow();
            _inTable = !isEnd;
        }
        else if (Is(name, "tr"))
        {
            EndRow();
        }
        else if (Is(name, "td") || Is(name, "th"))
        {
            EndCell();
            (_inCell, _cell) = (!isEnd, isEnd ? null : new Stretch(number, raw, after, after));
        }
    }

    private static bool Is(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || tag[name.Length] is ' ' or '/' or '\t');

    // A cell over several source lines keeps its first one in its column; what the others hold follows as cells of its own.
    private void TakeText(int number, string raw, int from, int to)
    {
        var (start, end) = LineScan.Trim(raw, from, to);
        if (start == end)
        {
            return;
        }

        if (!_inCell)
        {
            AddLine(new Line(new Stretch(number, raw, start, end), _followsBlank));
        }
        else if (_cell is { } cell && cell.Start == cell.End)
        {
            _cell = new Stretch(number, raw, start, end);
        }
        else
        {
            _cells.Add(_cell!.Value);
            _cell = new Stretch(number, raw, start, end);
        }
    }

    private void EndCell()
    {
        if (_cell is { } cell)
        {
            _cells.Add(cell);
        }

        (_inCell, _cell) = (false, null);
    }

    // Marks alone are no text.
    private void AddLine(Line line)
    {
        if (!line.Plain.AsSpan().Trim().IsEmpty)
        {
            lines.Add(line);
        }
    }

    private void EndRow()
    {
        EndCell();
        if (_cells.Exists(cell => cell.End > cell.Start))
        {
            AddLine((_cells.Count == 1 ? new Line(_cells[0], _followsBlank)
                : new Line([.. _cells], _followsBlank)).FormedBy(Rules.TaggedTable));
        }

        _cells.Clear();
    }
}
