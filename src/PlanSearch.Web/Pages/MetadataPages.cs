using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Web.Api;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Pages;

/// <summary>题录: the table of what is known of the plans, out and in, without script.</summary>
internal static class MetadataPages
{
    public static void MapMetadataPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/metadata", () => PageResults.Of<MetadataPage>(new MetadataModel(null, null)));
        pages.MapPost("/metadata", Import).DisableRequestTimeout();
    }

    /// <summary>The key comes in the form: no browser sends it along on behalf of another site.</summary>
    internal static async Task<RazorComponentResult> Import(
        HttpRequest request, HostSettings settings, AccessKeys keys, PlanUpkeep upkeep, CancellationToken cancellationToken)
    {
        if (!keys.IsWritingOn)
        {
            var off = AccessControl.WriteRefusal(keys, null)!.Value;
            return Refused(off.Status, off.Fault);
        }

        var (upload, fault) = await Upload.ReadAsync(request, settings.MaxUploadBytes, cancellationToken);
        if (upload is null)
        {
            return Refused(Problems.StatusOf(fault!), fault!);
        }

        if (AccessControl.WriteRefusal(keys, upload.Key) is var (status, refusal))
        {
            // No 401: the browser would ask for a password of its own, and the key is asked for on the page.
            return Refused(status == StatusCodes.Status401Unauthorized ? StatusCodes.Status403Forbidden : status, refusal);
        }

        var outcome = await upkeep.ImportAsync(upload.Content.ToArray(), cancellationToken);
        return outcome.Value is { } report
            ? PageResults.Of<MetadataPage>(new MetadataModel(report, null))
            : Refused(Problems.StatusOf(outcome.Fault!), outcome.Fault!);
    }

    private static RazorComponentResult Refused(int status, RequestFault fault) => PageResults.Of<MetadataPage>(new MetadataModel(null, fault), status);
}

/// <summary>What the page of the metadata table shows.</summary>
/// <param name="Report">What an import has done; null when there was none.</param>
/// <param name="Fault">Why it has done nothing; null when it did, or when there was none.</param>
public sealed record MetadataModel(MetadataImportReport? Report, RequestFault? Fault);
