using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>
/// Cuts a source line that holds several lines of text: a 专栏 title with text before or after it (R-LINE-3), a plan on a few lines
/// (R-LINE-4), two headings (R-LINE-5), wide blanks where lines ended (R-LINE-6), a heading behind the end of a paragraph (R-LINE-7), the
/// head of a notice (R-LINE-8).
/// </summary>
internal sealed class LineCuts(System.Collections.Immutable.ImmutableArray<string> lines)
{
    // A shorter line has wide blanks for its looks: 前　　言.
    private const int MinWideLine = 60;

    // How far before its end a line is searched for a heading: the longest title that was found there, with its number.
    private const int MaxGluedTitle = 36;
    private const int GluedReach = 45;
    private const int MinGluedTitle = 3;

    // The head of a notice is in the first lines of a file.
    private const int FirstLines = 12;
    private const int MaxNotice = 120;
    private const int MaxDocumentWord = 16;
    private const int MinAfterTitle = 8;
    private const int MaxGluedHeadings = 80;

    private readonly List<(int Start, int End)> _ranges = [];
    private readonly List<(int Start, int End)> _pieces = [];
    private readonly LongLine _longLine = new();
    private readonly NumberNeighbours _neighbours = new(lines);

    /// <summary>The rule that cut the line last asked about; null where it is as it is.</summary>
    public Rule? Rule { get; private set; }

    /// <summary>
    /// The ranges that are lines of their own, without blanks at their ends: one for nearly every line. The list is valid until the next
    /// call.
    /// </summary>
    /// <param name="index">0-based index of the source line.</param>
    /// <param name="start">Where its text begins.</param>
    /// <param name="end">Where its text ends.</param>
    public List<(int Start, int End)> Of(int index, int start, int end)
    {
        var raw = lines[index];
        _ranges.Clear();
        Rule = null;
        start = index < FirstLines ? CutNoticeHead(raw, start, end) : start;
        if (start < end && (end - start <= MinWideLine || !CutAtWideBlanks(raw, start, end)))
        {
            CutPiece(raw, start, end);
        }

        CutGluedHeadings(index, raw);
        return _ranges;
    }

    private void CutPiece(string raw, int start, int end)
    {
        if (end - start >= LongLine.MinLength && _longLine.Cut(raw, start, end) is { Count: > 1 } cuts)
        {
            Rule = Rules.PlanOnFewLines;
            for (var i = 0; i < cuts.Count; i++)
            {
                CutBoxes(raw, cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : end);
            }
        }
        else if (GluedHeading(raw, start, end) is var second and > 0)
        {
            Add(raw, start, second);
            Add(raw, second, end);
            Rule = Rules.TwoHeadings;
        }
        else
        {
            var before = _ranges.Count;
            CutBoxes(raw, start, end);
            Rule = _ranges.Count > before + 1 ? Rules.GluedBox : Rule;
        }
    }

    // 国务院关于印发…的通知国发〔2011〕42号各省、自治区、直辖市人民政府：…
    private int CutNoticeHead(string raw, int start, int end)
    {
        var notice = raw.IndexOf("的通知", start, Math.Min(end - start, MaxNotice), StringComparison.Ordinal) + 3;
        if (notice < 3 || raw.AsSpan(start, notice - start).IndexOfAny('。', '，') >= 0
            || DocumentNumberEnd(raw, notice, end) is not (> 0 and var number))
        {
            return start;
        }

        Add(raw, start, notice);
        Add(raw, notice, number);
        Rule = Rules.NoticeHead;
        return LineScan.SkipBlanks(raw, number, end);
    }

    // 国发〔2011〕42号: a few characters, a year in brackets, a number.
    private static int DocumentNumberEnd(string raw, int from, int end)
    {
        var open = raw.AsSpan(from, Math.Min(end - from, MaxDocumentWord)).IndexOfAny('〔', '[', '【');
        var close = open < 0 ? -1 : raw.AsSpan(from, Math.Min(end - from, open + MaxDocumentWord)).IndexOf('号');
        return close > open && close - open <= MaxDocumentWord ? from + close + 1 : 0;
    }

    // Two wide blanks are the indent of a line that once began there.
    private bool CutAtWideBlanks(string raw, int start, int end)
    {
        if (raw.AsSpan(start, end - start).IndexOfAny('\u3000', '\u00A0') < 0 || raw.Contains('\t'))
        {
            return false;
        }

        _pieces.Clear();
        var from = start;
        for (var at = start; at + 1 < end; at++)
        {
            if (Glyphs.IsWide(raw[at]) && Glyphs.IsWide(raw[at + 1]))
            {
                _pieces.Add((from, at));
                from = LineScan.SkipBlanks(raw, at, end);
                at = from;
            }
        }

        if (_pieces.Count == 0)
        {
            return false;
        }

        _pieces.Add((from, end));
        foreach (var piece in _pieces)
        {
            if (LineScan.Trim(raw, piece.Start, piece.End) is var (first, last) && first < last)
            {
                CutPiece(raw, first, last);
            }
        }

        Rule = Rules.WideBlanks;
        return true;
    }

    // …。（二）标题 at the end of a line, where the numbers of the lines around leave room for it.
    private void CutGluedHeadings(int index, string raw)
    {
        _pieces.Clear();
        foreach (var (start, end) in _ranges)
        {
            if (HeadingAtEnd(index, raw, start, end) is var at and > 0)
            {
                _pieces.Add(LineScan.Trim(raw, start, at));
                _pieces.Add((at, end));
                Rule = Rules.HeadingAtLineEnd;
            }
            else
            {
                _pieces.Add((start, end));
            }
        }

        if (_pieces.Count > _ranges.Count)
        {
            _ranges.Clear();
            _ranges.AddRange(_pieces);
        }
    }

    private int HeadingAtEnd(int index, string raw, int start, int end)
    {
        for (var at = Math.Max(start + MinAfterTitle, end - GluedReach); at < end - MinGluedTitle; at++)
        {
            if (!CanOpenNumber(raw[at]) || !EndsUnit(raw, start, at))
            {
                continue;
            }

            var marker = MarkerReader.ReadAt(raw.AsSpan(0, end), at);
            if (!(marker.IsStrong || marker.IsCounted) || marker.Kind == MarkerKind.Circled || marker.Start != at)
            {
                continue;
            }

            var words = raw.AsSpan(marker.Rest, end - marker.Rest);
            if (words.Length is >= MinGluedTitle and <= MaxGluedTitle && !Sentence.HasInnerStop(words) && words.IndexOfAny("：；，") < 0
                && _neighbours.Fits(index, marker))
            {
                return at;
            }
        }

        return 0;
    }

    private static bool CanOpenNumber(char c) => c is '第' or '（' or '(' or '十' || Glyphs.IsDigit(c) || Numerals.Digit(c) > 0;

    private static bool EndsUnit(string raw, int start, int at)
    {
        if (raw[at - 1] is ')' or '）' || (at - start > 2 && Glyphs.IsWide(raw[at - 1]) && Glyphs.IsWide(raw[at - 2])))
        {
            return true;
        }

        return LineScan.EndsSentence(raw, start, at);
    }

    // 第一章 总体要求 第一节 指导思想: where a deeper heading begins within a heading; 0 where none does.
    private static int GluedHeading(string raw, int start, int end)
    {
        if (raw[start] != '第' || end - start > MaxGluedHeadings
            || MarkerReader.ReadAt(raw.AsSpan(0, end), start) is not { IsStrong: true } outer)
        {
            return 0;
        }

        int Next(int from) => from + 1 < end ? raw.IndexOf('第', from + 1, end - from - 1) : -1;
        for (var at = Next(outer.Rest); at >= 0; at = Next(at))
        {
            if (Glyphs.IsBlank(raw[at - 1]) && MarkerReader.ReadAt(raw.AsSpan(0, end), at) is { IsStrong: true } inner
                && inner.Kind > outer.Kind
                && inner.Rest > inner.End && inner.Rest < end && !Sentence.HasInnerStop(raw.AsSpan(start, end - start))
                && ContentsEntry.PageNumberStart(raw.AsSpan(start, end - start)) == 0)
            {
                return at;
            }
        }

        return 0;
    }

    // A title that is after a sentence, and what is after a title.
    private void CutBoxes(string raw, int start, int end)
    {
        var from = start;
        for (var at = IndexOfBox(raw, start, end); at >= 0; at = IndexOfBox(raw, at + 1, end))
        {
            var isGlued = at > from && LineScan.EndsSentence(raw, from, at) && TitleLength(raw.AsSpan(at, end - at)) > 0;
            if (isGlued)
            {
                Add(raw, from, at);
                from = at;
            }

            if (at == from && TitleLength(raw.AsSpan(at, end - at)) is var title and > 0 && title < end - at)
            {
                Add(raw, at, at + title);
                from = at + title;
            }
        }

        Add(raw, from, end);
    }

    private static int IndexOfBox(string raw, int from, int end) =>
        from < end ? raw.IndexOf("专栏", from, end - from, StringComparison.Ordinal) : -1;

    private void Add(string raw, int from, int to)
    {
        var (start, end) = LineScan.Trim(raw, from, to);
        if (start < end)
        {
            _ranges.Add((start, end));
        }
    }

    /// <summary>
    /// How long the box title is that opens <paramref name="text"/>: all of it, or up to the first member of the list that follows it; 0
    /// when none does.
    /// </summary>
    private static int TitleLength(ReadOnlySpan<char> text)
    {
        var whole = BoxTitle.Read(text);
        var label = BoxTitle.LabelEndOf(text);
        if (label == 0)
        {
            return 0;
        }

        for (var at = label + 1; at < text.Length && at <= label + Measures.Title; at++)
        {
            if (text[at] is '。' or '，' or '；')
            {
                break;
            }

            if (text.Length - at >= MinAfterTitle && CanEndTitle(text[at - 1]) && MarkerReader.ReadAt(text, at) is var marker
                && IsFirstMember(marker, at) && BoxTitle.Read(text[..at]).IsTitle)
            {
                return at;
            }
        }

        return whole.IsTitle ? text.Length : 0;
    }

    private static bool CanEndTitle(char c) => Glyphs.IsBlank(c) || Glyphs.IsHan(c) || Glyphs.IsCloser(c) || c is '：' or ':';

    private static bool IsFirstMember(Marker marker, int at) =>
        (marker.IsCounted && marker.Ordinal == 1 && marker.Start == at) || (marker.Kind == MarkerKind.Bullet && marker.Sign != '-');
}
