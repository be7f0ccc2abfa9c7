using System.Text;
using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>A line or paragraph before the numbered text of a plan: cover, covering notice, opening words.</summary>
/// <param name="Text">Without the blanks that print sets between Han characters.</param>
/// <param name="IsBeforeText">Whether it stands on the cover or before the first sentence of the file.</param>
internal sealed record HeadLine(string Text, bool IsBeforeText)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex SentenceSigns = new("[，。；：！？]", Options);
    private static readonly Regex NoTitle = new("^(第.{1,4}[篇章节]|[一二三四五六七八九十]+、|目录$|前言$|引言$|序言?$|附件|附表|附录|专栏)|(文件|通知|公告|决议|决定|批复)$|[〔\\[［]\\d{4}[〕\\]］]第?\\d+号", Options);
    private static readonly Regex TitleTail = new(@"^(和|与|暨|及|纲要$|[（(]((\d{4}|[二〇○零一九]{4})年?[—－–~～至到-]|草案|征求意见|送审|审议|讨论|报批|试行|修订))", Options);
    private static readonly Regex Label = new("^(?<label>索引号|主题分类|主题词|标题|名称|发文机关|发布机构|发布单位|信息来源|来源|发文字号|文号|成文日期|发文日期|印发日期|发布日期|有效性)[：:](?<value>.*)$", Options);

    private const int MostBlocks = 80;
    private const int LongestTitleLine = 80;

    // A whole plan may be one line; what it is stands at its beginning.
    private const int MostCharacters = 400;

    /// <summary>Whether it could be a line of a title: no sentence, no date, no office, no mark of a list.</summary>
    public bool IsTitleLike =>
        Text.Length is > 0 and <= LongestTitleLine
        && !SentenceSigns.IsMatch(Text)
        && !NoTitle.IsMatch(Text)
        && !IssueMarks.IsDate(Text)
        && !IssueMarks.IsOffice(Text)
        && (Text[0] is not ('（' or '(') || IsTitleTail);

    /// <summary>Whether it goes on with a title that the line above could have ended: （2021—2025年）, 和二〇三五年….</summary>
    public bool IsTitleTail => TitleTail.IsMatch(Text);

    /// <summary>Whether it is a sentence or more.</summary>
    public bool IsSentence => SentenceSigns.IsMatch(Text) && !Label.IsMatch(Text);

    /// <summary>What stands after one of the labels web sites put above a document (发文字号：…); empty when it is not there.</summary>
    public static string Labelled(List<HeadLine> head, string labels) =>
        head.Select(line => Label.Match(line.Text))
            .Where(found => found.Success && labels.Contains(found.Groups["label"].Value, StringComparison.Ordinal))
            .Select(found => found.Groups["value"].Value)
            .FirstOrDefault(value => value.Length > 0) ?? "";

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
                var text = Compact(block.Text);
                var line = new HeadLine(text.StartsWith("标题：", StringComparison.Ordinal) ? text["标题：".Length..] : text, IsBeforeText: true);
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
}
