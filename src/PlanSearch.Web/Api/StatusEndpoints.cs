using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Web.Access;
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
            .WithName("Ready").WithTags("Status").WithSummary("An index is open, and the plans folders are there.")
            .WithDescription(
                "503 otherwise, with the reason: index_missing, root_missing (a folder the index has plans from is not there), "
                + "root_shrunk (it has lost all or more than half of them). Searching goes on with what was there before.")
            .Produces<Health>(StatusCodes.Status503ServiceUnavailable);
    }

    internal static Ok<CorpusStatus> Status(ReadingSession session) => TypedResults.Ok(session.Reader.Status);

    internal static Ok<Health> Live() => TypedResults.Ok(new Health("live"));

    internal static Results<Ok<Health>, JsonHttpResult<Health>> Ready(Readiness readiness) => readiness.Reason is { } reason
        ? TypedResults.Json(new Health("not_ready", reason), statusCode: StatusCodes.Status503ServiceUnavailable)
        : TypedResults.Ok(new Health("ready"));
}

/// <summary>How the host is.</summary>
/// <param name="State">live, ready or not_ready.</param>
/// <param name="Reason">Why it is not ready: index_missing, root_missing or root_shrunk; absent when it is.</param>
internal sealed record Health(string State, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
