namespace PlanSearch.Plans.Parsing;

/// <summary>Finds the cover and the contents page (R-FRONT-1 to R-FRONT-3).</summary>
internal static class FrontMatter
{
    // A cover line is a title, an office or a date; a sentence is longer.
    private const int MaxCoverLine = 60;
    private const int MaxCoverLines = 16;
    private const int MaxContentsLine = 70;
    private const int MaxContentsTitle = 8;
    private const int MinUntitledEntries = 4;

    /// <summary>Marks the lines of cover and contents page.</summary>
    public static void Mark(List<Line> lines)
    {
        var contents = FindContents(lines);
        MarkCover(lines, 0, contents.Start);
        if (contents.Start < contents.End)
        {
            for (var i = contents.Start; i < contents.End; i++)
            {
                lines[i].Be(BlockKind.Contents, "R-FRONT-2");
            }

            MarkCover(lines, contents.End, lines.Count);
        }
    }

    /// <summary>Whether the line is the title of a contents page: 目录, letter-spaced or not.</summary>
    private static bool IsContentsTitle(Line line) => line.Plain.Length <= MaxContentsTitle && Key(line.Plain) is "目录" or "目次";

    private static (int Start, int End) FindContents(List<Line> lines)
    {
        var start = lines.FindIndex(IsContentsTitle);
        if (start < 0)
        {
            start = FindUntitledContents(lines);
            return start < lines.Count ? (start, EndOfContents(lines, start)) : (lines.Count, lines.Count);
        }

        return (start, EndOfContents(lines, start + 1));
    }

    // R-FRONT-3: without a title, some entries with page numbers in a row are a contents page.
    private static int FindUntitledContents(List<Line> lines)
    {
        var entries = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            entries = lines[i].Marker.Kind != MarkerKind.None && PageNumberStart(lines[i].Plain) > 0 ? entries + 1 : 0;
            if (entries == MinUntitledEntries)
            {
                return i + 1 - entries;
            }
        }

        return lines.Count;
    }

    // R-FRONT-2: the contents end where the first of their headings comes again, or a line can be no entry.
    private static int EndOfContents(List<Line> lines, int from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var numbered = from < lines.Count && PageNumberStart(lines[from].Plain) > 0;
        for (var i = from; i < lines.Count; i++)
        {
            var text = lines[i].Plain;
            var pageNumber = PageNumberStart(text);
            var isEntry = pageNumber > 0 || (text.Length <= MaxContentsLine && lines[i].Ending == Ending.Open && !Sentence.HasInnerStop(text));
            if (!isEntry || !seen.Add(Key(pageNumber > 0 ? text.AsSpan(0, pageNumber) : text)) || (numbered && StartsBody(lines, i, pageNumber)))
            {
                return i;
            }
        }

        return from;
    }

    // A line without page number among entries that have one: an entry broken over two lines, or the body.
    private static bool StartsBody(List<Line> lines, int at, int pageNumber) =>
        pageNumber == 0 && (at + 1 >= lines.Count || PageNumberStart(lines[at + 1].Plain) == 0);

    /// <summary>Marks title, office and date before the first heading or sentence as cover, when some line of them names a plan (R-FRONT-1).</summary>
    public static void MarkCover(List<Line> lines, int from, int to)
    {
        var end = from;
        var titled = false;
        while (end < to && end - from < MaxCoverLines && IsCoverLine(lines[end]))
        {
            titled |= NamesPlan(lines[end].Plain);
            end++;
        }

        for (var i = from; titled && i < end; i++)
        {
            lines[i].Be(BlockKind.Cover, "R-FRONT-1");
        }
    }

    private static bool IsCoverLine(Line line) =>
        line.Plain.Length <= MaxCoverLine && line.Ending == Ending.Open && !line.HasCells && !Sentence.HasInnerStop(line.Plain)
        && (line.Marker.Kind is MarkerKind.None || line.Plain.StartsWith('（') || line.Plain.StartsWith('('))
        && !line.Marker.IsCounted && !BoxTitle.Read(line.Plain).IsTitle && !UnnumberedHeading.Is(line.Plain);

    private static bool NamesPlan(string text) =>
        text.Contains("规划") || text.Contains("纲要") || text.Contains("计划") || text.Contains("方案") || text.Contains("目标") || text.Contains("通知");

    /// <summary>Where the leader or TAB before an entry's page number begins; 0 when the line ends in no page number.</summary>
    private static int PageNumberStart(ReadOnlySpan<char> text)
    {
        var i = text.Length;
        while (i > 0 && (Glyphs.IsDigit(text[i - 1]) || text[i - 1] is '-' or '—' or '(' or ')' or '（' or '）'))
        {
            i--;
        }

        var leader = i;
        while (leader > 0 && (Glyphs.IsBlank(text[leader - 1]) || text[leader - 1] is '.' or '…' or '·' or '．' or '⋯' or '‥' or '_'))
        {
            leader--;
        }

        return i < text.Length && leader < i && leader > 0 && Glyphs.IsDigit(text[i]) | Glyphs.IsDigit(text[^1]) ? leader : 0;
    }

    /// <summary>A title without its blanks, leaders and page number, so that the same title is the same key in contents and body.</summary>
    private static string Key(ReadOnlySpan<char> text)
    {
        var kept = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!Glyphs.IsBlank(c) && c is not ('.' or '…' or '·' or '，' or ','))
            {
                kept[length++] = c;
            }
        }

        return new string(kept, 0, length);
    }
}
