namespace PlanSearch.Web.Hosting;

/// <summary>What every answer tells the browser: nothing from elsewhere, nothing inline, no guessing of types.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app, HostSettings settings)
    {
        var policy = string.Join("; ",
            "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'",
            "form-action 'self'", "base-uri 'none'", $"frame-ancestors {settings.FrameAncestors}");
        app.Use((context, next) =>
        {
            // At the last moment: the exception handler clears what was set before.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
