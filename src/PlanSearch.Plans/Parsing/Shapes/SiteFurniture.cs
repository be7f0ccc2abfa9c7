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

    // What menus offer, as far as no plan prints it alone on a line.
    private static readonly Regex Menu = new(
        "^(网站首页|首页|(网站)?无障碍(阅读|浏览|版)?|长者模式|适老版|[简繁][体體]版?|繁體中文|English|手机版|移动端|登录|注册|站内搜索|智能问答|走进[^，。]{2,6}"
        + "|(政府)?信息公开|政务(公开|服务|动态|数据|新媒体)|互动交流|政民互动|公众参与|数据(发布|开放)|新闻中心|要闻动态|新闻动态|办事服务|便民服务|机构(概况|设置|职能)"
        + "|政策(文件|解读|法规)|专题专栏|领导之窗)$", Options);

    // Said under it alone: a plan may begin with a link to another.
    private static readonly Regex Under = new(
        "^(责任编辑|编辑|审核|上一[篇条]|下一[篇条]|相关(链接|文章|阅读|附件|稿件|解读)|附件下载|友情链接|版权所有|主办(单位)?|承办(单位)?|网站地图|联系我们)([：:\\s]|$)"
        + "|^[【\\[](图解|解读|图文解读|视频|一图读懂)[】\\]]|\\.(pdf|docx?|wps|ofd|xlsx?|zip|rar)$|ICP备|公网安备|网站标识码|访问者",
        Options | RegexOptions.IgnoreCase);

    /// <summary>Whether the line is one of those above an article.</summary>
    public static bool IsAbove(string line) => line.Length <= Measures.Title && (Around.IsMatch(line) || Menu.IsMatch(line));

    /// <summary>Whether the line is one of those under an article.</summary>
    public static bool IsUnder(string line) => IsAbove(line) || Under.IsMatch(line);
}
