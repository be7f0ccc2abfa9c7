using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Api;

/// <summary>
/// Writing to <c>/api/v1/plans</c>: add, replace, correct, remove. Each is answered when it is searchable, one at a time.
/// </summary>
internal static class WriteEndpoints
{
    private const string AllowDropText =
        "true lets through, this once, that the plans folder has lost all or more than half of its plans; else that is a 409 "
        + "(root_shrunk), because a drive that is not mounted looks the same.";

    public static void MapWrites(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/plans").WithTags("Upkeep").WithMetadata(AccessNeed.Writing);
        group.DisableRequestTimeout();
        group.ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("", Add).WithUpload()
            .WithName("AddPlan").WithSummary("Add a plan.")
            .WithDescription(
                "The file as the body, or as the field file of a form. Answered when it is searchable; on any error but 503 "
                + "(change_unknown: a cluster did not answer, the file stays) nothing has changed: among them 507 "
                + "(disk_full) where the disk is full, and 503 (index_not_writable, folder_not_writable) where it may not be written to. "
                + "The name of the file serves for the id when none is given and for nothing else. 409 (sidecar_exists) where corrected "
                + "metadata of an earlier plan of that id lie.");
        group.MapPut("/{id}", Replace).WithUpload()
            .WithName("ReplacePlan").WithSummary("Put another file in a plan's place.").WithDescription("Its corrected metadata stay.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPatch("/{id}", Correct)
            .WithName("CorrectPlan").WithSummary("Correct what is known of a plan.")
            .WithDescription(
                "Written to the metadata file beside the plan (name.meta.yaml), with its keys: title, short_title, document_number, "
                + "region, level, period, type, issuer, date, state, completeness; any other key is a column of the collection. null "
                + "takes a key away.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapDelete("/{id}", Remove)
            .WithName("RemovePlan")
            .WithSummary("Remove a plan.")
            .WithDescription(
                "With its file and its corrected metadata. 409 (id_ambiguous) where another file of its name, which is no plan of its own, "
                + "would take its place.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal static async Task<Results<Created<PlanChanged>, ProblemHttpResult>> Add(
        [Description("The plan's id: its path under the plans folder without extension, / as ~. If absent, the name of the file.")]
        string? id,
        [Description(AllowDropText)] bool? allowDrop,
        HttpRequest request,
        HostSettings settings,
        PlanUpkeep upkeep,
        Readiness readiness,
        CancellationToken cancellationToken)
    {
        var (upload, fault) = await Upload.ReadAsync(request, settings.MaxUploadBytes, cancellationToken);
        if (upload is null)
        {
            return Problems.Of(fault!);
        }

        var outcome = await upkeep.AddAsync(id ?? PlanId.OfFileName(upload.FileName), upload.Content, allowDrop is true, cancellationToken);
        return outcome.Value is { } change
            ? TypedResults.Created($"{request.PathBase}{request.Path}/{Uri.EscapeDataString(change.Id)}", PlanChanged.Of(change, readiness))
            : Problems.Of(outcome.Fault!);
    }

    internal static async Task<Results<Ok<PlanChanged>, ProblemHttpResult>> Replace(
        [Description("The plan's id.")] string id,
        [Description(AllowDropText)] bool? allowDrop,
        HttpRequest request,
        HostSettings settings,
        PlanUpkeep upkeep,
        Readiness readiness,
        CancellationToken cancellationToken)
    {
        var (upload, fault) = await Upload.ReadAsync(request, settings.MaxUploadBytes, cancellationToken);
        return upload is null
            ? Problems.Of(fault!)
            : PlanChanged.Answer(await upkeep.ReplaceAsync(id, upload.Content, allowDrop is true, cancellationToken), readiness);
    }

    internal static async Task<Results<Ok<PlanChanged>, ProblemHttpResult>> Correct(
        [Description("The plan's id.")] string id,
        Dictionary<string, string?> changes,
        PlanUpkeep upkeep,
        Readiness readiness,
        CancellationToken cancellationToken) =>
        PlanChanged.Answer(await upkeep.CorrectAsync(id, changes, cancellationToken), readiness);

    internal static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        [Description("The plan's id.")] string id, PlanUpkeep upkeep, CancellationToken cancellationToken) =>
        (await upkeep.RemoveAsync(id, cancellationToken)).Fault is { } fault ? Problems.Of(fault) : TypedResults.NoContent();

    private static RouteHandlerBuilder WithUpload(this RouteHandlerBuilder route) => route
        .WithMetadata(UploadedFile.Metadata)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}

/// <summary>A change that is searchable.</summary>
/// <param name="Generation">The generation that has it.</param>
/// <param name="Plan">The plan as it is now.</param>
/// <param name="Warnings">What the ingest said of it.</param>
internal sealed record PlanChanged(long Generation, PlanSummary? Plan, ImmutableArray<string> Warnings)
{
    public static PlanChanged Of(PlanChange change, Readiness readiness) =>
        new(change.Generation, readiness.PlanOf(change.Id), change.Warnings);

    public static Results<Ok<PlanChanged>, ProblemHttpResult> Answer(Outcome<PlanChange> outcome, Readiness readiness) =>
        outcome.Value is { } change ? TypedResults.Ok(Of(change, readiness)) : Problems.Of(outcome.Fault!);
}
