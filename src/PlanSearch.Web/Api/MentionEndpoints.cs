using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/mentions</c>: every mention in its line, by pages or as one stream.</summary>
internal static class MentionEndpoints
{
    public static void MapMentions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/mentions").WithTags("Search")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone);
        group.MapGet("", Mentions)
            .WithName("Mentions")
            .WithSummary("List every mention with its place.")
            .WithDescription("In document order. format=ndjson and format=csv stream all of them, whatever size and cursor say; "
                + "ndjson ends with the certificate, and a stream that breaks ends without it.");
        group.MapPost("", MentionsByBody)
            .WithName("MentionsByBody")
            .WithSummary("The same, with the search in the body.");
    }

    internal static Results<Ok<MentionsAnswer>, PushStreamHttpResult, ProblemHttpResult> Mentions(
        [AsParameters] SearchParameters parameters,
        [FromQuery(Name = "format"), Description("json (a page), ndjson or csv (all); json if absent.")] string? format,
        PlanCorpus corpus,
        CancellationToken cancellationToken)
    {
        var request = parameters.ToRequest();
        return format is null or "" or "json"
            ? Page(request, corpus, parameters.Http.HttpContext.Response, cancellationToken)
            : All(request, format, corpus, cancellationToken);
    }

    internal static Results<Ok<MentionsAnswer>, PushStreamHttpResult, ProblemHttpResult> MentionsByBody(
        SearchBody body, PlanCorpus corpus, HttpResponse response, CancellationToken cancellationToken) =>
        body.Format is null or "" or "json"
            ? Page(body.ToRequest(), corpus, response, cancellationToken)
            : All(body.ToRequest(), body.Format, corpus, cancellationToken);

    private static Results<Ok<MentionsAnswer>, PushStreamHttpResult, ProblemHttpResult> Page(
        Outcome<SearchRequest> request, PlanCorpus corpus, HttpResponse response, CancellationToken cancellationToken)
    {
        var outcome = request.Then(asked => corpus.Mentions(asked, cancellationToken));
        if (outcome is not { Value: { } answer })
        {
            return Problems.Of(outcome.Fault!);
        }

        response.LinkNext(HttpMethods.IsGet(response.HttpContext.Request.Method) ? answer.Next : null);
        return TypedResults.Ok(answer);
    }

    private static Results<Ok<MentionsAnswer>, PushStreamHttpResult, ProblemHttpResult> All(
        Outcome<SearchRequest> request, string format, PlanCorpus corpus, CancellationToken cancellationToken)
    {
        if (MentionDownload.Of(format) is not { } download)
        {
            return Problems.Of(new RequestFault("parameter_invalid", "format 只能是 json、ndjson 或 csv。"));
        }

        var outcome = request.Then(asked => corpus.StreamMentions(asked, cancellationToken));
        return outcome.Value is { } mentions ? download.Send(mentions, cancellationToken) : Problems.Of(outcome.Fault!);
    }
}
