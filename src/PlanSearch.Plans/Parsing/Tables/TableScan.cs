using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Tables;

/// <summary>
/// Finds tables of TAB-separated cells: rows over blank lines and page marks, captions, notes (R-TABLE-1 to R-TABLE-6, R-TABLE-11,
/// R-TABLE-12).
/// </summary>
internal sealed class TableScan
{
    private const int MaxGroup = 16;
    private const int MaxUnit = 24;

    private readonly List<Line> _lines;
    private int _tables;

    private TableScan(List<Line> lines) => _lines = lines;

    /// <summary>Marks rows, captions and notes and numbers the tables from 0.</summary>
    /// <returns>How many tables there are.</returns>
    public static int Mark(List<Line> lines)
    {
        var scan = new TableScan(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (scan.IsRow(i))
            {
                i = scan.MarkTable(i) - 1;
            }
            else if (lines[i].OpensAny(Opens.BoxTitle))
            {
                scan.MarkFlat(i + 1);
            }
        }

        return scan._tables;
    }

    // R-TABLE-1: a row has cells; what opens a box or a note, or is alone with its TABs at the end, is none.
    private bool IsRow(int at) =>
        _lines[at] is { Kind: null, HasCells: true } line && !line.OpensAny(Opens.BoxTitle) && !IsNote(line)
        && !line.OpensAny(Opens.Figure);

    // R-TABLE-17: right under the title of a box.
    private void MarkFlat(int first)
    {
        var rows = first;
        while (rows < _lines.Count && _lines[rows] is { Kind: null } header && FlatTable.IsHeader(header.Plain))
        {
            rows++;
        }

        if (rows == _lines.Count || _lines[rows].Kind is not null || !FlatTable.IsRows(_lines[rows].Plain))
        {
            return;
        }

        for (var i = first; i <= rows; i++)
        {
            _lines[i].Decide(Rules.FlatTable, i < rows ? BlockKind.TableHeader : BlockKind.TableRow);
            _lines[i].Table = _tables;
        }

        _tables++;
    }

    private static bool IsNote(Line line) =>
        line.Plain.Length > 1 && ((line.Plain[0] == '注' && line.Plain[1] is '：' or ':' or '1' or '①' or ' ')
            || line.Plain.StartsWith("备注", StringComparison.Ordinal) || line.Plain.StartsWith("说明：", StringComparison.Ordinal)
            || line.Plain.StartsWith("资料来源", StringComparison.Ordinal) || line.Plain.StartsWith("数据来源", StringComparison.Ordinal));

    private int MarkTable(int first)
    {
        var rows = CollectRows(first, out var end);
        if (rows.Count < 2)
        {
            return first + 1;
        }

        var table = _tables++;
        MarkCaption(first, table);
        MarkRows(rows, table);
        return MarkNotes(end, table);
    }

    // R-TABLE-12: 注：①… and ② on the next line are notes; so is what a note with nothing after its ： announces.
    private int MarkNotes(int end, int table)
    {
        Marker last = default;
        for (var i = end; i < _lines.Count; i++)
        {
            if (_lines[i].Kind is BlockKind.Noise)
            {
                continue;
            }

            var isNote = _lines[i].Kind is null && IsNote(_lines[i]);
            var marker = isNote ? NumberInNote(_lines[i].Plain) : _lines[i].Marker;
            if (!isNote && !(_lines[i].Kind is null && last.IsCounted && marker.Kind == last.Kind && marker.Ordinal == last.Ordinal + 1))
            {
                break;
            }

            _lines[i].Decide(isNote ? Rules.TableNote : Rules.NextNote, BlockKind.TableNote);
            _lines[i].Table = table;
            (last, end) = (marker, i + 1);
        }

        return end;
    }

    // The number that a note begins with: ① in 注：①…, 1. in 注1.…; one before the first where the note says no more than 注：.
    private static Marker NumberInNote(string text)
    {
        var at = text.AsSpan().IndexOfAny('：', ':');
        if (at >= 0 && at == text.Length - 1)
        {
            return new Marker(MarkerKind.Arabic, 0, 0, 0, 0, '\0');
        }

        var start = at >= 0 && at <= 4 ? at + 1 : 1;
        while (start < text.Length && Glyphs.IsBlank(text[start]))
        {
            start++;
        }

        return MarkerReader.ReadAt(text, start);
    }

    // Rows continue over blank lines and page marks. A short line between two rows names a group (R-TABLE-4).
    private List<Line> CollectRows(int first, out int end)
    {
        var rows = new List<Line>();
        end = first;
        for (var i = first; i < _lines.Count; i++)
        {
            if (IsRow(i))
            {
                rows.Add(_lines[i]);
                end = i + 1;
            }
            else if (_lines[i].Kind is BlockKind.Noise)
            {
                continue;
            }
            else if (rows.Count > 0 && IsGroupLine(_lines[i]) && i + 1 < _lines.Count && IsRow(i + 1))
            {
                rows.Add(_lines[i]);
            }
            else
            {
                break;
            }
        }

        return rows;
    }

    private static bool IsGroupLine(Line line) =>
        line.Kind is null && line.Plain.Length <= MaxGroup && line.Ending == Ending.Open && !line.HasCells
        && !line.Marker.IsStrong && !line.OpensAny(Opens.BoxTitle) && !line.OpensAny(Opens.NumberedTable);

    // R-TABLE-5: the short line directly over the rows is the caption, be it 表1 … or a title; a marker other than 表 makes it a heading.
    private void MarkCaption(int first, int table)
    {
        var at = Above(first);
        if (at >= 0 && IsUnit(_lines[at]))
        {
            TakeCaption(at, table, Rules.UnitLine);
            at = Above(at);
            if (at > 0 && _lines[at - 1].OpensAny(Opens.AnnexLabel))
            {
                // R-HEAD-5: the title of 附件1.
                return;
            }
        }

        if (at >= 0 && IsCaption(at))
        {
            TakeCaption(at, table, Rules.TableCaption);
        }
    }

    private int Above(int at)
    {
        do
        {
            at--;
        }
        while (at >= 0 && _lines[at].Kind is BlockKind.Noise);

        return at;
    }

    private bool IsCaption(int at)
    {
        var line = _lines[at];
        return line.Kind is null && line.Plain.Length <= Measures.Caption && line.Ending == Ending.Open
            && line.Marker.Kind == MarkerKind.None
            && !line.HasCells && !line.OpensAny(Opens.BoxTitle | Opens.UnnumberedHeading) && !FollowsOpenText(at);
    }

    private void TakeCaption(int at, int table, Rule rule)
    {
        _lines[at].Decide(rule, BlockKind.TableCaption);
        _lines[at].Table = table;
    }

    // R-TABLE-11: 单位：亿元, （单位：%） is between the caption and the rows.
    private static bool IsUnit(Line line) =>
        line is { Kind: null, HasCells: false }
            && line.Plain.Length <= MaxUnit
            && line.Plain.AsSpan().TrimStart("（(").StartsWith("单位", StringComparison.Ordinal);

    // A short line that continues a sentence cut above it is text, unless it says 表.
    private bool FollowsOpenText(int at) =>
        !_lines[at].Plain.StartsWith('表') && at > 0 && _lines[at - 1] is { Kind: null, Ending: Ending.Open } above
        && above.Plain.Length > Measures.Caption;

    private static void MarkRows(List<Line> rows, int table)
    {
        var header = CellText(rows[0]);
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Table = table;
            var (kind, rule) = i == 0 || (i == 1 && ContinuesHeader(rows)) ? (BlockKind.TableHeader, Rules.HeaderRow)
                : CellText(rows[i]) == header ? (BlockKind.TableHeader, Rules.HeaderAgain)
                : IsGroup(rows[i]) ? (BlockKind.TableGroup, Rules.GroupRow)
                : rows[i - 1].Kind == BlockKind.TableHeader && i > 2 && i < rows.Count - 1
                && RepeatsSecondHeader(rows, i) ? (BlockKind.TableHeader, Rules.HeaderAgain)
                : (BlockKind.TableRow, Rules.Rows);
            rows[i].Decide(rule, kind);
        }
    }

    // R-TABLE-2: the second row of a header is under merged cells: its first cell is empty, and no row above could lend it one.
    private static bool ContinuesHeader(List<Line> rows) => rows[1].Cells is { } cells && cells[0].Span.IsEmpty;

    // R-TABLE-3: after a page break the header comes again, its second row with it.
    private static bool RepeatsSecondHeader(List<Line> rows, int at) =>
        rows[1].Kind == BlockKind.TableHeader && CellText(rows[at]) == CellText(rows[1]);

    private static bool IsGroup(Line row)
    {
        if (row.Cells is not { } cells)
        {
            return true;
        }

        for (var i = 1; i < cells.Length; i++)
        {
            if (!cells[i].Span.IsEmpty)
            {
                return false;
            }
        }

        return !cells[0].Span.IsEmpty;
    }

    private static string CellText(Line row) =>
        (row.Cells is { } cells ? string.Concat(cells.Select(cell => cell.Span.ToString())) : row.Plain).Replace(
            " ", "", StringComparison.Ordinal);
}
