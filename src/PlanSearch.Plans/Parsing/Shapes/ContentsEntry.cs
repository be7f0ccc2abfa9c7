using System.Buffers;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Reads a line of a contents page: its title and the page number after it.</summary>
internal static class ContentsEntry
{
    // A chapter seldom takes more pages than this.
    private const int MaxSkip = 40;
    private static readonly SearchValues<char> Leaders = SearchValues.Create(".…·，,");

    /// <summary>Where the leader or TAB before an entry's page number begins; 0 when the line ends in no page number.</summary>
    public static int PageNumberStart(ReadOnlySpan<char> text)
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

        return leader < i && leader > 0 && HasDigit(text[i..]) ? leader : 0;
    }

    /// <summary>Whether a leader, a TAB or two blanks set a page number off at the end; one blank does before any number: 标准 13.</summary>
    public static bool EndsWithPage(ReadOnlySpan<char> text)
    {
        var start = PageNumberStart(text);
        return start > 0 && (!Glyphs.IsBlank(text[start]) || text[start] == '\t' || Glyphs.IsBlank(text[start + 1]));
    }

    private static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Glyphs.IsDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Where a page number begins that is glued to its title (工业竞争力30) and no lower than <paramref name="lastPage"/>; 0 when there is none.
    /// </summary>
    /// <remarks>A title may end with a number too, so this is for a line among entries with page numbers only.</remarks>
    public static int GluedNumberStart(ReadOnlySpan<char> text, int lastPage)
    {
        var start = text.Length;
        while (start > 0 && text[start - 1] is >= '0' and <= '9')
        {
            start--;
        }

        return start > 1
            && text.Length - start is > 0 and <= 3
            && Glyphs.IsHan(text[start - 1])
            && PageOf(text) is var page
            && page >= lastPage
            && page <= lastPage + MaxSkip ? start : 0;
    }

    /// <summary>The page number at the end of <paramref name="text"/>; 0 when it is none of up to four digits.</summary>
    public static int PageOf(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && !Glyphs.IsDigit(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < 4 && Glyphs.IsDigit(text[start - 1]))
        {
            start--;
        }

        var (value, length) = Numerals.ReadArabic(text[..end], start);
        return length == end - start ? value : 0;
    }

    /// <summary>Whether the text ends with the leader before a page number that is on the next line.</summary>
    public static bool EndsWithLeader(ReadOnlySpan<char> text) =>
        text.EndsWith("...", StringComparison.Ordinal)
            || text.EndsWith("……", StringComparison.Ordinal)
            || text.EndsWith("···", StringComparison.Ordinal);

    /// <summary>Whether the text is a page number and nothing else.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text) => text.Length is > 0 and <= 4 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>
    /// Where a page number begins among entries that have one: after a leader, else glued to the title; 0 when there is none.
    /// </summary>
    public static int NumberStart(ReadOnlySpan<char> text, int lastPage) =>
        PageNumberStart(text) is var start and > 0 ? start : GluedNumberStart(text, lastPage);

    /// <summary>Whether a <see cref="Key"/> is that of the title of a contents page.</summary>
    public static bool IsContentsTitle(string key) => key is "目录" or "目次" or "目錄";

    /// <summary>A title without its blanks, leaders and page number, so that the same title is the same key in contents and body.</summary>
    public static string Key(ReadOnlySpan<char> text) => Without(text, Leaders);

    /// <summary>A title without its blanks and without some characters.</summary>
    public static string Without(ReadOnlySpan<char> title, SearchValues<char> dropped)
    {
        var kept = new char[title.Length];
        var length = 0;
        foreach (var c in title)
        {
            if (!Glyphs.IsBlank(c) && !dropped.Contains(c))
            {
                kept[length++] = c;
            }
        }

        return new string(kept, 0, length);
    }
}
