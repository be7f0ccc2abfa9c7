using System.Text;
using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>A line or paragraph before the numbered text of a plan: cover, covering notice, opening words.</summary>
/// <param name="Text">Without the blanks that print sets between Han characters.</param>
/// <param name="IsBeforeText">Whether it stands on the cover or before the first sentence of the file.</param>
internal sealed partial record HeadLine(string Text, bool IsBeforeText)
{
    private const int MostBlocks = 80;
    private const int LongestTitleLine = 80;

    // A whole plan may be one line; what it is stands at its beginning.
    private const int MostCharacters = 400;

    /// <summary>Whether it could be a line of a title: no sentence, no date, no office, no mark of a list.</summary>
    public bool IsTitleLike =>
        Text.Length is > 0 and <= LongestTitleLine
        && !SentenceSigns().IsMatch(Text)
        && !NoTitle().IsMatch(Text)
        && !IssueMarks.IsDate(Text)
        && !IssueMarks.IsOffice(Text)
        && (Text[0] is not ('（' or '(') || IsTitleTail);

    /// <summary>Whether it goes on with a title that the line above could have ended: （2021—2025年）, 和二〇三五年….</summary>
    public bool IsTitleTail => TitleTail().IsMatch(Text);

    /// <summary>Whether it is a sentence or more.</summary>
    public bool IsSentence => SentenceSigns().IsMatch(Text);

    /// <summary>The lines before the first numbered heading; the contents page and marks of the page are left out.</summary>
    public static List<HeadLine> Of(PlanDocument document)
    {
        var lines = new List<HeadLine>();
        var beforeText = true;
        foreach (var block in document.Blocks.Take(MostBlocks))
        {
            if (block is { Kind: BlockKind.Heading, Marker.Length: > 0 })
            {
                break;
            }

            if (block.Kind is BlockKind.Cover or BlockKind.Paragraph or BlockKind.Heading or BlockKind.ListItem or BlockKind.Trailer)
            {
                var line = new HeadLine(Compact(block.Text), IsBeforeText: true);
                beforeText &= !line.IsSentence;
                lines.Add(line with { IsBeforeText = beforeText || block.Kind == BlockKind.Cover });
            }
        }

        return lines;
    }

    /// <summary>The first 400 code units of a text without blanks, those between Latin letters or digits excepted.</summary>
    public static string Compact(string text)
    {
        text = text.Length > MostCharacters ? text[..MostCharacters] : text;
        if (!text.Any(char.IsWhiteSpace))
        {
            return text;
        }

        var compact = new StringBuilder(text.Length);
        var trimmed = text.Trim();
        for (var at = 0; at < trimmed.Length; at++)
        {
            if (!char.IsWhiteSpace(trimmed[at]))
            {
                compact.Append(trimmed[at]);
            }
            else if (char.IsAsciiLetterOrDigit(trimmed[at - 1]) && char.IsAsciiLetterOrDigit(trimmed[at + 1]))
            {
                compact.Append(' ');
            }
        }

        return compact.ToString();
    }

    [GeneratedRegex("[，。；：！？]")]
    private static partial Regex SentenceSigns();

    [GeneratedRegex("^(第.{1,4}[篇章节]|[一二三四五六七八九十]+、|目录$|前言$|引言$|序言?$|附件|附表|附录|专栏)|文件$")]
    private static partial Regex NoTitle();

    [GeneratedRegex(@"^(和|与|暨|及|[（(](\d{4}|[二〇○零一九]{4}|草案|征求意见|送审|审议|讨论|报批|试行|修订))")]
    private static partial Regex TitleTail();
}
