using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Web.Api;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Pages.Embed;

/// <summary>What other sites show of this one: a page for frames, and samples of each way to copy from.</summary>
internal static class EmbedEndpoints
{
    /// <summary>The page for frames.</summary>
    public const string SearchPath = "/embed/search";

    /// <summary>The samples.</summary>
    public const string DemoPath = "/embed/demo";

    /// <summary>The colour of a frame's site as a style sheet: the policy allows no style in the page.</summary>
    public const string StylePath = "/embed/color";

    public static void MapEmbed(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SearchPath, Search);
        pages.MapGet("/embed/" + EmbedSample.Script, EmbedScript.Send).WithMetadata(AccessNeed.Open);
        pages.MapGet(StylePath + "/{digits}.css", Style).WithMetadata(AccessNeed.Open);
        pages.MapGet(DemoPath, (HttpContext context, HostSettings settings, PageView view) =>
            PageResults.Of<DemoPage>(EmbedSample.All(SiteAddress.Of(context, settings), view.Texts)));
        pages.MapGet(DemoPath + "/{name}", Sample);
        OpenSearch.Map(pages);
    }

    internal static RazorComponentResult Search([AsParameters] SearchParameters parameters, ReadingSession session, CancellationToken cancellationToken) =>
        PageEndpoints.Page(parameters, request =>
        {
            if (string.IsNullOrWhiteSpace(request.Query))
            {
                return PageResults.Of<EmbedPage>(new SearchModel(request, null, null));
            }

            var outcome = session.Ask(request.ForRecords() with { WithFacets = false }, cancellationToken).Then(inquiry => inquiry.Records);
            return PageResults.Of<EmbedPage>(new SearchModel(request, outcome.Value, outcome.Fault), PageEndpoints.StatusOf(outcome.Fault));
        });

    internal static Results<ContentHttpResult, NotFound> Style(string digits, HttpResponse response)
    {
        if (AccentColor.Of(digits) is not { } color)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Text(color.Style, "text/css; charset=utf-8");
    }

    internal static Results<RazorComponentResult, NotFound> Sample(string name, HttpContext context, HostSettings settings, PageView view) =>
        EmbedSample.All(SiteAddress.Of(context, settings), view.Texts).FirstOrDefault(sample => sample.Name == name) is { } sample
            ? PageResults.Of<SamplePage>(sample)
            : TypedResults.NotFound();
}
