using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Tables;

/// <summary>Finds rows whose cells only blanks part (R-TABLE-9, R-TABLE-13).</summary>
internal static class BlankColumns
{
    private const int MinCells = 3;
    private const int MinRows = 3;
    private const int MaxLine = 160;
    private const int MaxName = 8;

    /// <summary>Gives the lines of such rows their cells.</summary>
    public static void Mark(List<Line> lines)
    {
        var taken = new HashSet<Line>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (OpensTable(lines, i))
            {
                i = MarkRows(lines, i, taken) - 1;
            }
        }

        if (taken.Count > 0)
        {
            lines.RemoveAll(taken.Contains);
        }
    }

    // A header and rows of values under it; without a header more rows, all alike.
    private static bool OpensTable(List<Line> lines, int at)
    {
        if (!IsCandidate(lines[at], MaxLine) || BlankManner.WordsOf(lines[at]) is not { Length: >= MinCells } cells)
        {
            return false;
        }

        var manner = MannerOf(lines, at);
        if (!CellKind.OpensHeader(cells[0].Span) && !manner.IsUnderTitle && !manner.IsHeader && !IsRow(cells))
        {
            return false;
        }

        for (var (i, rows) = (at + 1, 1); i < lines.Count; i++)
        {
            if (lines[i].Kind == BlockKind.Noise
                || (manner.IsHeader && (manner.IsGroup(lines[i]) || (i == at + 1 && IsSecondHeader(lines[i])))))
            {
                continue;
            }

            if (!IsCandidate(lines[i], MaxLine)
                || manner.CellsOf(lines[i]) is not { Length: >= MinCells } next
                || !(manner.IsUnderTitle || manner.IsNumbered(next) || IsRow(next))
                || (!manner.IsHeader && next.Length != manner.Columns))
            {
                return false;
            }

            if (++rows == MinRows)
            {
                return true;
            }
        }

        return false;
    }

    private static BlankManner MannerOf(List<Line> lines, int at)
    {
        var cells = BlankManner.WordsOf(lines[at])!;
        var names = BlankManner.WideWordsOf(lines[at]);
        var isWide = names.Length >= MinCells;
        names = isWide ? names : cells;
        return new BlankManner(
            isWide && names.Length < cells.Length ? names.Length : cells.Length,
            isWide,
            IsNamesUnderTitle(lines, at, cells),
            (CellKind.OpensHeader(cells[0].Span) && IsAll(cells, CellKind.IsHeader)) || BlankManner.Heads(names),
            names[0].Span is "序号" && BlankManner.Heads(names));
    }

    // 实际 目标 under the years of the header.
    private static bool IsSecondHeader(Line line) => IsCandidate(line, MaxLine) && BlankManner.WordsOf(line) is { Length: > 1 } cells
        && IsAll(cells, CellKind.IsHeader);

    private static int MarkRows(List<Line> lines, int first, HashSet<Line> taken)
    {
        var manner = MannerOf(lines, first);
        var header = manner.CellsOf(lines[first])!;
        var end = first;
        for (var i = first; i < lines.Count; i++)
        {
            if (lines[i].Kind == BlockKind.Noise || manner.IsGroup(lines[i]))
            {
                continue;
            }

            if (i == first + 1 && IsSecondHeader(lines[i]))
            {
                lines[i].Cells = UnderYears(header, BlankManner.WordsOf(lines[i])!);
                lines[i].FormedBy(Rules.BlankColumns);
                end = i + 1;
                continue;
            }

            if (IsUnnamed(lines, i, manner.Columns))
            {
                var row = lines.GetRange(i - 1, 3);
                lines[i] = new Line(row, [row[0].First, row[2].First with { GoesOn = true }, .. BlankManner.WordsOf(row[1])!])
                    .FormedBy(Rules.BlankColumns);
                taken.UnionWith([row[0], row[2]]);
                end = ++i + 1;
                continue;
            }

            if (!IsCandidate(lines[i], MaxLine)
                || manner.CellsOf(lines[i]) is not { Length: >= MinCells } cells
                || (i > first && !IsRow(cells) && !manner.IsNumbered(cells) && !IsAll(cells, CellKind.IsHeader)
                    && !(manner.IsUnderTitle && cells.Length == manner.Columns)))
            {
                break;
            }

            lines[i].Cells = Fit(cells, manner.Columns);
            lines[i].FormedBy(manner.IsUnderTitle ? Rules.NamesUnderTitle : Rules.BlankColumns);
            end = i + 1;
        }

        return Math.Max(end, first + 1);
    }

    // Cells of the second row are under the years of the first, where there are as many.
    private static Stretch[] UnderYears(Stretch[] header, Stretch[] second)
    {
        var years = header.Count(cell => Glyphs.IsDigit(cell.Span[0]));
        if (years != second.Length)
        {
            return [Empty(second[0]), .. second];
        }

        var under = new Stretch[Array.FindLastIndex(header, cell => Glyphs.IsDigit(cell.Span[0])) + 1];
        for (var (at, next) = (0, 0); at < under.Length; at++)
        {
            under[at] = Glyphs.IsDigit(header[at].Span[0]) ? second[next++] : Empty(second[0]);
        }

        return under;
    }

    private static Stretch Empty(Stretch beside) => beside with { End = beside.Start };

    // The name of such a row is broken over the line above it and the line under it.
    private static bool IsUnnamed(List<Line> lines, int at, int columns) =>
        at > 0 && at + 1 < lines.Count && BlankManner.IsName(lines[at - 1]) && BlankManner.IsName(lines[at + 1])
        && IsCandidate(lines[at], MaxLine) && BlankManner.WordsOf(lines[at]) is { Length: >= MinCells } cells && cells.Length == columns - 1
        && IsRow(cells) && !Glyphs.IsHan(cells[0].Span[0]);

    // R-TABLE-13: right under the title of a box or the caption of a table short names are columns whatever they say, and rows have as many
    // cells.
    private static bool IsNamesUnderTitle(List<Line> lines, int at, Stretch[] cells)
    {
        var above = at - 1;
        while (above >= 0 && lines[above].Kind == BlockKind.Noise)
        {
            above--;
        }

        return above >= 0 && (lines[above].OpensAny(Opens.BoxTitle) || FigureCaption.IsNumbered(lines[above].Plain, "表"))
            && IsAll(cells, cell => cell.Length <= MaxName && cell.IndexOfAny("，。；：、") < 0 && Glyphs.IsHan(cell[0]));
    }

    /// <summary>Whether a line, no longer than that, may be a row whose cells blanks part.</summary>
    public static bool IsCandidate(Line line, int longest) =>
        line is { Kind: null, HasCells: false, StretchCount: 1, Ending: Ending.Open } && line.Plain.Length <= longest
        && !line.Marker.IsStrong && !line.OpensAny(Opens.BoxTitle);

    private static bool IsRow(Stretch[] cells)
    {
        var values = cells.Count(cell => CellKind.IsValue(cell.Span));
        return values >= 2 && values * 2 >= cells.Length - 1 && CellKind.IsValue(cells[^1].Span);
    }

    private static bool IsAll(Stretch[] cells, Func<ReadOnlySpan<char>, bool> isKind) => Array.TrueForAll(cells, cell => isKind(cell.Span));

    // A name with a blank inside (PM2.5 浓度) makes one cell too many: the name is what is before the values.
    private static Stretch[] Fit(Stretch[] cells, int columns)
    {
        var surplus = cells.Length - columns;
        if (surplus <= 0)
        {
            return cells;
        }

        var names = 0;
        while (names < cells.Length && !CellKind.IsValue(cells[names].Span))
        {
            names++;
        }

        return names <= surplus ? cells : [cells[0] with { End = cells[surplus].End }, .. cells[(surplus + 1)..]];
    }
}
