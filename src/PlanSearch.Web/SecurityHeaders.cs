using Microsoft.Extensions.Primitives;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api;
using PlanSearch.Web.Hosting;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web;

/// <summary>What every answer tells the browser: nothing from elsewhere, nothing inline, no guessing of types.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app, HostSettings settings)
    {
        var origins = app.Services.GetRequiredService<SiteOrigins>();
        app.Use((context, next) =>
        {
            // At the last moment: the exception handler clears what was set before.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = PoliciesOf(context, settings);
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                if (origins.IsSecure(context.Request) && context.Request.Host.Host != "localhost")
                {
                    headers.StrictTransportSecurity = "max-age=31536000";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    // Of several policies each must be kept: a token's audience only ever narrows who may frame it.
    private static StringValues PoliciesOf(HttpContext context, HostSettings settings)
    {
        var path = context.Request.Path;
        var policy = path.StartsWithSegments(ApiDocs.Path, StringComparison.Ordinal) ? OfDocs(settings.FrameAncestors)
            : path.StartsWithSegments(EmbedPaths.SearchPath, StringComparison.Ordinal) ? OfPages(OrSelf(settings.FrameAncestors))
            : OfPages(settings.FrameAncestors)
                + (path.StartsWithSegments(EmbedPaths.DemoPath, StringComparison.Ordinal) ? "; frame-src 'self'" : "");
        return context.Features.Get<CarriedToken>() is { Token.Audience: { IsEmpty: false } audience }
            ? new StringValues([policy, "frame-ancestors 'self' " + string.Join(' ', audience)])
            : policy;
    }

    private static string OfPages(string ancestors) => string.Join("; ",
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", $"frame-ancestors {ancestors}");

    // The page about the API brings its own style and pictures with it; still nothing from elsewhere. The digest is that of the one inline
    // style it sets, which hides a set of characters.
    private static string OfDocs(string ancestors) => string.Join("; ",
        "default-src 'self'",
        "style-src 'self' 'unsafe-hashes' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
        "img-src 'self' data:",
        "base-uri 'none'", $"frame-ancestors {ancestors}");

    // The page made for frames can be tried on the site's own demonstration, whoever else may show it.
    private static string OrSelf(string ancestors) => ancestors == "'none'" ? "'self'" : "'self' " + ancestors;
}
