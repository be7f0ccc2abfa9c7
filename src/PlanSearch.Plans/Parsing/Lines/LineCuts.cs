using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>Cuts a source line that holds several lines of text: a 专栏 title with text before or after it (R-LINE-3), a plan on a few lines (R-LINE-4), two headings (R-LINE-5).</summary>
internal sealed class LineCuts
{
    private const int MinAfterTitle = 8;
    private const int MaxGluedHeadings = 80;

    private readonly List<(int Start, int End)> _ranges = [];
    private readonly LongLine _longLine = new();

    /// <summary>The rule that cut the line last asked about; null where it stands as it is.</summary>
    public Rule? Rule { get; private set; }

    /// <summary>The ranges that are lines of their own, without blanks at their ends: one for nearly every line. The list is valid until the next call.</summary>
    public List<(int Start, int End)> Of(string raw, int start, int end)
    {
        _ranges.Clear();
        Rule = null;
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
            CutBoxes(raw, start, end);
            Rule = _ranges.Count > 1 ? Rules.GluedBox : null;
        }

        return _ranges;
    }

    // 第一章 总体要求 第一节 指导思想: where a deeper heading begins within a heading; 0 where none does.
    private static int GluedHeading(string raw, int start, int end)
    {
        if (raw[start] != '第' || end - start > MaxGluedHeadings || MarkerReader.ReadAt(raw.AsSpan(0, end), start) is not { IsStrong: true } outer)
        {
            return 0;
        }

        int Next(int from) => from + 1 < end ? raw.IndexOf('第', from + 1, end - from - 1) : -1;
        for (var at = Next(outer.Rest); at >= 0; at = Next(at))
        {
            if (Glyphs.IsBlank(raw[at - 1]) && MarkerReader.ReadAt(raw.AsSpan(0, end), at) is { IsStrong: true } inner && inner.Kind > outer.Kind
                && inner.Rest > inner.End && inner.Rest < end && !Sentence.HasInnerStop(raw.AsSpan(start, end - start)) && ContentsEntry.PageNumberStart(raw.AsSpan(start, end - start)) == 0)
            {
                return at;
            }
        }

        return 0;
    }

    // A title that stands after a sentence, and what stands after a title.
    private void CutBoxes(string raw, int start, int end)
    {
        var from = start;
        for (var at = IndexOfBox(raw, start, end); at >= 0; at = IndexOfBox(raw, at + 1, end))
        {
            var isGlued = at > from && EndsSentence(raw, from, at) && TitleLength(raw.AsSpan(at, end - at)) > 0;
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

    private static int IndexOfBox(string raw, int from, int end) => from < end ? raw.IndexOf("专栏", from, end - from, StringComparison.Ordinal) : -1;

    private void Add(string raw, int from, int to)
    {
        var (start, end) = LineScan.Trim(raw, from, to);
        if (start < end)
        {
            _ranges.Add((start, end));
        }
    }

    private static bool EndsSentence(string raw, int from, int at)
    {
        var before = at - 1;
        while (before >= from && (Glyphs.IsBlank(raw[before]) || Glyphs.IsCloser(raw[before])))
        {
            before--;
        }

        return before >= from && Glyphs.IsFullStop(raw[before]);
    }

    /// <summary>How long the box title is that opens <paramref name="text"/>: all of it, or up to the first member of the list that follows it; 0 when none does.</summary>
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

            if (text.Length - at >= MinAfterTitle && CanEndTitle(text[at - 1]) && MarkerReader.ReadAt(text, at) is var marker && IsFirstMember(marker, at) && BoxTitle.Read(text[..at]).IsTitle)
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
