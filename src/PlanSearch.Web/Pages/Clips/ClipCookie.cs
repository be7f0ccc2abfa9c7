using PlanSearch.Answers.Clips;
using PlanSearch.Web.Access;

namespace PlanSearch.Web.Pages.Clips;

/// <summary>
/// Where the folder one is filling stays while one goes from page to page: with the browser, as the code of its link, until the browser is
/// closed.
/// </summary>
internal static class ClipCookie
{
    private const string Name = "plansearch-clips";

    /// <summary>The code the browser keeps; empty when it keeps none.</summary>
    public static string Read(HttpRequest request) => request.Cookies[Name] ?? "";

    /// <summary>Has the browser keep a code of at most <see cref="ClipLink.MaxLength"/>; an empty one is forgotten.</summary>
    public static void Keep(HttpContext context, string code, SiteOrigins origins)
    {
        var untilClosed = origins.Cookie(context.Request);
        if (code.Length > 0)
        {
            context.Response.Cookies.Append(Name, code, untilClosed);
        }
        else
        {
            context.Response.Cookies.Delete(Name, untilClosed);
        }
    }
}
