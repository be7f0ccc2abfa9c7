using System.Globalization;
using PlanSearch.Answers.Mentions;
using PlanSearch.Web.Access;
using PlanSearch.Web.Pages.Clips;
using PlanSearch.Web.Pages.Embed;
using PlanSearch.Web.Pages.Picking;
using PlanSearch.Web.Pages.Texts;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages;

/// <summary>Takes what only concerns the look of a page out of a request, so that what is left is the search the API would take.</summary>
internal static class PageViewParameters
{
    private const string CookieName = "plansearch-view";

    private static readonly HashSet<string> Names =
        ["lang", "font", "theme", "unit", "near", "aside", "zero", "lines", "cite", "whole", "open", "hit", "absent", "certificate", "offers"];
    private static readonly HashSet<string> NamesInFrames = [.. Names, "color"];
    private static readonly string[] Machines = ["/api", "/openapi", "/assets", "/health", "/metrics", "/swagger", "/opensearch", "/feed"];
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Makes the <see cref="PageView"/> of each request of a person; what the API is asked is not touched.</summary>
    public static void UsePageView(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<SiteOrigins>();
        app.Use((context, next) =>
        {
            if (!Machines.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            {
                context.Features.Set(Take(context, origins));
            }

            return next(context);
        });
    }

    /// <summary>Gives components the view of the request they answer.</summary>
    public static void AddPageView(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<PageView>() ?? PageView.Default);
        services.AddScoped<FormOrigin>();
        services.AddScoped(provider => provider.GetRequiredService<PageView>().Texts);
        services.AddScoped(provider => new SiteLinks(
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.PathBase.ToUriComponent() ?? "",
            provider.GetRequiredService<PageView>()));
    }

    private static PageView Take(HttpContext context, SiteOrigins origins)
    {
        var request = context.Request;
        var asked = request.Query;
        // A frame looks as its site wants it, not as the reader has set the site, nor the other way round.
        var isFrame = request.Path.StartsWithSegments(EmbedPaths.SearchPath, StringComparison.Ordinal);
        var token = context.Features.Get<CarriedToken>()?.Token;
        var kept = new QueryString(!isFrame && request.Cookies[CookieName] is { Length: < 100 } cookie ? "?" + cookie : "");
        var known = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(kept.Value);
        var sort = (string?)asked["sort"];
        var isMentions = request.Path.StartsWithSegments("/mentions", StringComparison.Ordinal);
        var isByNeighbour = isMentions && sort is "left" or "right";
        var view = new PageView
        {
            Texts = PageTexts.Of(Said("lang")),
            IsLarge = Said("font") == "large",
            Theme = Said("theme") is ("dark" or "light" or "auto") and var theme
                ? theme.Replace("auto", "", StringComparison.Ordinal)
                : token?.Theme ?? "",
            Accent = isFrame ? AccentColor.Of(asked["color"])?.Digits ?? "" : "",
            IsConfined = token is not null,
            Unit = (string?)asked["unit"] switch { "records" => FacetUnit.Records, "plans" => FacetUnit.Plans, _ => FacetUnit.Mentions },
            IsMentions = isMentions,
            Order = !isByNeighbour ? MentionOrder.Document : sort == "left" ? MentionOrder.Left : MentionOrder.Right,
            Width = asked["near"] == PageView.WordsName
                ? PageView.ByWords
                : int.TryParse(asked["near"], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
                ? Math.Clamp(width, 1, NeighbourGroups.MaxWidth)
                : 1,
            WithAside = asked["aside"] == "true",
            WithZero = asked["zero"] == "true",
            // The last: a form keeps what is open, and its button says what is to be.
            Unfolded = asked["open"].LastOrDefault() ?? "",
            Hit = (string?)asked["hit"] ?? "",
            WithAllAbsent = asked["absent"] == "all",
            WithCertificate = asked["certificate"] == "true",
            WithAllOffers = asked["offers"] == "all",
            WithLines = asked["lines"] == "1",
            Cited = (string?)asked["cite"] ?? "",
            CitesRecord = asked["whole"] == "true",
            Clips = ClipCookie.Read(request),
            // Two slashes at the start would lead to another host.
            Address = "/" + (request.Path + request.QueryString).TrimStart('/'),
        };
        Keep(context, view, isFrame, origins);
        request.QueryString = QueryString.Create(
            asked.Where(pair => !(isFrame ? NamesInFrames : Names).Contains(pair.Key) && !(isByNeighbour && pair.Key == "sort")));
        return view;

        string? Said(string name) => asked.ContainsKey(name) ? asked[name] : known.GetValueOrDefault(name);
    }

    // Pages differ by cookie, so no cache between may hand one out for the other.
    private static void Keep(HttpContext context, PageView view, bool isFrame, SiteOrigins origins)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        if (!isFrame && context.Request.Query.Keys.Any(name => name is "lang" or "font" or "theme"))
        {
            var language = view.Texts is English ? English.Code : Chinese.Code;
            var pairs = $"lang={language}&font={(view.IsLarge ? "large" : "")}&theme={view.Theme}";
            context.Response.Cookies.Append(CookieName, pairs, origins.Cookie(context.Request, Year));
        }
    }
}
