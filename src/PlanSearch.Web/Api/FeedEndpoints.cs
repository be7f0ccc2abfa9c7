using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlanSearch.Answers.Changes;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Feeds;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/feed</c> and <c>/feed</c>: how the mentions of a search change. A search is saved by its address.</summary>
internal static class FeedEndpoints
{
    /// <summary>Changes a page where nobody says how many.</summary>
    public const int UsualSize = 50;

    private const string Atom = "atom";
    private const string Json = "json";
    private const string Since = "since";

    // Two changes in one second would have one time: so soon after a change only the tag tells them apart.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    public static void MapFeed(this IEndpointRouteBuilder routes) => routes.MapGet("/feed", Feed)
        .WithTags("Search").WithName("Feed")
        .WithSummary("How the mentions of a search have changed: added, removed, changed, and when plans were read by other rules.")
        .WithDescription(
            "The parameters of a search. Without since, every change that is known, newest first, with lasting ids and times, by pages; "
            + "with since, exactly the difference between that generation and this one. A generation that is known no longer answers 410 "
            + "with the oldest that is, never a part. JSON Feed 1.1 or Atom 1.0.")
        .WithMetadata(new StreamedFormats([FeedFormats.AtomType]))
        .Produces<JsonFeed>(StatusCodes.Status200OK, FeedFormats.JsonType)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status410Gone);

    /// <summary>The address that feed readers are given: Atom where nothing is said.</summary>
    public static void MapFeedPage(this IEndpointRouteBuilder routes) => routes.MapGet(
            "/feed",
            (
                HttpContext http, [AsParameters] SearchParameters parameters, [FromQuery(Name = Since)] long? since, string? format,
                ReadingSession session, PublicLinks links, TimeProvider clock, CancellationToken cancellationToken) =>
                Answer(
                    new FeedCall(http, session, links, clock),
                    parameters,
                    since,
                    string.IsNullOrEmpty(format) ? Atom : format,
                    cancellationToken))
        .AddEndpointFilter<RouteHandlerBuilder, EntityTag>();

    internal static Results<JsonHttpResult<JsonFeed>, ContentHttpResult, StatusCodeHttpResult, ProblemHttpResult> Feed(
        HttpContext http,
        [AsParameters] SearchParameters parameters,
        [FromQuery(Name = Since), Description("The generation of an earlier answer: the feed is what has changed since. Absent: every "
            + "change that is known.")]
        long? since,
        [FromQuery(Name = "format"), Description("json (JSON Feed 1.1) or atom (Atom 1.0); json if absent.")]
        string? format,
        ReadingSession session,
        PublicLinks links,
        TimeProvider clock,
        CancellationToken cancellationToken) =>
        Answer(
            new FeedCall(http, session, links, clock), parameters, since, string.IsNullOrEmpty(format) ? Json : format, cancellationToken);

    private static Results<JsonHttpResult<JsonFeed>, ContentHttpResult, StatusCodeHttpResult, ProblemHttpResult> Answer(
        FeedCall asked, SearchParameters parameters, long? since, string format, CancellationToken cancellationToken)
    {
        if (format is not (Atom or Json))
        {
            return Problems.Of(new RequestFault(FaultKinds.ParameterInvalid, "format 只能是 json、atom 之一。"));
        }

        if (asked.IsKnown())
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var (feed, fault) = (parameters with { Size = parameters.Size ?? UsualSize }).ToRequest(Since)
            .Then(
                search => asked.Session.At(search.Cursor)
                    .Then(reader => ChangeFeed.Answer(reader, search with { Sample = null }, since, cancellationToken)));
        if (feed is null)
        {
            return Problems.Of(fault!);
        }

        asked.Http.Response.LinkPages(feed.Next);
        var page = new FeedPage(feed, asked.Links.OfFile(asked.Http.Request), asked.Http.Request);
        return format == Atom
            ? TypedResults.Text(FeedFormats.Atom(page), FeedFormats.AtomType + "; charset=utf-8")
            : TypedResults.Json(FeedFormats.Json(page), contentType: FeedFormats.JsonType + "; charset=utf-8");
    }

    private sealed record FeedCall(HttpContext Http, ReadingSession Session, PublicLinks Links, TimeProvider Clock)
    {
        /// <summary>Whether the asker has everything up to the last change; says when that was.</summary>
        public bool IsKnown()
        {
            var changed = Session.Reader.LastChange;
            var headers = Http.Request.GetTypedHeaders();
            if (Clock.GetUtcNow() - changed < Settled)
            {
                return false;
            }

            Http.Response.GetTypedHeaders().LastModified = changed;
            return headers.IfNoneMatch.Count == 0
                && headers.IfModifiedSince is { } known
                && changed.ToUnixTimeSeconds() <= known.ToUnixTimeSeconds();
        }
    }
}
