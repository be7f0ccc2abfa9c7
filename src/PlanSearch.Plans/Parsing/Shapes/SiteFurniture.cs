using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Lines that come along when a web page is copied: its menu, where one is, its buttons, its foot.</summary>
internal static class SiteFurniture
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    // Said above the article or under it.
    private static readonly Regex Around = new(
        "^[您你]?(现在)?(的|所在|当前)?位置(是)?[：:]|^首页([>＞»\\s]|$)|设为首页|加入收藏|无障碍(浏览|阅读)"
        + "|^[【\\[（(]?(打印|关闭|收藏|字[体号]|分享到|扫一扫|返回顶部|我要纠错)[^，。；]{0,16}$|[】\\]]\\s*[【\\[](打印|关闭|收藏|纠错|返回)"
        + "|(人民政府|门户)网站?$", Options);

    // Said under it alone: a plan may begin with a link to another.
    private static readonly Regex Under = new(
        "^(责任编辑|编辑|审核|上一[篇条]|下一[篇条]|相关(链接|文章|阅读|附件|稿件)|友情链接|版权所有|主办(单位)?|承办(单位)?|网站地图|联系我们)([：:\\s]|$)"
        + "|ICP备|公网安备|网站标识码|访问者", Options);

    /// <summary>Whether the line is one of those above an article.</summary>
    public static bool IsAbove(string line) => line.Length <= Measures.Title && Around.IsMatch(line);

    /// <summary>Whether the line is one of those under an article.</summary>
    public static bool IsUnder(string line) => IsAbove(line) || Under.IsMatch(line);
}
