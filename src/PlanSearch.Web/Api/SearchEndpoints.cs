using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/search</c>: records that satisfy a query, with exact totals.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/search").WithTags("Search")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone);
        group.MapGet("", Search)
            .WithName("Search")
            .WithSummary("Find sections, boxes and tables of plans.")
            .WithDescription("One page of records with the certificate of the whole answer. "
                + "A query that cannot be read answers 400 with code, offset and a proposal; a cursor whose generation is gone, 410.");
        group.MapPost("", SearchByBody)
            .WithName("SearchByBody")
            .WithSummary("The same, with the search in the body.")
            .WithDescription(
                "For queries too long for an address. Every further field of the body is a filter, a value or a list of values.");
    }

    internal static Results<Ok<SearchAnswer>, ProblemHttpResult> Search(
        [AsParameters] SearchParameters parameters, ReadingSession session, PublicLinks links, CancellationToken cancellationToken)
    {
        var (answer, fault) = parameters.ToRequest()
            .Then(
                request => Answer(
                    request, new Extras(parameters.Aside is true, parameters.Longer is true), session, links, cancellationToken));
        if (answer is null)
        {
            return Problems.Of(fault!);
        }

        parameters.Http.HttpContext.Response.LinkPages(answer.Next);
        return TypedResults.Ok(answer);
    }

    internal static Results<Ok<SearchAnswer>, ProblemHttpResult> SearchByBody(
        SearchBody body, ReadingSession session, PublicLinks links, CancellationToken cancellationToken) =>
        body.ToRequest()
            .Then(request => Answer(request, new Extras(body.Aside is true, body.Longer is true), session, links, cancellationToken))
            .ToResult();

    private static Outcome<SearchAnswer> Answer(
        SearchRequest request, Extras extras, ReadingSession session, PublicLinks links, CancellationToken cancellationToken) =>
        session.Ask(request.ForRecords(), cancellationToken)
            .Then(inquiry => inquiry.Records.Then<SearchAnswer>(answer =>
                answer with { Aside = extras.WithAside ? inquiry.Aside : null, Longer = extras.WithLonger ? inquiry.Longer : null }))
            .Then<SearchAnswer>(answer => new ShortLists(links).Of(links.In(answer), request));

    private sealed record Extras(bool WithAside, bool WithLonger);
}
