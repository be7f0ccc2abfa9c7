using System.Security.Cryptography;
using System.Text;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Access;

namespace PlanSearch.Web.Pages.Picking;

/// <summary>
/// Whether a form that changes what the browser keeps was sent from a page of this site, or of one that may show it in a frame.
/// </summary>
/// <remarks>
/// Browsers say so; for those that do not, a form carries the word that its browser was given as a cookie. No other site can read it. One
/// for each request.
/// </remarks>
internal sealed class FormOrigin(IHttpContextAccessor accessor, SiteOrigins origins)
{
    /// <summary>The hidden field of a form that carries the word.</summary>
    public const string Field = "token";

    private const string CookieName = "plansearch-form";
    private const string Site = "Sec-Fetch-Site";
    private const int WordBytes = 16;

    private string? _word;

    /// <summary>The word for the forms of a page; empty where the browser says where forms come from.</summary>
    /// <remarks>Asked for the first time it gives the browser its cookie: pages without such a form give none.</remarks>
    public string Word =>
        _word ??= accessor.HttpContext is { } context && !context.Request.Headers.ContainsKey(Site)
            ? Known(context.Request) ?? Given(context)
            : "";

    /// <summary>Why a form is not taken; null when it is.</summary>
    /// <param name="request">The form.</param>
    /// <param name="word">The word it carries; empty for none.</param>
    public RequestFault? Refusal(HttpRequest request, string word)
    {
        var site = request.Headers[Site].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "same-origin" or "none" || (origin.Length > 0 && (origins.IsOwn(request, origin) || origins.MayFrame(origin)))
            || (site.Length == 0 && IsWord(Known(request), word))
            ? null
            : new RequestFault(FaultKinds.OtherSite, "这个表单不是从本站的网页发来的，摘录夹没有改动。请回到本站的网页再试。");
    }

    private static string? Known(HttpRequest request) => request.Cookies[CookieName] is { Length: 2 * WordBytes } word ? word : null;

    private string Given(HttpContext context)
    {
        var word = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(WordBytes));
        context.Response.Cookies.Append(CookieName, word, origins.Cookie(context.Request));
        return word;
    }

    private static bool IsWord(string? known, string word) =>
        known is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(word));
}
