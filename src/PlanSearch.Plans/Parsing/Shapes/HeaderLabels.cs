using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Lines that a web site, a database or an archive puts above a document: 发文字号：…, [发文字号] …, title: …, 【…引证码】….</summary>
internal static class HeaderLabels
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Words =
        "索引号|关键词|主题分类|信息分类|内容分类|体裁分类|组配分类|主题词|标题|题名|中文名|文件名称|名称|发文机关|发文机构|发布机构|发布单位|发布机关|制定机关|发文单位|信息来源|文章来源|稿件来源|来源"
        + "|发文字号|文件编号|文号|成文日期|成文时间|发文日期|印发日期|公布日期|发布日期|发布时间|发表时间|更新时间|实施日期|生效日期|废止日期|有效性|时效性|效力级别|法规类别"
        + "|公开日期|生成日期|公开方式|公开范围|公开形式|浏览量|浏览次数|阅读次数|阅读量|点击数|字体大小|原文链接|原文网址|来源网址|链接|网址|责任编辑|分类号"
        + "|title|date|source|author|publisher|url|link|tags|categor(y|ies)|layout|permalink|issuer|pubdate|keywords|description";

    private static readonly Regex First = new($"^[-—*•【\\s]*(?<label>{Words})】?[\\s*]*[：:]", Options);
    private static readonly Regex Next = new($"(?<label>{Words})[\\s*]*[：:]", Options);
    private static readonly Regex Boxed = new($"^[\\[【](?<label>{Words})[\\]】](?<value>.*)$", Options);
    private static readonly Regex Stamp = new("^【[^【】]{2,12}(码|号|源|期|间|接|址)】", Options);

    // A longer line is text, whatever it opens with.
    private const int LongestLine = 300;
    private const int LongestLabel = 12;

    /// <summary>Whether the line is one of them.</summary>
    public static bool Is(string line) =>
        line.Length <= LongestLine && (First.IsMatch(Closed(line)) || Boxed.IsMatch(line) || Stamp.IsMatch(line));

    /// <summary>The labels of such a line with what is behind each of them.</summary>
    public static IEnumerable<(string Label, string Value)> In(string line)
    {
        if (Boxed.Match(line) is { Success: true } boxed)
        {
            yield return (boxed.Groups["label"].Value, boxed.Groups["value"].Value.Trim(' ', '\u3000', '：', ':'));
            yield break;
        }

        line = Closed(line);
        var labels = Next.Matches(line);
        for (var at = 0; at < labels.Count; at++)
        {
            var start = labels[at].Index + labels[at].Length;
            var end = at + 1 < labels.Count ? labels[at + 1].Index : line.Length;
            yield return (labels[at].Groups["label"].Value, line[start..end].Trim(' ', '\u3000', '*', '"', '\''));
        }
    }

    // 名　　称：… is set as wide as the labels over it.
    private static string Closed(string line) =>
        line.AsSpan().IndexOfAny('：', ':') is var colon and > 0 and <= LongestLabel && line.AsSpan(0, colon).ContainsAny(' ', '\u3000')
            ? line[..colon].Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal) + line[colon..]
            : line;
}
