using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlanSearch.Answers.Clips;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/clips</c>: a folder of excerpts, looked up in today's plans. Nothing is kept.</summary>
internal static class ClipEndpoints
{
    private static readonly StreamedFormats Formats = new([.. ClipDownload.All.Select(download => download.ContentType)]);

    public static void MapClips(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/clips").WithTags("Clips").WithMetadata(Formats).ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("", Clips)
            .WithName("Clips")
            .WithSummary("Look the excerpts of a folder up, by its link.")
            .WithDescription("Each excerpt comes with its text exactly as the plan has it, or says that the text has changed or is gone; "
                + "it names what was picked (marks) and every mention of its search in that text (mentions). "
                + "The answer counts both, and for each search beside its certificate how many of its mentions the folder holds "
                + "(excerpted). docx, xlsx and txt are the same as files; docx has what shows one sentence in one row. Nothing is kept.");
        group.MapPost("", ClipsByBodyAsync)
            .Accepts<ClipsBody>("application/json")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .WithName("ClipsByBody")
            .WithSummary("The same, with the folder in the body.")
            .WithDescription("The body is the file that the page of a folder saves; a member that is wrong is named with its place. For "
                + "folders too long for a link.");
    }

    internal static Results<Ok<ClipsAnswer>, PushStreamHttpResult, ProblemHttpResult> Clips(
        [FromQuery(Name = "clips"), Description("The folder as the link of its page has it; empty for an empty folder.")] string? clips,
        [FromQuery(Name = "format"), Description("json, docx, xlsx or txt; json if absent.")] string? format,
        HttpRequest request,
        [AsParameters] MentionServices services,
        CancellationToken cancellationToken) =>
        Answer(ClipLink.Read(clips ?? ""), format, request, services, cancellationToken);

    internal static async Task<Results<Ok<ClipsAnswer>, PushStreamHttpResult, ProblemHttpResult>> ClipsByBodyAsync(
        HttpRequest request,
        [FromQuery(Name = "format"), Description("json, docx, xlsx or txt; json if absent.")] string? format,
        [AsParameters] MentionServices services,
        CancellationToken cancellationToken)
    {
        var (sent, fault) = await Upload.OfStreamAsync(
            "", request.Body, Math.Min(ClipFile.MaxBytes, services.Settings.MaxUploadBytes), cancellationToken);
        return Answer(sent is null ? fault! : ClipFile.Read(sent.Content.Span), format, request, services, cancellationToken);
    }

    private static Results<Ok<ClipsAnswer>, PushStreamHttpResult, ProblemHttpResult> Answer(
        Outcome<ClipFolder> read, string? format, HttpRequest request, MentionServices services, CancellationToken cancellationToken)
    {
        if (read.Value is not { } folder)
        {
            return Problems.Of(read.Fault!);
        }

        var answer = new ClipResolver(services.Session.Reader).Answer(folder, cancellationToken);
        if (format is null or "" or "json")
        {
            return TypedResults.Ok(services.Links.In(answer));
        }

        if (ClipDownload.Of(format) is not { } download)
        {
            return Problems.Of(new RequestFault(FaultKinds.ParameterInvalid, "format 只能是 json、docx、xlsx、txt 之一。"));
        }

        var (file, fault) = download.Send(services.Links.OfFile(request).In(answer), services.Settings.Corpus, cancellationToken);
        return file is null ? Problems.Of(fault!) : file;
    }
}
