using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/status</c> and <c>/health</c>: what is loaded, is it up, is it serving.</summary>
internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/status", Status)
            .WithName("Status").WithTags("Status").WithSummary("What is loaded.")
            .WithDescription("Generation, digest, plans, and the files that could not be read.");

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithMetadata(AccessNeed.Open).DisableRateLimiting();
        health.MapGet("/live", Live)
            .WithName("Live").WithTags("Status").WithSummary("The process answers.").WithDescription("Asks nothing of the index.");
        health.MapGet("/ready", Ready)
            .WithName("Ready").WithTags("Status").WithSummary("An index is open.").WithDescription("503 until then.")
            .Produces<Health>(StatusCodes.Status503ServiceUnavailable);
    }

    internal static Ok<CorpusStatus> Status(ReadingSession session) => TypedResults.Ok(session.Reader.Status);

    internal static Ok<Health> Live() => TypedResults.Ok(new Health("live"));

    internal static Results<Ok<Health>, JsonHttpResult<Health>> Ready(Readiness readiness) => readiness.Status is not null
        ? TypedResults.Ok(new Health("ready"))
        : TypedResults.Json(new Health("not_ready"), statusCode: StatusCodes.Status503ServiceUnavailable);
}

/// <summary>How the host is.</summary>
/// <param name="State">live, ready or not_ready.</param>
internal sealed record Health(string State);
