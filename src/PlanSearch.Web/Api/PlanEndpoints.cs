using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.ForReading;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/plans</c>: the collection, and a plan as structure.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/plans").WithTags("Plans");
        group.MapGet("", Plans)
            .WithName("Plans").WithSummary("The plans of the collection.")
            .WithDescription("In division order: level, code, period, id. "
                + "With confirmed only those of which a person has confirmed that part (已校核), and it has not changed since.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/{id}", Plan)
            .WithName("Plan").WithSummary("A plan whole, block by block.")
            .WithDescription("With q its mentions are marked as [start, length] in UTF-16 code units of the block's text.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/outline", Outline)
            .WithName("Outline")
                .WithSummary("A plan's headings.")
                .WithDescription("With q each carries the mentions below it. confidence and reasons say how sure the headings are.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/ledger", Ledger)
            .WithName("Ledger").WithSummary("A plan's 入库报告.").WithDescription("Where every character of the file went, and what was odd.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/source", Source)
            .WithName("Source").WithSummary("The file a plan was read from.")
            .WithDescription("The bytes as they came, as an attachment. 404 when the file is no longer there, 410 when it is no longer "
                + "the one that was read.")
            .Produces(StatusCodes.Status200OK).WithMetadata(new StreamedFormats(PlanSource.ContentTypes))
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }

    internal static Results<Ok<ImmutableArray<PlanSummary>>, ProblemHttpResult> Plans(
        [Description("outline, tables or metadata: only plans of which that is confirmed.")] string? confirmed, ReadingSession session) =>
        confirmed is null ? TypedResults.Ok(session.Reader.Plans)
        : OutlineWords.PartOf(confirmed) is null ? Problems.Of(OutlineWords.PartFault)
        : TypedResults.Ok(ImmutableArray.CreateRange(session.Reader.Plans.Where(plan => plan.IsConfirmed(confirmed))));

    internal static Results<Ok<PlanReading>, ProblemHttpResult> Plan(
        [Description("The plan's id.")] string id,
        [AsParameters] SearchParameters parameters,
        ReadingSession session,
        CancellationToken cancellationToken) =>
        parameters.ToRequest().Then(request => PlanForReading.Read(session.Reader, id, request, cancellationToken)).ToResult();

    internal static Results<Ok<PlanOutline>, ProblemHttpResult> Outline(
        [Description("The plan's id.")] string id,
        [AsParameters] SearchParameters parameters,
        ReadingSession session,
        CancellationToken cancellationToken) =>
        parameters.ToRequest()
            .Then(request => PlanForReading.Read(session.Reader, id, request, cancellationToken))
            .Then<PlanOutline>(reading => new PlanOutline(
                reading.Plan, reading.Nodes, reading.Mentions, reading.Plan.OutlineConfidence, reading.Plan.Outline.Reasons,
                session.Reader.Ledger(id).Value!.Corrections, reading.Plan.Confirmations))
            .ToResult();

    internal static Results<Ok<PlanLedger>, ProblemHttpResult> Ledger(
        [Description("The plan's id.")] string id, ReadingSession session) => session.Reader.Ledger(id).ToResult();

    internal static Results<FileContentHttpResult, ProblemHttpResult> Source(
        [Description("The plan's id.")] string id, ReadingSession session) =>
        session.Reader.Source(id) is var outcome && outcome.Value is { } source
            ? TypedResults.Bytes(source.Bytes, source.ContentType, source.FileName)
            : Problems.Of(outcome.Fault!);
}

/// <summary>A plan's headings without its text.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Nodes">The outline in reading order; index 0 is the root.</param>
/// <param name="Mentions">Mentions of the query in the plan; 0 without one.</param>
/// <param name="Confidence">
/// How sure it is that these are the headings a reader sees, 0 to 1; up to 0.8 they are to be checked before they are cited.
/// </param>
/// <param name="Reasons">What speaks against them, in Chinese, the weightiest first.</param>
/// <param name="Corrections">What people have said of single lines.</param>
/// <param name="Confirmations">What people have confirmed of the plan, and whether that holds.</param>
internal sealed record PlanOutline(
    PlanSummary Plan,
    ImmutableArray<ReadingNode> Nodes,
    int Mentions,
    double Confidence,
    ImmutableArray<string> Reasons,
    ImmutableArray<CorrectionEntry> Corrections,
    ImmutableArray<ConfirmationEntry> Confirmations);
