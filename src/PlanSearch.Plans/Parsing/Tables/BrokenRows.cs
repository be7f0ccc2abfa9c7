using System.Globalization;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Tables;

/// <summary>
/// Puts the rows of a table together whose cells only blanks part and are broken over lines; 1, 2, 3 open its rows (R-TABLE-16).
/// </summary>
/// <remarks>
/// The number of a row is printed in the middle of its height, so that what a cell has above that line it has below it as well: of the
/// lines between two numbers the first belong to the row above, as many as it has over its number, and the others to the row below.
/// </remarks>
internal sealed class BrokenRows
{
    private const int MinRows = 5;
    private const int MinCells = 3;
    private const int MaxLine = 80;
    private const int MaxBetween = 8;
    private const int MaxHeaderLines = 5;
    private const int MaxHeaderCell = 10;
    private const int MinName = 4;

    private static readonly string[] HeaderWords = ["序", "号", "指标", "指", "标", "单位", "属性", "名称", "项目", "类别", "目标", "备注", "累计", "年均"];

    private readonly List<Line> _lines;
    private readonly List<Line> _result;

    private BrokenRows(List<Line> lines) => (_lines, _result) = (lines, new List<Line>(lines.Count));

    /// <summary>The lines with each row made one; <paramref name="lines"/> themselves when there is no such table.</summary>
    public static List<Line> Apply(List<Line> lines) => lines.Exists(line => IsNumbered(line, 1)) ? new BrokenRows(lines).Run() : lines;

    private List<Line> Run()
    {
        for (var i = 0; i < _lines.Count;)
        {
            var end = IsNumbered(_lines[i], 1) ? TakeTable(i) : i;
            if (end == i)
            {
                _result.Add(_lines[i++]);
            }

            i = Math.Max(i, end);
        }

        return _result;
    }

    private int TakeTable(int first)
    {
        var numbers = new List<int> { first };
        while (NextNumber(numbers[^1], numbers.Count + 1) is var next and > 0)
        {
            numbers.Add(next);
        }

        var shares = numbers.Count < MinRows || numbers.Count(at => HasValue(_lines[at])) * 3 < numbers.Count * 2 ? [] : SharesOf(numbers);

        // Where no cell is broken, the rows are told by their values alone (R-TABLE-9).
        if (shares.Count == 0 || shares.TrueForAll(share => share == 0))
        {
            return first;
        }

        TakeHeader(first - shares[0]);
        var usual = numbers.CountBy(at => CellsOf(_lines[at]).Count).MaxBy(pair => pair.Value).Key;
        for (var row = 0; row < numbers.Count; row++)
        {
            AddRow(numbers[row] - shares[row], numbers[row], numbers[row] + shares[row] + 1, usual);
        }

        return numbers[^1] + shares[^1] + 1;
    }

    /// <summary>
    /// How many lines each row has over its number and under it; none where the lines between two numbers do not come out even.
    /// </summary>
    private List<int> SharesOf(List<int> numbers)
    {
        var most = 0;
        while (most < MaxHeaderLines && numbers[0] - most > 0 && IsPiece(_lines[numbers[0] - most - 1]))
        {
            most++;
        }

        for (var over = 0; over <= most; over++)
        {
            var shares = new List<int> { over };
            for (var row = 1; row < numbers.Count && shares[^1] >= 0; row++)
            {
                shares.Add(numbers[row] - numbers[row - 1] - 1 - shares[^1]);
            }

            if (shares[^1] >= 0 && EndsAt(numbers[^1], shares[^1]))
            {
                return shares;
            }
        }

        return [];
    }

    private bool EndsAt(int number, int share) =>
        number + share < _lines.Count && _lines.GetRange(number + 1, share).TrueForAll(IsPiece);

    private int NextNumber(int at, int value)
    {
        for (var next = at + 1; next < _lines.Count && next - at <= MaxBetween; next++)
        {
            if (IsNumbered(_lines[next], value))
            {
                return next;
            }

            if (!IsPiece(_lines[next]))
            {
                return 0;
            }
        }

        return 0;
    }

    // 12 约束性 -: the number, a blank, and cells of which the last are values.
    private static bool IsNumbered(Line line, int value)
    {
        var number = value.ToString(CultureInfo.InvariantCulture);
        return line.Plain.StartsWith(number, StringComparison.Ordinal) && line.Plain.Length > number.Length
            && Glyphs.IsBlank(line.Plain[number.Length]) && IsPiece(line) && CellsOf(line).Count >= MinCells;
    }

    private static bool HasValue(Line line) => CellsOf(line).Skip(1).Any(cell => CellKind.IsValue(cell.Span));

    private static bool IsPiece(Line line) => BlankColumns.IsCandidate(line, MaxLine) && !Sentence.HasInnerStop(line.Plain);

    // The header is as broken as the rows: short words over them, down to the first that no header has.
    private void TakeHeader(int end)
    {
        var start = end;
        for (var at = end - 1; at >= 0 && end - at <= MaxHeaderLines && IsPiece(_lines[at]) && IsHeader(CellsOf(_lines[at])); at--)
        {
            start = at;
        }

        if (start < end)
        {
            _result.RemoveRange(_result.Count - (end - start), end - start);
            Add(start, end, Pieces(start, end));
        }
    }

    private static bool IsHeader(List<Stretch> cells) =>
        cells.TrueForAll(cell => cell.End - cell.Start <= MaxHeaderCell)
        && cells.Exists(cell => CellKind.IsHeader(cell.Span) || HeaderWords.Contains(cell.Span.ToString(), StringComparer.Ordinal));

    private void AddRow(int start, int number, int end, int usual)
    {
        var own = CellsOf(_lines[number]);
        var (over, under) = (Pieces(start, number), Pieces(number + 1, end));

        // What is over the number continues under it, cell for cell; where it does not come out even, each piece is a cell.
        var broken = over.Count == under.Count
            ? over.Zip(under, (above, below) => new[] { above, below with { GoesOn = true } }).SelectMany(pair => pair).ToList()
            : [.. over, .. under];
        // A row that lacks no cell has them from the first column, which is merged over several rows.
        var names = own.Count >= usual ? 0
            : own.Count > 1 && own[1].End - own[1].Start >= MinName && !CellKind.IsValue(own[1].Span) ? 2 : 1;
        Add(start, end, [.. own.Take(names), .. broken, .. own.Skip(names)]);
    }

    private List<Stretch> Pieces(int start, int end) => [.. _lines.GetRange(start, end - start).SelectMany(CellsOf)];

    private void Add(int start, int end, List<Stretch> cells) =>
        _result.Add(new Line(_lines.GetRange(start, end - start), [.. cells]).FormedBy(Rules.BrokenRows));

    private static List<Stretch> CellsOf(Line line) => LineScan.WordsOf(line.First);
}
