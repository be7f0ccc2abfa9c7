using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Hosting;
using PlanSearch.Web.Pages.Frame;
using PlanSearch.Web.Pages.Results;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.Embed;

/// <summary>What other sites show of this one: a page for frames, and samples of each way to copy from.</summary>
internal static class EmbedEndpoints
{
    public static void MapEmbed(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(EmbedPaths.SearchPath, Search);
        pages.MapGet("/embed/" + EmbedSample.Script, EmbedScript.Send).WithMetadata(AccessNeed.Open);
        pages.MapGet(EmbedPaths.StylePath + "/{digits}.css", Style).WithMetadata(AccessNeed.Open);
        pages.MapGet(EmbedPaths.DemoPath, (HttpContext context, HostSettings settings, PageView view) =>
            PageResults.Of<DemoPage>(EmbedSample.All(SiteAddress.Of(context, settings), view.Texts)));
        pages.MapGet(EmbedPaths.DemoPath + "/{name}", Sample);
        OpenSearch.Map(pages);
    }

    internal static RazorComponentResult Search(
        [AsParameters] SearchParameters parameters, ReadingSession session, CancellationToken cancellationToken) =>
        PageFaults.Page(parameters, request =>
        {
            if (string.IsNullOrWhiteSpace(request.Query))
            {
                return PageResults.Of<EmbedPage>(new SearchModel(request, null, null));
            }

            var outcome = session.Ask(request.ForRecords() with { WithFacets = false }, cancellationToken).Then(inquiry => inquiry.Records);
            return PageResults.Of<EmbedPage>(new SearchModel(request, outcome.Value, outcome.Fault), PageFaults.StatusOf(outcome.Fault));
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

    internal static Results<RazorComponentResult, NotFound> Sample(
        string name, HttpContext context, HostSettings settings, PageView view) =>
        EmbedSample.All(SiteAddress.Of(context, settings), view.Texts).FirstOrDefault(sample => sample.Name == name) is { } sample
            ? PageResults.Of<SamplePage>(sample)
            : TypedResults.NotFound();
}
