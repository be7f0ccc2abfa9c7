using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/absent</c> and <c>/api/v1/facets/{name}</c>: all of the lists of which a search gives the beginning.</summary>
internal static class WholeListEndpoints
{
    public static void MapWholeLists(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/absent", Absent)
            .WithTags("Search").WithName("Absent")
            .WithSummary("All plans that do not say it.")
            .WithDescription("The parameters of a search. In three groups: complete plans without a mention, fragments without one, and "
                + "files that could not be searched; in division order.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/facets/{facet}", Facet)
            .WithTags("Search").WithName("Facet")
            .WithSummary("All values of a facet.")
            .WithDescription("The parameters of a search. Counted under all its filters but those of this facet.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    internal static Results<Ok<AbsenceList>, ProblemHttpResult> Absent(
        [AsParameters] SearchParameters parameters, ReadingSession session, CancellationToken cancellationToken) =>
        parameters.ToRequest()
            .Then(request => session.Ask(request.ForMentions() with { Cursor = null }, cancellationToken))
            .Then<AbsenceList>(inquiry => inquiry.Absent)
            .ToResult();

    internal static Results<Ok<Facet>, ProblemHttpResult> Facet(
        [Description("The facet: region, level, or the name of a column of the collection.")] string facet,
        [AsParameters] SearchParameters parameters,
        ReadingSession session,
        CancellationToken cancellationToken) =>
        parameters.ToRequest()
            .Then(request => session.Ask(request.ForMentions() with { Cursor = null, WithFacets = true }, cancellationToken))
            .Then(inquiry => Named(inquiry, facet))
            .ToResult();

    private static Outcome<Facet> Named(Inquiry inquiry, string name) =>
        inquiry.Facets.FirstOrDefault(facet => facet.Name == name) is { } facet
            ? facet
            : new RequestFault(
                FaultKinds.UnknownFacet, $"没有筛选项“{name}”。可用的有：{string.Join('、', inquiry.Facets.Select(known => known.Name))}。");
}
