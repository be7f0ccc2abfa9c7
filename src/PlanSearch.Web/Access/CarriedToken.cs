using PlanSearch.Queries.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;
using PlanSearch.Web.Tokens;

namespace PlanSearch.Web.Access;

/// <summary>
/// The token a request carries: in its path (<c>/s/token/search</c>) or where a key goes (<c>Authorization: Bearer</c>, <c>X-Api-Key</c>).
/// </summary>
/// <remarks>
/// The path is for pages: the token becomes a part of the path base, so that every link, form and file of a page carries it on by itself. A
/// token that is no good is refused before anything else is looked at; it never falls back to what a request without one may read.
/// </remarks>
/// <param name="Token">What it fixes.</param>
/// <param name="PathPrefix">What it adds to the path base: /s/token, empty when it came as a header.</param>
internal sealed record CarriedToken(ScopeToken Token, string PathPrefix)
{
    /// <summary>What a path begins with that has a token.</summary>
    public const string PathStart = "/s/";

    /// <summary>Reads the token of each request, takes it off the path and refuses what is no good.</summary>
    public static void Use(WebApplication app)
    {
        var signer = new TokenSigner(app.Services.GetRequiredService<HostSettings>().TokenSecrets);
        var (settings, clock) = (app.Services.GetRequiredService<HostSettings>(), app.Services.GetRequiredService<TimeProvider>());
        app.Use((context, next) =>
        {
            var (text, fault) = Find(context.Request);
            if (text is null && fault is null)
            {
                return next(context);
            }

            var prefix = TakeOffPath(context.Request);
            var (token, unread) = fault is null ? signer.Read(text!, clock.GetUtcNow()) : fault;
            if (token is null)
            {
                return FaultAnswers.AnswerAsync(context, unread!);
            }

            if (!IsAllowed(token, context.Request, settings))
            {
                return FaultAnswers.AnswerAsync(context, new RequestFault(FaultKinds.TokenAudience, "令牌不是发给这个网站使用的。"));
            }

            context.Request.PathBase = context.Request.PathBase.Add(prefix);
            context.Features.Set(new CarriedToken(token, prefix));
            return next(context);
        });
    }

    private static Outcome<string> Find(HttpRequest request)
    {
        var inPath = InPath(request);
        var inHeader = AccessKeys.Of(request) is { } key && key.StartsWith(TokenSigner.Prefix, StringComparison.Ordinal) ? key : null;
        return inPath is not null && inHeader is not null && inPath != inHeader
            ? new RequestFault(TokenSigner.InvalidCode, "请求带了两个不同的令牌。")
            : new Outcome<string>(inPath ?? inHeader, null);
    }

    private static string? InPath(HttpRequest request) =>
        request.Path.Value is { } path && path.StartsWith(PathStart, StringComparison.Ordinal)
            ? path[PathStart.Length..].Split('/', 2)[0]
            : null;

    // What is no good is taken off too, so that what follows is told by its own path whether to answer as page or as API.
    private static string TakeOffPath(HttpRequest request)
    {
        if (InPath(request) is not { } text)
        {
            return "";
        }

        var prefix = PathStart + text;
        request.Path = request.Path.Value!.Length == prefix.Length ? "/" : request.Path.Value[prefix.Length..];
        return prefix;
    }

    // Browsers say whose page asks whenever it is another site's; what says nothing was opened by a person or asked by a program.
    private static bool IsAllowed(ScopeToken token, HttpRequest request, HostSettings settings) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin || token.IsFor(origin)
        || origin == $"{request.Scheme}://{request.Host}"
            || (settings.PublicUrl.Length > 0 && origin == new Uri(settings.PublicUrl).GetLeftPart(UriPartial.Authority));
}
