using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Pages.Frame;

namespace PlanSearch.Web.Pages.Collection;

/// <summary>规划信息表: the table of what is known of the plans, out and in, without script.</summary>
internal static class MetadataPages
{
    public static void MapMetadataPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/metadata", () => PageResults.Of<MetadataPage>(new MetadataModel(null, null)));
        pages.MapPost("/metadata", Import).DisableRequestTimeout();
    }

    /// <summary>Answers with the page itself: reloading it imports the same table once more, which changes nothing.</summary>
    internal static async Task<RazorComponentResult> Import(
        HttpRequest request, [AsParameters] UpkeepServices services, CancellationToken cancellationToken)
    {
        var (form, fault) = await SentForm.ReadAsync(request, services.Settings.MaxUploadBytes, services.Refusal, cancellationToken);
        if (form is not null && (fault = services.Refusal(form)) is null)
        {
            var outcome = form.File is { Content.Length: > 0 } file
                ? await services.Upkeep.ImportAsync(file.Content.ToArray(), cancellationToken)
                : UpkeepEndpoints.NoFile();
            if (outcome.Value is { } report)
            {
                return PageResults.Of<MetadataPage>(new MetadataModel(report, null));
            }

            fault = outcome.Fault;
        }

        return PageResults.Of<MetadataPage>(new MetadataModel(null, fault), UpkeepEndpoints.StatusOf(fault!));
    }
}

/// <summary>What the page of the metadata table shows.</summary>
/// <param name="Report">What an import has done; null when there was none.</param>
/// <param name="Fault">Why it has done nothing; null when it did, or when there was none.</param>
public sealed record MetadataModel(MetadataImportReport? Report, RequestFault? Fault);
