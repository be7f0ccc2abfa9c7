using System.Buffers;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Pages;

/// <summary>
/// Finds the marks of the page: numbers on lines of their own, and numbers glued to the front of the next line (R-PAGE-1 to R-PAGE-3).
/// </summary>
internal static class PageMarks
{
    private const int MaxDressed = 12;
    private const int MinCut = 18;
    private const int MaxDigits = 3;
    private const int MaxRoman = 4;
    private static readonly SearchValues<char> RomanCharacters = SearchValues.Create("IVXivxⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ");

    // 2035年, 2035年目标 on a line of its own is a cell.
    private const int MaxYear = 7;

    /// <summary>Marks them as noise; a glued number is cut off and becomes a line of its own.</summary>
    public static void Mark(List<Line> lines)
    {
        var sequence = new PageSequence();
        var hasChapters = DecimalOutline.IsIn(lines);
        var offset = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Plain.Length <= MaxDressed && Read(line.Plain) is { IsNumber: true } read)
            {
                if (read.IsDressed)
                {
                    line.Decide(Rules.DressedNumber, BlockKind.Noise);
                    sequence.Add(new PageCandidate(i, offset, 0, read.Value, IsSure: true));
                }
                else if (!line.HasCells && !IsAmongCells(lines, i, read.Value))
                {
                    sequence.Add(new PageCandidate(i, offset, 0, read.Value, IsSure: false));
                }
            }
            else if (IsRoman(line) && ((i > 0 && IsText(lines[i - 1])) || (i + 1 < lines.Count && IsText(lines[i + 1]))))
            {
                line.Decide(Rules.DressedNumber, BlockKind.Noise);
            }
            else if (Glyphs.IsDigit(line.Plain[0]) && !line.HasCells && !CellKind.IsValue(line.Plain)
                && !(line.Plain.Length <= MaxYear && CellKind.IsYear(line.Plain))
                && !IsAmongRows(lines, i) && !(hasChapters && DecimalOutline.IsChapter(line)))
            {
                AddGlued(sequence, i, offset, line, isCut: i > 0 && IsCut(lines[i - 1]));
            }

            offset += line.Plain.Length;
        }

        Cut(lines, sequence.Find());
    }

    // I, iv, Ⅱ: the pages before the first chapter. Beside cells it is one.
    private static bool IsRoman(Line line) =>
        line is { Kind: null, HasCells: false } && line.Plain.Length <= MaxRoman && !line.Plain.AsSpan().ContainsAnyExcept(RomanCharacters);

    private static bool IsText(Line line) => line is { Kind: null, HasCells: false } && line.Plain.Length >= MinCut;

    // Beside a value, a number is the next cell of a table printed one cell a line; two numbers alone, one after the other, are those of a
    // page and of an empty one.
    private static bool IsAmongCells(List<Line> lines, int at, int number)
    {
        var (before, after) = (IsValue(lines, at - 1), IsValue(lines, at + 1));
        return (before && !(Is(lines, at - 1, number - 1) && !IsValue(lines, at - 2) && !after))
            || (after && !(Is(lines, at + 1, number + 1) && !IsValue(lines, at + 2) && !before));
    }

    private static bool IsValue(List<Line> lines, int at) =>
        at >= 0 && at < lines.Count && lines[at].Kind is null && CellKind.IsValue(lines[at].Plain);

    private static bool Is(List<Line> lines, int at, int number) =>
        lines[at].Plain.Length <= MaxDressed && Read(lines[at].Plain) is { IsNumber: true } read && read.Value == number;

    // 3 after a row that opens with 2, or before one that opens with 4, is the number of a row.
    private static bool IsAmongRows(List<Line> lines, int at) =>
        NumberOf(lines[at]) is var number and > 0
        && ((at > 0 && NumberOf(lines[at - 1]) == number - 1) || (at + 1 < lines.Count && NumberOf(lines[at + 1]) == number + 1));

    // The number that opens a line, set off by a blank; 0 for most.
    private static int NumberOf(Line line)
    {
        var (text, number, at) = (line.Plain, 0, 0);
        while (at < MaxDigits && at < text.Length && text[at] is >= '0' and <= '9')
        {
            number = (number * 10) + text[at++] - '0';
        }

        return at > 0 && at < text.Length && Glyphs.IsBlank(text[at]) ? number : 0;
    }

    // R-PAGE-3: in 152025年 the number may be 1, 15 or 152: the sequence of the pages decides. What a point or bracket follows is a marker.
    private static bool IsCut(Line line) =>
        line.Ending == Ending.Open && !line.OpensAny(Opens.BoxTitle)
        && (line.Marker.Kind == MarkerKind.None ? line.Plain.Length >= MinCut : !line.OpensAny(Opens.Title));

    // A line cut in mid-sentence may continue a number as well: where digits follow, all of them are its own.
    private static void AddGlued(PageSequence sequence, int at, int offset, Line line, bool isCut)
    {
        var text = line.First.Span;
        var value = 0;
        for (var length = 1; length <= 3 && length < text.Length && text[length - 1] is >= '0' and <= '9'; length++)
        {
            value = (value * 10) + (text[length - 1] - '0');
            var next = text[length];
            var opensItem = length + 1 < text.Length
                && ((next is '—' or '-' && next == text[length + 1]) || (next == '-' && Glyphs.IsBlank(text[length + 1])));
            if (value > 0
                && !(isCut && Glyphs.IsDigit(next) && !OpensUnit(text[length..]))
                && (opensItem
                    || next is not ('.' or '．' or '﹒' or '、' or ')' or '）' or '%' or '％' or '-' or '—' or '～' or '~' or '，' or '。')))
            {
                sequence.Add(new PageCandidate(at, offset, length, value, IsSure: OpensInWords(text[length..])));
            }
        }
    }

    // 专栏, 第一节, 一、, （一）: nothing but a page number is glued to the front of one.
    private static bool OpensInWords(ReadOnlySpan<char> text) =>
        text.StartsWith("专栏") || MarkerReader.Read(text).Kind is MarkerKind.Part or MarkerKind.Chapter or MarkerKind.Section
            or MarkerKind.Ideograph or MarkerKind.BracketedIdeograph;

    // 一、, 1., 10.1 推动
    private static bool OpensUnit(ReadOnlySpan<char> text) =>
        MarkerReader.Read(text).IsCounted || (DecimalNumber.Read(text) is { Parts: > 1 } number && number.Rest > number.End);

    private static void Cut(List<Line> lines, List<PageCandidate> pages)
    {
        if (pages.Count == 0)
        {
            return;
        }

        var (before, next) = (lines.ToArray(), 0);
        lines.Clear();
        for (var i = 0; i < before.Length; i++)
        {
            if (next == pages.Count || pages[next].Line != i)
            {
                lines.Add(before[i]);
                continue;
            }

            var (line, glued) = (before[i], pages[next++].Glued);
            if (glued == 0)
            {
                line.Decide(line.KindRule ?? Rules.BareNumber, BlockKind.Noise);
                lines.Add(line);
                continue;
            }

            var stretch = line.First;
            var (start, end) = LineScan.Trim(stretch.Raw, stretch.Start + glued, stretch.End);
            var rest = new Line(stretch with { Start = start, End = end }, line.FollowsBlank).FormedBy(Rules.GluedNumber);
            if (rest.Plain.Length == 0)
            {
                line.Decide(Rules.BareNumber, BlockKind.Noise);
                lines.Add(line);
                continue;
            }

            var number = new Line(stretch with { End = stretch.Start + glued }, line.FollowsBlank).FormedBy(Rules.GluedNumber);
            number.Decide(Rules.GluedNumber, BlockKind.Noise);
            lines.Add(number);
            lines.Add(rest);
        }
    }

    // 12, 1 2, - 12 -, — 12 —, 第 12 页, 第 12 页 共 90 页, ·12·: dressed is whatever has more than digits.
    private static (bool IsNumber, bool IsDressed, int Value) Read(ReadOnlySpan<char> text)
    {
        var (digits, value, dressed, left, total) = (0, 0, false, 0, false);
        foreach (var c in text)
        {
            if (Glyphs.IsDigit(c))
            {
                (digits, value) = total ? (digits, value) : (digits + 1, (value * 10) + (c & 0xF));
            }
            else if (c is '共' or '/' or '／')
            {
                total |= digits > 0;
                dressed = true;
            }
            else if (c is '-' or '—' or '–' or '－' or '·' or '第' or '页' or '~')
            {
                dressed = true;
                left += digits == 0 ? 1 : 0;
            }
            else if (!Glyphs.IsBlank(c))
            {
                return default;
            }
        }

        // -4 is a quantity: what is dressed is dressed on both sides.
        var closed = !dressed || total || (left > 0 && !Glyphs.IsDigit(text[^1]));
        return (digits is > 0 and <= 4 && closed, dressed, value);
    }
}
