using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/metadata</c>: what is known of all plans as one table, and back.</summary>
internal static class MetadataEndpoints
{
    /// <summary>The table out.</summary>
    public static void MapMetadataExport(this IEndpointRouteBuilder routes) => routes.MapGet("/metadata", Export)
        .WithTags("Upkeep").WithName("Metadata").WithSummary("What is known of all plans, as a table.")
        .WithDescription("A row a plan, in division order; the collection's own columns come last. What a spreadsheet would take for a "
            + "formula has a ' in front in CSV.")
        .Produces(StatusCodes.Status200OK)
            .WithMetadata(new StreamedFormats([.. MetadataDownload.All.Select(download => download.ContentType)]))
        .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>The table back in.</summary>
    public static void MapMetadataImport(this IEndpointRouteBuilder routes) => routes.MapPost("/metadata", Import)
        .WithTags("Upkeep").WithName("ImportMetadata").WithSummary("Correct what is known of many plans, by a table.")
        .WithDescription(
            "CSV or xlsx as the export writes it, as the body or as the field file of a form; the column 编号 says which plan a row is "
            + "about. An empty cell takes back what was corrected, a column that is not there is not touched, an unknown column becomes a "
            + "column of the collection. Rows that cannot be taken are named; the others are in place and searchable when this is "
            + "answered.")
        .WithMetadata(AccessNeed.Writing, UploadedFile.Metadata).DisableRequestTimeout()
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    internal static Results<PushStreamHttpResult, ProblemHttpResult> Export(
        [Description("csv or xlsx; csv if absent.")] string? format, ReadingSession session, CancellationToken cancellationToken) =>
        MetadataDownload.Of(format) is { } download
            ? download.Send(session.Reader, cancellationToken)
            : Problems.Of(new RequestFault(FaultKinds.FormatUnknown, $"没有“{format}”格式，可选：csv、xlsx。"));

    internal static async Task<Results<Ok<MetadataImportReport>, ProblemHttpResult>> Import(
        HttpRequest request, HostSettings settings, PlanUpkeep upkeep, CancellationToken cancellationToken)
    {
        var (upload, fault) = await Upload.ReadAsync(request, settings.MaxUploadBytes, cancellationToken);
        return upload is null
            ? Problems.Of(fault!)
            : (await upkeep.ImportAsync(upload.Content.ToArray(), cancellationToken)).ToResult();
    }
}
