using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Access;

/// <summary>The site as a browser knows it: where it is, whether over https, and whose pages may show it in a frame.</summary>
internal sealed partial class SiteOrigins(HostSettings settings)
{
    private readonly Uri? _public = settings.PublicUrl.Length > 0 ? new Uri(settings.PublicUrl) : null;

    // 'self', 'none' and whole schemes name no site.
    private readonly ImmutableArray<string> _frames =
        [.. settings.FrameAncestors.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(source => source.Contains('.', StringComparison.Ordinal))];

    /// <summary>
    /// Refuses what no browser sends and what would end up in links: another scheme than http and https, a host that is none.
    /// </summary>
    public static void RefuseOddOnes(WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Scheme is "http" or "https" && (!request.Host.HasValue || Host().IsMatch(request.Host.ToUriComponent())))
        {
            return next(context);
        }

        // The refusal is made of addresses too.
        (request.Scheme, request.Host) = ("http", new HostString("localhost"));
        return FaultAnswers.AnswerAsync(context, new RequestFault(FaultKinds.RequestInvalid, "地址不对：协议须为 http 或 https，主机名须为域名或 IP 地址。"));
    });

    /// <summary>Whether the reader's browser speaks https, be it to a proxy.</summary>
    public bool IsSecure(HttpRequest request) =>
        request.IsHttps
            || (_public is { Scheme: "https" } known && known.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an origin, as browsers say it, is the site's own.</summary>
    public bool IsOwn(HttpRequest request, string origin) =>
        origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || (_public is not null && origin == _public.GetLeftPart(UriPartial.Authority));

    /// <summary>Whether a site may show this one in a frame.</summary>
    public bool MayFrame(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var site) && _frames.Any(source => IsOf(source, site));

    /// <summary>
    /// How a cookie is kept. Where other sites may show this one, it must be sent in their frames too, to each of them its own.
    /// </summary>
    public CookieOptions Cookie(HttpRequest request, TimeSpan? maxAge = null)
    {
        var isSecure = IsSecure(request);
        var isFramed = isSecure && !_frames.IsEmpty;
        var cookie = new CookieOptions
        {
            MaxAge = maxAge,
            HttpOnly = true,
            IsEssential = true,
            Secure = isSecure,
            SameSite = isFramed ? SameSiteMode.None : SameSiteMode.Lax,
        };
        if (isFramed)
        {
            cookie.Extensions.Add("Partitioned");
        }

        return cookie;
    }

    // As in the header: with or without a scheme, with * for what comes first.
    private static bool IsOf(string source, Uri site)
    {
        var (scheme, host) = source.Split("://", 2) is [var said, var rest] ? (said, rest) : (site.Scheme, source);
        return scheme == site.Scheme && (host.StartsWith("*.", StringComparison.Ordinal)
            ? site.Authority.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : site.Authority.Equals(host, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(
        @"^(?:[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_.])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Host();
}
