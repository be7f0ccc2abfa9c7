using System.Text;
using System.Text.RegularExpressions;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;
using PlanSearch.Plans.Text;

namespace PlanSearch.Plans.Metadata;

/// <summary>A line or paragraph before the numbered text of a plan: cover, covering notice, opening words.</summary>
/// <param name="Text">Without the blanks that print sets between Han characters.</param>
/// <param name="IsBeforeText">Whether it is on the cover or before the first sentence of the file.</param>
internal sealed record HeadLine(string Text, bool IsBeforeText)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex SentenceSigns = new("[，。；：！？]", Options);
    private static readonly Regex NoTitle = new(
        "^(第.{1,4}[篇章节]|[一二三四五六七八九十]+、|目录$|前言$|引言$|序言?$|附件|附表|附录|专栏|分类号|【)"
        + "|(文件|通知|公告|决议|决定|批复|下载|全文)([（(][一二三四五六七八九十\\d]{1,3}[）)])?$|[〔\\[［]\\d{4}[〕\\]］]第?\\d+号"
        + "|\\d{4}年?/|第[A-Z]?\\d+版|://|[>＞|]", Options);
    private static readonly Regex TitleTail = new(
        @"^(和|与|暨|及|纲要$|的(建议|意见)$|[（(]((\d{4}|[二〇○零一九]{4})年?[—－–~～至到-]|国土空间|草案|征求意见|送审|审议|讨论|报批|试行|修订))", Options);

    private static readonly string[] Titles = ["标题", "题名", "中文名", "文件名称", "名称", "title"];

    private const string Call = "规划全文";
    private const int MostBlocks = 80;
    private const int LongestTitleLine = 80;

    // A whole plan may be one line; what it is is at its beginning.
    private const int MostCharacters = 400;

    private List<(string Label, string Value)> _labelled = [];

    /// <summary>Whether it could be a line of a title: no sentence, no date, no office, no mark of a list.</summary>
    public bool IsTitleLike =>
        Text.Length is > 0 and <= LongestTitleLine
        && !IsHeader
        && !SentenceSigns.IsMatch(Text)
        && !NoTitle.IsMatch(Text)
        && !IssueMarks.IsDate(Text)
        && !IssueMarks.IsOffice(Text)
        && (Text[0] is not ('（' or '(') || IsTitleTail);

    /// <summary>Whether it continues a title that the line above could have ended: （2021—2025年）, 和二〇三五年….</summary>
    public bool IsTitleTail => TitleTail.IsMatch(Text);

    /// <summary>Whether it is a sentence or more.</summary>
    public bool IsSentence => SentenceSigns.IsMatch(Text) && !IsHeader;

    /// <summary>Whether it is what a web site or an archive put above the document.</summary>
    public bool IsHeader { get; private init; }

    /// <summary>What is after one of the labels web sites put above a document (发文字号：…); empty when it is not there.</summary>
    public static string Labelled(List<HeadLine> head, string labels) =>
        head.SelectMany(line => line._labelled)
            .Where(pair => labels.Contains(pair.Label, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Value)
            .FirstOrDefault(value => value.Length > 0) ?? "";

    /// <summary>The lines before the first numbered heading; the contents page and marks of the page are left out.</summary>
    public static List<HeadLine> Of(PlanDocument document)
    {
        var lines = new List<HeadLine>();
        if (document.Source.Title.Length > 0)
        {
            lines.Add(new HeadLine(Compact(document.Source.Title), IsBeforeText: true));
        }

        var beforeText = true;
        var blocks = document.Blocks.Select(block => (Block: block, IsHeader: HeaderLabels.Is(block.Text)))
            .Where(pair => pair.IsHeader || pair.Block.Kind != BlockKind.Noise)
            .Take(MostBlocks);
        foreach (var (block, isHeader) in blocks)
        {
            if (block is { Kind: BlockKind.Heading, Marker.Length: > 0 })
            {
                break;
            }

            if (isHeader
                || block.Kind is BlockKind.Cover or BlockKind.Paragraph or BlockKind.Heading or BlockKind.ListItem or BlockKind.Trailer)
            {
                var labelled = isHeader ? HeaderLabels.In(block.Text).ToList() : [];
                var title = labelled.Find(pair => Titles.Contains(pair.Label)).Value;
                var line = new HeadLine(WithoutCall(Compact(title ?? block.Text)), IsBeforeText: true)
                {
                    IsHeader = isHeader && title is null,
                    _labelled = labelled,
                };
                beforeText &= !line.IsSentence;
                lines.Add(line with { IsBeforeText = beforeText || block.Kind == BlockKind.Cover });
            }
        }

        return lines;
    }

    // 规划全文：… is what a news site prints in front of the title.
    private static string WithoutCall(string text) =>
        text.StartsWith(Call, StringComparison.Ordinal) && text.Length > 2 * Call.Length ? text[Call.Length..].TrimStart('：', ':') : text;

    /// <summary>
    /// The first 400 code units of a text as a person would type them: forms of other scripts' tables and blanks are out, those between
    /// Latin words excepted.
    /// </summary>
    /// <remarks>A number set with blanks between its digits (2 0 0 1) is a number.</remarks>
    public static string Compact(string text)
    {
        text = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var compact = new StringBuilder(text.Length);
        var (start, end) = LineScan.Trim(text, 0, text.Length);
        var trimmed = text[start..end];
        for (var at = 0; at < trimmed.Length; at++)
        {
            if (!char.IsWhiteSpace(trimmed[at]))
            {
                compact.Append(IsRadical(trimmed[at]) ? Fold.Of(trimmed[at]) : trimmed[at]);
            }
            else if (char.IsAsciiLetterOrDigit(trimmed[at - 1]) && char.IsAsciiLetterOrDigit(trimmed[at + 1]) && !IsSpaced(trimmed, at))
            {
                compact.Append(' ');
            }
        }

        return compact.ToString();
    }

    private static bool IsRadical(char unit) => unit is >= '\u2E80' and <= '\u2FDF' or >= '\uF900' and <= '\uFAFF';

    /// <summary>Whether the blank parts digits of one number: a digit alone on one side of it.</summary>
    private static bool IsSpaced(string text, int blank) =>
        char.IsAsciiDigit(text[blank - 1]) && char.IsAsciiDigit(text[blank + 1])
        && (blank < 2 || !char.IsAsciiDigit(text[blank - 2]) || blank + 2 == text.Length || !char.IsAsciiDigit(text[blank + 2]));
}
