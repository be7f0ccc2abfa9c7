using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PlanSearch.Plans.Reading.Formats.Web;

/// <summary>Where on a page its article is, and what beside it is menu, footer or button.</summary>
/// <remarks>
/// The article is the innermost element that holds nearly all words of the page which are no links. A page that has hardly any links
/// outside it, as a text program writes it, is all article: nothing of it is set aside.
/// </remarks>
internal sealed class WebArticle
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex File = new("[.](docx?|xlsx?|wps|et|pdf|ofd|zip|rar|7z|jpg"
        + "|png)([（(].{1,12}[）)])?$", Options | RegexOptions.IgnoreCase);
    private static readonly Regex Button = new(
        "^[【\\[（(]?(打印(本页)?|关闭(窗口|本页)?|打印关闭|分享(到|至)?[:：]?|收藏|返回(顶部|上一页|首页)?|下载(图片版|附件|原文|全文)?|扫一扫.{0,16}|纠错|我要纠错|网站地图"
        + "|字[体号](大小)?[:：]?.{0,12}|(A[+-]?[大中小]?)+|手机版|无障碍.{0,6}|长者.{0,6})[】\\]）)]?$", Options);
    private static readonly Regex SiteName = new("[-_|｜—–][^-_|｜—–]{2,30}$", Options);

    private const int LeastLinks = 5;
    private const int LongestButton = 24;
    private const int ShortestTitle = 6;

    // Of ten parts of what is no link the article holds eight.
    private const int Parts = 10;
    private const int PartsOfArticle = 8;

    private readonly IElement? _root;

    private WebArticle(IElement? root, string title) => (_root, Title) = (root, title);

    /// <summary>What the page says its title is, without the name of its site; empty when it says none.</summary>
    public string Title { get; }

    /// <summary>The element that holds most of the text; no element where the page has too few links around it to tell.</summary>
    public static WebArticle Of(IDocument page)
    {
        var title = TitleOf(page);
        if (page.Body is not { } body)
        {
            return new WebArticle(null, title);
        }

        var weights = Weigh(body);
        var root = (IElement)body;
        while (Heaviest(root, weights) is { } child)
        {
            root = child;
        }

        var outside = weights[body].Links - weights[root].Links;
        return new WebArticle(root != body && outside >= LeastLinks ? root : null, title);
    }

    /// <summary>Whether the element is the article's.</summary>
    public bool IsRoot(INode node) => node == _root;

    /// <summary>Whether a piece of text is no part of the article.</summary>
    /// <param name="text">The text.</param>
    /// <param name="linked">How many of its characters are links.</param>
    /// <param name="isInside">Whether it is in the article.</param>
    public bool IsFurniture(string text, int linked, bool isInside)
    {
        var words = text.Replace("**", "", StringComparison.Ordinal).Trim();
        var isLink = linked * Parts >= words.Count(letter => !char.IsWhiteSpace(letter)) * PartsOfArticle;
        return (isLink && File.IsMatch(words))
            || (words.Length <= LongestButton && Button.IsMatch(words.Replace(" ", "", StringComparison.Ordinal)))
            || (_root is not null && !isInside && !IsTitle(words) && (isLink || !words.Contains('。')));
    }

    private bool IsTitle(string text) =>
        text.Length >= ShortestTitle && Title.Length > 0 && (Title.Contains(text, StringComparison.Ordinal)
            || text.Contains(Title, StringComparison.Ordinal));

    private static string TitleOf(IDocument page)
    {
        var named = page.Head?.Children.FirstOrDefault(meta => meta.GetAttribute("name") is "ArticleTitle")
            ?.GetAttribute("content")?.Trim() ?? "";
        var title = (page.Title ?? "").Trim();
        return named.Length > 0 ? named : SiteName.Replace(title, "").Trim();
    }

    private static IElement? Heaviest(IElement root, Dictionary<INode, Weight> weights)
    {
        var all = weights[root].Words;
        return all == 0 ? null
            : root.Children.FirstOrDefault(child => child.NodeName is not ("TABLE" or "P" or "A" or "SPAN")
                && weights.TryGetValue(child, out var weight) && (long)weight.Words * Parts >= (long)all * PartsOfArticle);
    }

    /// <summary>
    /// What each element holds of words that are no links, and how many links: counted from the innermost outward, in one walk.
    /// </summary>
    private static Dictionary<INode, Weight> Weigh(IElement body)
    {
        var weights = new Dictionary<INode, Weight>();
        var open = new Stack<(INode Node, int Next, Weight Weight)>();
        open.Push((body, 0, default));
        while (open.TryPop(out var place))
        {
            if (place.Next < place.Node.ChildNodes.Length)
            {
                var child = place.Node.ChildNodes[place.Next];
                var words = child is IText text && place.Node.NodeName is not ("SCRIPT" or "STYLE")
                    ? text.Data.Count(char.IsLetterOrDigit) : 0;
                open.Push((place.Node, place.Next + 1, place.Weight with { Words = place.Weight.Words + words }));
                if (child is IElement)
                {
                    open.Push((child, 0, default));
                }

                continue;
            }

            var own = place.Node.NodeName == "A" ? new Weight(0, place.Weight.Links + 1) : place.Weight;
            weights[place.Node] = own;
            if (open.TryPop(out var above))
            {
                open.Push(above with { Weight = new Weight(above.Weight.Words + own.Words, above.Weight.Links + own.Links) });
            }
        }

        return weights;
    }

    /// <summary>What an element holds.</summary>
    /// <param name="Words">Letters and digits outside links.</param>
    /// <param name="Links">Links.</param>
    private readonly record struct Weight(int Words, int Links);
}
