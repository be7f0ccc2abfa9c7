using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/collocates</c>: what is said around the mentions of a search.</summary>
internal static class CollocateEndpoints
{
    public static void MapCollocates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/collocates").WithTags("Search")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("", Collocates)
            .WithName("Collocates")
            .WithSummary("What is said around the mentions: the characters next to them, and the words.")
            .WithDescription(
                "Words are cut by a dictionary of everyday Chinese, the lexicon of the installation and the words that headings, boxes, "
                + "entries and tables of these plans have of their own; they never decide what is found. near lists the words in the same "
                + "sentence that are there significantly more often than in the plans searched, by Dunning's log-likelihood; its formula "
                + "is that of logLikelihood. Size, sort and cursor are not looked at.");
        group.MapPost("", CollocatesByBody)
            .WithName("CollocatesByBody")
            .WithSummary("The same, with the search in the body.")
            .WithDescription(
                "For queries too long for an address. Every further field of the body is a filter, a value or a list of values.");
    }

    internal static Results<Ok<CollocatesAnswer>, ProblemHttpResult> Collocates(
        [AsParameters] SearchParameters parameters, ReadingSession session, PublicLinks links, CancellationToken cancellationToken) =>
        parameters.ToRequest().Then(request => Answer(request, session, links, cancellationToken)).ToResult();

    internal static Results<Ok<CollocatesAnswer>, ProblemHttpResult> CollocatesByBody(
        SearchBody body, ReadingSession session, PublicLinks links, CancellationToken cancellationToken) =>
        body.ToRequest().Then(request => Answer(request, session, links, cancellationToken)).ToResult();

    private static Outcome<CollocatesAnswer> Answer(
        SearchRequest request, ReadingSession session, PublicLinks links, CancellationToken cancellationToken) =>
        session.Ask(request.ForMentions() with { Cursor = null }, cancellationToken)
            .Then<CollocatesAnswer>(inquiry => new ShortLists(links).Of(inquiry.Collocates, request));
}
