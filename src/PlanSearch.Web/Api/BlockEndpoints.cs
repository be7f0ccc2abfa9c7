using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlanSearch.Answers.ForReading;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/plans/{id}/blocks</c>: a plan's text block by block, by pages.</summary>
internal static class BlockEndpoints
{
    /// <summary>The most blocks of one page.</summary>
    public const int MaxCount = 1_000;

    private const int UsualCount = 200;

    public static void MapBlocks(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/plans/{id}/blocks", Blocks)
            .WithTags("Plans").WithName("Blocks").WithSummary("A plan's text, block by block, by pages.")
            .WithDescription("In reading order, those that are not searched included. With q mentions are marked.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    internal static Results<Ok<PlanBlocks>, ProblemHttpResult> Blocks(
        [Description("The plan's id.")] string id,
        [AsParameters] BlockRange range,
        [AsParameters] SearchParameters parameters,
        ReadingSession session,
        CancellationToken cancellationToken)
    {
        if (range.Fault is { } fault)
        {
            return Problems.Of(fault);
        }

        var outcome = parameters.ToRequest("from", "count")
            .Then(request => PlanForReading.Read(session.Reader, id, request, cancellationToken));
        if (outcome is not { Value: { } reading })
        {
            return Problems.Of(outcome.Fault!);
        }

        var blocks = PlanBlocks.Of(reading, range.From ?? 0, range.Count ?? UsualCount);
        parameters.Http.HttpContext.Response.LinkPages(blocks.Next?.ToString(CultureInfo.InvariantCulture), "from");
        return TypedResults.Ok(blocks);
    }
}

/// <summary>Which blocks of a plan.</summary>
internal sealed record BlockRange
{
    [FromQuery(Name = "from"), Description("The number of the first block, from 0; 0 if absent.")]
    public int? From { get; init; }

    [FromQuery(Name = "count"), Description("How many blocks, 1 to 1000; 200 if absent.")]
    public int? Count { get; init; }

    /// <summary>Why there is no such range; null when there is one.</summary>
    public RequestFault? Fault => From is < 0 || Count is < 1 or > BlockEndpoints.MaxCount
        ? new RequestFault(
            FaultKinds.ParameterInvalid, $"from 不小于 0，count 在 1 到 {BlockEndpoints.MaxCount.ToString(CultureInfo.InvariantCulture)} 之间。")
        : null;
}

/// <summary>Some blocks of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Blocks">The blocks, in reading order.</param>
/// <param name="From">The number of the first of them.</param>
/// <param name="Total">How many the plan has.</param>
/// <param name="Mentions">Mentions of the query in the whole plan; 0 without one.</param>
/// <param name="Next">The number of the first block after them; null when there is none.</param>
internal sealed record PlanBlocks(PlanSummary Plan, ImmutableArray<ReadingBlock> Blocks, int From, int Total, int Mentions, int? Next)
{
    public static PlanBlocks Of(PlanReading reading, int from, int count)
    {
        var all = reading.Blocks;
        var start = Math.Min(from, all.Length);
        var end = Math.Min(start + count, all.Length);
        return new PlanBlocks(reading.Plan, all[start..end], start, all.Length, reading.Mentions, end < all.Length ? end : null);
    }
}
