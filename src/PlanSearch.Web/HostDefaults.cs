using Microsoft.AspNetCore.Server.Kestrel.Core;
using PlanSearch.Web.Bounds;
using PlanSearch.Web.Pages.Assets;

namespace PlanSearch.Web;

/// <summary>How the host listens, what it logs and where its assets come from.</summary>
internal static class HostDefaults
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Loopback unless told otherwise; of the framework only warnings are logged, so that our own lines can be seen.</summary>
    public static void ListenQuietly(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(WebHost.DefaultUrl);
        }

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = AddressBounds.MaxRead;
            kestrel.Limits.MaxRequestHeadersTotalSize = AddressBounds.MaxRead;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(RequestBounds.LeastSentPerSecond, Patience);
            kestrel.Limits.MinResponseDataRate = new MinDataRate(RequestBounds.LeastReadPerSecond, Patience);
        });
    }

    /// <summary>Serves style, script and icon from the assembly; they may be kept for an hour.</summary>
    public static void UseEmbeddedAssets(this WebApplication app) =>
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new SiteAssets(),
            RequestPath = "/assets",
            OnPrepareResponse = served => served.Context.Response.Headers.CacheControl = "public, max-age=3600",
        });
}
