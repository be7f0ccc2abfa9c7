using PlanSearch.Web.Api;

namespace PlanSearch.Web.Hosting;

/// <summary>What every answer tells the browser: nothing from elsewhere, nothing inline, no guessing of types.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app, HostSettings settings)
    {
        var policy = string.Join("; ",
            "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'",
            "form-action 'self'", "base-uri 'none'", $"frame-ancestors {settings.FrameAncestors}");
        // The page about the API brings its own style and pictures with it; still nothing from elsewhere. The digest is that of the one inline
        // style it sets, which hides a set of signs.
        var policyOfDocs = string.Join("; ",
            "default-src 'self'", "style-src 'self' 'unsafe-hashes' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='", "img-src 'self' data:", "base-uri 'none'", $"frame-ancestors {settings.FrameAncestors}");
        app.Use((context, next) =>
        {
            var isDocs = context.Request.Path.StartsWithSegments(ApiDocs.Path, StringComparison.Ordinal);
            // At the last moment: the exception handler clears what was set before.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = isDocs ? policyOfDocs : policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
