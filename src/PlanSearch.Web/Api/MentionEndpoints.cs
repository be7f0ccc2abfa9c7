using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/mentions</c>: every mention in its line, by pages or as one stream.</summary>
internal static class MentionEndpoints
{
    private static readonly StreamedFormats Formats = new([.. MentionDownload.All.Select(download => download.ContentType)]);

    public static void MapMentions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/mentions").WithTags("Search").WithMetadata(Formats)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone);
        group.MapGet("", Mentions)
            .WithName("Mentions")
            .WithSummary("List every mention with its place.")
            .WithDescription(
                "In document order, or by what stands beside them with sort=left and sort=right. ndjson, csv, xlsx, docx and citations "
                + "are all of them, in document order, whatever sort, size and cursor say; each ends with the certificate, and a stream "
                + "that breaks ends without it. docx has a sentence a row with all its mentions; it takes as many as wordMentions of the "
                + "limits; more are refused (too_many_for_word), never cut.");
        group.MapPost("", MentionsByBody)
            .WithName("MentionsByBody")
            .WithSummary("The same, with the search in the body.")
            .WithDescription(
                "For queries too long for an address. Every further field of the body is a filter, a value or a list of values.");
    }

    internal static Results<Ok<MentionsAnswer>, PushStreamHttpResult, ProblemHttpResult> Mentions(
        [AsParameters] SearchParameters parameters,
        [FromQuery(Name = "format"), Description("json (a page), or ndjson, csv, xlsx (all, a row each), docx (all, a sentence a row; "
            + "bounded), citations (all, as text to paste); json if absent.")]
        string? format,
        [FromQuery(Name = "coding"), Description("Names of blank columns behind those of csv and xlsx, for whoever codes the mentions, "
            + "with commas between: 编码,备注.")]
        string? coding,
        [AsParameters] MentionServices services,
        CancellationToken cancellationToken) =>
        Answer(
            (IsByNeighbour(parameters.Sort) ? parameters with { Sort = null } : parameters).ToRequest(),
            format,
            new MentionCall(parameters.Http.HttpContext, services, OrderOf(parameters.Sort), coding),
            cancellationToken);

    internal static Results<Ok<MentionsAnswer>, PushStreamHttpResult, ProblemHttpResult> MentionsByBody(
        SearchBody body, HttpContext http, [AsParameters] MentionServices services, CancellationToken cancellationToken) =>
        Answer(
            (IsByNeighbour(body.Sort) ? body with { Sort = null } : body).ToRequest(),
            body.Format,
            new MentionCall(http, services, OrderOf(body.Sort), body.Coding),
            cancellationToken);

    private static bool IsByNeighbour(string? sort) => OrderOf(sort) is not MentionOrder.Document;

    private static MentionOrder OrderOf(string? sort) => sort switch
    {
        "left" => MentionOrder.Left,
        "right" => MentionOrder.Right,
        _ => MentionOrder.Document,
    };

    private static Results<Ok<MentionsAnswer>, PushStreamHttpResult, ProblemHttpResult> Answer(
        Outcome<SearchRequest> request, string? format, MentionCall asked, CancellationToken cancellationToken) =>
        format is null or "" or "json" ? Page(request, asked, cancellationToken) : All(request, format, asked, cancellationToken);

    private static Results<Ok<MentionsAnswer>, PushStreamHttpResult, ProblemHttpResult> Page(
        Outcome<SearchRequest> request, MentionCall asked, CancellationToken cancellationToken)
    {
        var outcome = request.Then(search => asked.Services.Session.Ask(search.ForMentions(), cancellationToken)
            .Then(inquiry => inquiry.Mentions(asked.Order))
            .Then<MentionsAnswer>(answer => new ShortLists(asked.Services.Links).Of(answer, search)));
        if (outcome is not { Value: { } answer })
        {
            return Problems.Of(outcome.Fault!);
        }

        asked.Http.Response.LinkPages(answer.Next);
        return TypedResults.Ok(asked.Services.Links.In(answer));
    }

    private static Results<Ok<MentionsAnswer>, PushStreamHttpResult, ProblemHttpResult> All(
        Outcome<SearchRequest> request, string format, MentionCall asked, CancellationToken cancellationToken)
    {
        if (MentionDownload.Of(format) is not { } download)
        {
            var known = string.Join('、', MentionDownload.All.Select(each => each.Format).Prepend("json"));
            return Problems.Of(new RequestFault(FaultKinds.ParameterInvalid, $"format 只能是 {known} 之一。"));
        }

        var outcome = request.Then(search => CodingColumns.Read(asked.Coding)
            .Then(coding => asked.Services.Session.Ask(search.ForMentions() with { Cursor = null }, cancellationToken)
                .Then<MentionStream>(inquiry => inquiry.Stream() with { Coding = coding.Names })));
        if (outcome is not { Value: { } mentions })
        {
            return Problems.Of(outcome.Fault!);
        }

        // Found in time; how long it takes to fetch them is up to whoever fetches.
        asked.Http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        var links = asked.Services.Links.OfFile(asked.Http.Request);
        var proved = mentions with { Proof = links.To(CertificateAddress.Of(mentions.Certificate)) };
        var (file, fault) = download.Send(asked.Http, proved, asked.Services.Settings.Corpus, links, cancellationToken);
        return file is null ? Problems.Of(fault!) : file;
    }

    private sealed record MentionCall(HttpContext Http, MentionServices Services, MentionOrder Order, string? Coding);
}

/// <summary>What the mentions are answered with.</summary>
internal sealed record MentionServices(ReadingSession Session, PublicLinks Links, HostSettings Settings);
