using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Similar;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/plans/{id}/blocks/{anchor}/similar</c>: the sections nearest to a paragraph in words.</summary>
internal static class SimilarEndpoints
{
    public static void MapSimilar(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/plans/{id}/blocks/{anchor}/similar", Similar)
            .WithTags("Plans").WithName("Similar").WithSummary("The sections nearest to a paragraph in words (内容相关).")
            .WithDescription(
                "The words that tell the paragraph from others, at most sixteen, and the sections, boxes and tables of all plans "
                + "ranked by them, as mode=words ranks; each says which of the words it has. They are no mentions of anything. "
                + "Filters and size count; q, mode, sort and cursor are not looked at.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    internal static Results<Ok<SimilarSections>, ProblemHttpResult> Similar(
        [Description("The plan's id.")] string id,
        [Description("The anchor of the block, as permalinks have it behind the #.")] string anchor,
        [AsParameters] SearchParameters parameters,
        ReadingSession session,
        PublicLinks links,
        CancellationToken cancellationToken) =>
        parameters.ToRequest()
            .Then(request => SimilarSections.Of(session.Reader, id, anchor, request, cancellationToken))
            .Then<SimilarSections>(similar => links.In(similar))
            .ToResult();
}
