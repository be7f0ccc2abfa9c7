using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;
using PlanSearch.Plans.Text;

namespace PlanSearch.Plans.Parsing.Fronts;

/// <summary>Finds the cover and the contents page (the R-FRONT rules).</summary>
internal static class FrontMatter
{
    private const int MaxCoverLines = 16;

    // A notice may name two plans.
    private const int MaxNotice = 100;
    private const int MaxContentsTitle = 8;
    private const int MinUntitledEntries = 4;
    private const int ShortestTitle = 8;

    // Measures for a period are called so too, at the end of their title.
    private static readonly string[] TitleEnds = ["意见", "意见）", "建议", "要点", "措施", "政策", "办法"];

    /// <summary>Marks the lines of cover and contents page.</summary>
    public static void Mark(List<Line> lines)
    {
        var contents = FindContents(lines);
        MarkCover(lines, 0, contents.Start);
        if (contents.Start < contents.End)
        {
            MarkRange(lines, contents.Start, contents.End, IsContentsTitle(lines[contents.Start]) ? Rules.Contents
                : Rules.UntitledContents);
            MarkCover(lines, contents.End, lines.Count);
        }
    }

    /// <summary>Marks the contents page whose title is at <paramref name="title"/>.</summary>
    /// <returns>The index after it.</returns>
    public static int MarkContents(List<Line> lines, int title)
    {
        var end = lines[title].Plain.Length > MaxContentsTitle ? title + 1 : EndOfContents(lines, title + 1);
        MarkRange(lines, title, end, Rules.Contents);
        return end;
    }

    private static void MarkRange(List<Line> lines, int start, int end, Rule rule)
    {
        for (var i = start; i < end; i++)
        {
            if (lines[i].Kind is null)
            {
                lines[i].Decide(rule, BlockKind.Contents);
            }
        }
    }

    /// <summary>Whether the line is the title of a contents page: 目录, letter-spaced or not.</summary>
    public static bool IsContentsTitle(Line line) =>
        line.Plain.Length <= MaxContentsTitle ? ContentsEntry.IsContentsTitle(ContentsEntry.Key(line.Plain)) : IsContentsLine(line.Plain);

    // A contents page on one line names its chapters one after another.
    private static bool IsContentsLine(string text)
    {
        if (text[0] != '目' || Sentence.HasInnerStop(text) || text.AsSpan(1, 4).IndexOfAny('录', '次') < 0)
        {
            return false;
        }

        var chapters = 0;
        for (var at = text.IndexOf('第'); at >= 0 && chapters < MinUntitledEntries; at = text.IndexOf('第', at + 1))
        {
            chapters += MarkerReader.ReadAt(text, at).IsStrong ? 1 : 0;
        }

        return chapters == MinUntitledEntries;
    }

    private static (int Start, int End) FindContents(List<Line> lines)
    {
        var start = lines.FindIndex(IsContentsTitle);
        if (start < 0)
        {
            start = FindUntitledContents(lines);
            return start < lines.Count ? (start, EndOfContents(lines, start)) : (lines.Count, lines.Count);
        }

        if (lines[start].Plain.Length > MaxContentsTitle)
        {
            return (start, start + 1);
        }

        return (start, EndOfContents(lines, start + 1));
    }

    // R-FRONT-3: without a title, some entries with page numbers in a row are a contents page.
    private static int FindUntitledContents(List<Line> lines)
    {
        var entries = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            entries = (lines[i].Marker.Kind != MarkerKind.None || DecimalOutline.IsNumbered(lines[i]))
                && !IsRow(lines[i]) && ContentsEntry.PageNumberStart(lines[i].Plain) > 0 ? entries + 1 : 0;
            if (entries == MinUntitledEntries)
            {
                return WithPreface(lines, i + 1 - entries);
            }
        }

        return lines.Count;
    }

    // An entry has a title and a page number, which a TAB may part.
    private static bool IsRow(Line line) => line.Cells is { Length: > 2 };

    // 前言 1 may be before the first chapter.
    private static int WithPreface(List<Line> lines, int start) =>
        start > 0
            && ContentsEntry.PageNumberStart(lines[start - 1].Plain) is var page and > 0
            && UnnumberedHeading.IsPreface(lines[start - 1].Plain[..page]) ? start - 1 : start;

    // R-FRONT-2: the contents end where the first of their headings comes again, or a line can be no entry.
    private static int EndOfContents(List<Line> lines, int from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var again = new LaterLines(lines);
        var first = from < lines.Count ? ContentsEntry.Key(lines[from].Plain) : "";
        var numbered = from < lines.Count && ContentsEntry.PageNumberStart(lines[from].Plain) > 0;
        var lastPage = numbered ? ContentsEntry.PageOf(lines[from].Plain) : 0;
        for (var i = from; i < lines.Count; i++)
        {
            // A leader without its number, and a number alone, are halves of an entry.
            var text = lines[i].Plain;
            var pageNumber = PageNumberStart(text, numbered, lastPage);
            lastPage = pageNumber > 0 ? ContentsEntry.PageOf(text) : lastPage;
            if (ContentsEntry.EndsWithLeader(text) || ContentsEntry.IsNumber(text) || lines[i].Kind == BlockKind.Noise)
            {
                continue;
            }

            var isEntry = pageNumber > 0
                || (text.Length <= Measures.ContentsLine && !Sentence.HasInnerStop(text)
                    && (lines[i].Ending == Ending.Open || (lines[i].OpensAny(Opens.TitleWithStop) && again.Hold(text, i))));
            var key = ContentsEntry.Key(TitleIn(lines[i], pageNumber));
            if (!isEntry
                || !seen.Add(key)
                || (i > from && IsFirstOf(first, key))
                || (numbered && pageNumber == 0 && StartsBody(lines, i, lastPage) && !IsLastAnnex(lines, i, seen)))
            {
                return i;
            }
        }

        return from;
    }

    // 1 总则 1.1 规划背景 …: the first entry of several on one line comes again where the body begins.
    private static bool IsFirstOf(string entries, string key) =>
        key.Length > 2 && entries.Length > key.Length && entries.StartsWith(key, StringComparison.Ordinal)
        && (MarkerReader.ReadAt(entries, key.Length).Kind != MarkerKind.None || Glyphs.IsDigit(entries[key.Length]))
        && (MarkerReader.Read(key).Kind != MarkerKind.None || Glyphs.IsDigit(key[0]));

    // Without the page number, and without the dash before it where the contents are a list. “- 8” has no title: the number ends its dash.
    private static ReadOnlySpan<char> TitleIn(Line line, int pageNumber)
    {
        var title = pageNumber > 0 ? line.Plain.AsSpan(0, pageNumber) : line.Plain;
        return line.Marker.Sign == '-' ? title[Math.Min(line.Marker.Rest, title.Length)..] : title;
    }

    // A line without page number among entries that have one: an entry broken over two lines, or the body.
    private static bool StartsBody(List<Line> lines, int at, int lastPage) =>
        at + 1 >= lines.Count
            || (!ContentsEntry.IsNumber(lines[at + 1].Plain) && PageNumberStart(lines[at + 1].Plain, isNumbered: true, lastPage) == 0);

    // 附表 without a page number, where the body begins on the next line.
    private static bool IsLastAnnex(List<Line> lines, int at, HashSet<string> seen) =>
        UnnumberedHeading.OpensAnnex(lines[at].Plain)
        && lines.Skip(at + 1).FirstOrDefault(line => line.Kind != BlockKind.Noise) is { } next
        && seen.Contains(ContentsEntry.Key(next.Plain));

    private static int PageNumberStart(string text, bool isNumbered, int lastPage) =>
        isNumbered ? ContentsEntry.NumberStart(text, lastPage) : ContentsEntry.PageNumberStart(text);

    /// <summary>
    /// Marks title, office and date before the first heading or sentence as cover, when some line of them names a plan (R-FRONT-1).
    /// </summary>
    public static void MarkCover(List<Line> lines, int from, int to) => MarkCover(lines, from, to, Rules.Cover);

    /// <summary>The same by <paramref name="rule"/>.</summary>
    public static void MarkCover(List<Line> lines, int from, int to, Rule rule)
    {
        // R-FRONT-8: 附件 over the title of a plan: the plan itself is the annex of a notice.
        var end = from < to && lines[from].OpensAny(Opens.AnnexLabel) ? from + 1 : from;
        var (titled, taken) = (false, 0);
        while (end < to && taken < MaxCoverLines && lines[end].Kind is null or BlockKind.Noise
            && (IsCoverLine(lines[end]) || lines[end].IsDecidedBy(Rules.SiteHeader) || lines[end].IsDecidedBy(Rules.WebFurniture)))
        {
            if (lines[end].Kind is null)
            {
                titled |= NamesPlan(lines[end].Plain) || (end > from && NamesPlan(lines[end - 1].Plain + lines[end].Plain));
                taken++;
            }

            end++;
        }

        foreach (var line in titled ? lines.GetRange(from, end - from).Where(line => line.Kind is null) : [])
        {
            line.Decide(rule, BlockKind.Cover);
            line.Decide(Rules.SpacedCover, line.OpensAny(Opens.AnnexLabel) || IsLetterSpaced(line.Plain));
        }
    }

    /// <summary>Whether the line could be on a cover: short, no sentence, no number.</summary>
    public static bool IsCoverLine(Line line) =>
        line.Plain.Length <= (line.Plain.EndsWith("的通知", StringComparison.Ordinal) ? MaxNotice : Measures.Caption)
        && line.Ending == Ending.Open && !line.HasCells && !Sentence.HasInnerStop(line.Plain)
        && (line.Marker.Kind is MarkerKind.None || line.Plain.StartsWith('（') || line.Plain.StartsWith('('))
        && !line.Marker.IsCounted && !DecimalOutline.IsNumbered(line) && !line.OpensAny(Opens.BoxTitle)
        && !line.OpensAny(Opens.UnnumberedHeading);

    private static bool IsLetterSpaced(string text) => text.Length > 4 && Glyphs.IsBlank(text[1]) && Glyphs.IsBlank(text[3]);

    // R-FRONT-8: a cover is often letter-spaced: 规 划 纲 要.
    private static bool NamesPlan(string line) =>
        Fold.Of(ContentsEntry.Key(line)) is var text
        && (text.Contains("规划") || text.Contains("纲要") || text.Contains("计划")
            || text.Contains("方案") || text.Contains("目标") || text.Contains("通知")
            || (text.Length >= ShortestTitle && TitleEnds.Any(text.EndsWith)));
}
