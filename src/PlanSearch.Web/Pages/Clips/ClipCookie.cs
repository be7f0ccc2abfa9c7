using PlanSearch.Corpus.Clips;

namespace PlanSearch.Web.Pages.Clips;

/// <summary>Where the folder one is filling stays while one goes from page to page: with the browser, as the code of its link, until the browser is closed.</summary>
internal static class ClipCookie
{
    private const string Name = "plansearch-clips";

    private static readonly CookieOptions UntilClosed = new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };

    /// <summary>The code the browser keeps; empty when it keeps none.</summary>
    public static string Read(HttpRequest request) => request.Cookies[Name] ?? "";

    /// <summary>Has the browser keep a code of at most <see cref="ClipLink.MaxLength"/>; an empty one is forgotten.</summary>
    public static void Keep(HttpResponse response, string code)
    {
        if (code.Length > 0)
        {
            response.Cookies.Append(Name, code, UntilClosed);
        }
        else
        {
            response.Cookies.Delete(Name, UntilClosed);
        }
    }
}
