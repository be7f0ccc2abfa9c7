using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Api;

/// <summary>
/// Corrections of a plan's outline by hand, and confirmations: <c>/api/v1/plans/{id}/corrections</c> and <c>/confirmations</c>.
/// </summary>
internal static class OutlineEndpoints
{
    public static void MapOutlineWrites(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/plans/{id}").WithTags("Upkeep").WithMetadata(AccessNeed.Writing);
        group.DisableRequestTimeout();
        group.ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPost("/corrections", Correct)
            .WithName("CorrectLine").WithSummary("Say what a line of a plan is.")
            .WithDescription("Written to the file of corrections beside the plan (name.outline.yaml) by the words of the line, "
                + "so that it holds when lines are added before it. "
                + "Without is the correction of the line is taken back. Answered when it is searchable.");
        group.MapPost("/confirmations", Confirm)
            .WithName("ConfirmPlan").WithSummary("Confirm that a part of a plan is right (已校核).")
            .WithDescription("Written to the same file, with a digest of what is confirmed: "
                + "it lapses (待校核) when the file, its corrections or new rules give something else. "
                + "An outline that is confirmed is no longer in doubt (章节待核). Without by the confirmation is taken back.");
    }

    internal static async Task<Results<Ok<PlanChanged>, ProblemHttpResult>> Correct(
        [Description("The plan's id.")] string id,
        LineBody body,
        PlanUpkeep upkeep,
        Readiness readiness,
        CancellationToken cancellationToken)
    {
        var (change, fault) = body.ToChange();
        return change is null
            ? Problems.Of(fault!)
            : PlanChanged.Answer(await upkeep.CorrectLineAsync(id, change, cancellationToken), readiness);
    }

    internal static async Task<Results<Ok<PlanChanged>, ProblemHttpResult>> Confirm(
        [Description("The plan's id.")] string id,
        ConfirmationBody body,
        PlanUpkeep upkeep,
        Readiness readiness,
        CancellationToken cancellationToken) =>
        OutlineWords.PartOf(body.Part) is { } part
            ? PlanChanged.Answer(await upkeep.ConfirmAsync(id, part, body.By, cancellationToken), readiness)
            : Problems.Of(OutlineWords.PartFault);
}
