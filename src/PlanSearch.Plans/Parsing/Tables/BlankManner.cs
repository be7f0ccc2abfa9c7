using System.Buffers;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Tables;

/// <summary>What the first line of a table whose cells only blanks part says of its rows (R-TABLE-9, R-TABLE-13).</summary>
/// <param name="Columns">How many cells the first line has.</param>
/// <param name="IsWide">Whether more than one blank parts its cells, so that one blank may be in a cell.</param>
/// <param name="IsUnderTitle">Whether it is right under the title of a box or the caption of a table.</param>
/// <param name="IsHeader">Whether it is a header: groups may be under it, and rows of fewer cells.</param>
/// <param name="CountsRows">Whether its first column is 序号.</param>
internal readonly record struct BlankManner(int Columns, bool IsWide, bool IsUnderTitle, bool IsHeader, bool CountsRows)
{
    private const int MaxGroup = 16;
    private const int MaxName = 12;
    private const int MinYears = 2;
    private const int MaxNumber = 6;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>The cells of a line as the first one parts its own; null where no blank is in it.</summary>
    public Stretch[]? CellsOf(Line line) =>
        IsWide && WideWordsOf(line) is var wide && wide.Length == Columns ? wide : WordsOf(line);

    /// <summary>Whether the cells are a row that its number opens: 1, 1.1.</summary>
    public bool IsNumbered(Stretch[] cells) => CountsRows && cells.Length == Columns && IsNumber(cells[0].Span);

    /// <summary>Whether the line names the group of the rows under it: 智能加工, where rows are counted 1 枢纽类 too.</summary>
    public bool IsGroup(Line line) =>
        IsName(line) || (CountsRows && WordsOf(line) is { Length: 2 } cells && IsNumber(cells[0].Span) && IsName(cells[1].Span));

    /// <summary>Whether a line is a short name without a blank.</summary>
    public static bool IsName(Line line) => line is { Kind: null, HasCells: false, StretchCount: 1, Ending: Ending.Open }
        && line.Plain.Length <= MaxGroup && !line.Marker.IsStrong && line.First.Span.IndexOfAny(' ', '\u3000') < 0;

    /// <summary>Whether the cells are the names of columns whatever they say: 序号 is the first, or some are years.</summary>
    public static bool Heads(Stretch[] cells) =>
        Array.TrueForAll(cells, cell => IsName(cell.Span) || CellKind.IsYear(cell.Span))
        && (cells[0].Span is "序号" || cells.Count(cell => CellKind.IsYear(cell.Span)) >= MinYears);

    /// <summary>What the blanks of a line part; null where none is in it.</summary>
    public static Stretch[]? WordsOf(Line line) =>
        line.First.Span.IndexOfAny(' ', '\u3000', '\u00A0') < 0 ? null : [.. LineScan.WordsOf(line.First)];

    /// <summary>What two blanks or more part.</summary>
    public static Stretch[] WideWordsOf(Line line)
    {
        var words = LineScan.WordsOf(line.First);
        var cells = new List<Stretch>();
        foreach (var word in words)
        {
            if (cells.Count > 0 && word.Start - cells[^1].End == 1 && !Glyphs.IsWide(word.Raw[word.Start - 1]))
            {
                cells[^1] = cells[^1] with { End = word.End };
            }
            else
            {
                cells.Add(word);
            }
        }

        return [.. cells];
    }

    private static bool IsName(ReadOnlySpan<char> cell) =>
        cell.Length <= MaxName && Glyphs.IsHan(cell[0]) && cell.IndexOfAny("，。；：、") < 0;

    // 1, 12, 1.1
    private static bool IsNumber(ReadOnlySpan<char> cell) =>
        cell.Length <= MaxNumber && Glyphs.IsDigit(cell[0]) && !cell.ContainsAnyExcept(NumberCharacters);
}
