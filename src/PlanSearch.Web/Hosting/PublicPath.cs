using System.Text.RegularExpressions;
using Microsoft.AspNetCore.HttpOverrides;

namespace PlanSearch.Web.Hosting;

/// <summary>
/// The path under which people see the site: what the settings say, or what a trusted proxy says of the prefix it took off.
/// </summary>
internal static partial class PublicPath
{
    /// <summary>
    /// Where forwarded headers are turned on (ASPNETCORE_FORWARDEDHEADERS_ENABLED), X-Forwarded-Prefix counts among them.
    /// </summary>
    public static void AddPublicPath(this IServiceCollection services) => services.PostConfigure<ForwardedHeadersOptions>(options =>
        options.ForwardedHeaders |= options.ForwardedHeaders == ForwardedHeaders.None
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedPrefix);

    /// <summary>Makes the path base of every request the public one, whether the proxy has taken it off the path or not.</summary>
    public static void UsePublicPath(this WebApplication app, HostSettings settings) => app.Use((context, next) =>
    {
        var request = context.Request;
        var forwarded = Path().IsMatch(request.PathBase.Value ?? "") ? request.PathBase : PathString.Empty;
        var own = new PathString(settings.PathBase.Length > 0 ? settings.PathBase : null);
        var rest = PathString.Empty;
        var isThere = own.HasValue && request.Path.StartsWithSegments(own, out rest);
        if (isThere)
        {
            request.Path = rest.HasValue ? rest : "/";
        }

        request.PathBase = !forwarded.HasValue ? own : isThere && forwarded != own ? forwarded.Add(own) : forwarded;
        return next(context);
    });

    // Anything else would end up in links: two slashes lead to another host.
    [GeneratedRegex(@"^(?:/[\p{L}\p{N}._~-]+)+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();
}
