using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Topics;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Pages.Collection;
using PlanSearch.Web.Pages.Frame;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.Topics;

/// <summary>The topic sets, one of them, and the forms that choose and add its words; all without script.</summary>
internal static class TopicPages
{
    private const string WordField = "word";

    public static void MapTopicPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/topics", (string? q, ReadingSession session) =>
            PageResults.Of<TopicsPage>(
                new TopicsModel(session.Reader.Vocabulary.Topics.Topics, session.Reader.TopicsFault, (q ?? "").Trim())));
        pages.MapGet("/topics/{name}", Topic);
        pages.MapPost("/topics/{name}", Add);
        pages.MapGet("/search/topic", Choose);
    }

    internal static RazorComponentResult Topic(string name, string? done, ReadingSession session, CancellationToken cancellationToken) =>
        Page(name, model => model with { Done = done ?? "" }, session, cancellationToken);

    /// <summary>Continues to the search with the words that are ticked.</summary>
    internal static Results<RedirectHttpResult, RazorComponentResult> Choose(
        [AsParameters] SearchParameters parameters, string? topic, string[]? word, ReadingSession session, SiteLinks links)
    {
        var (request, fault) = parameters.ToRequest("topic", WordField);
        if (request is not null)
        {
            var (query, refused) = TopicChoice.Of(session.Reader.Vocabulary, request.Query, topic ?? "", word ?? []);
            if (query is not null)
            {
                return TypedResults.Redirect(links.SearchAddress(request with { Query = query, Mode = QueryMode.Expression, Cursor = null }));
            }

            fault = refused;
        }

        return PageFaults.FaultOf(fault!);
    }

    internal static async Task<IResult> Add(
        string name, HttpRequest request, [AsParameters] UpkeepServices services, TopicUpkeep topics, CancellationToken cancellationToken)
    {
        var (form, fault) = await SentForm.ReadAsync(request, services.Settings.MaxUploadBytes, services.Refusal, cancellationToken);
        if (form is not null && (fault = services.Refusal(form)) is null)
        {
            var (topic, refused) = topics.AddMember(name, form[WordField]);
            if (topic is not null)
            {
                // The page is asked for anew, so that reloading it sends nothing twice.
                request.HttpContext.Response.Headers.Location = services.Links.TopicAfter(topic.Name, topic.Members[^1]);
                return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
            }

            fault = refused;
        }

        return Page(name, model => model with { Fault = fault }, services.Session, cancellationToken);
    }

    private static RazorComponentResult Page(
        string name, Func<TopicModel, TopicModel> change, ReadingSession session, CancellationToken cancellationToken)
    {
        var (report, fault) = TopicReporter.Report(session.Reader, name, cancellationToken);
        if (report is null)
        {
            return PageFaults.FaultOf(fault!);
        }

        var model = change(new TopicModel(report));
        return PageResults.Of<TopicPage>(model, model.Fault is null ? StatusCodes.Status200OK : UpkeepEndpoints.StatusOf(model.Fault));
    }
}

/// <summary>What the list of topic sets shows.</summary>
/// <param name="Topics">The sets that are in force.</param>
/// <param name="Fault">Why those of topics.yaml are not; null when they are.</param>
/// <param name="Wanted">What their names or words are to have in them; empty for all.</param>
public sealed record TopicsModel(ImmutableArray<Topic> Topics, string? Fault, string Wanted)
{
    /// <summary>Those that have it, in their order.</summary>
    public ImmutableArray<Topic> Shown { get; } =
        [.. Topics.Where(
            topic => topic.Members.Prepend(topic.Name).Any(word => word.Contains(Wanted, StringComparison.OrdinalIgnoreCase)))];
}

/// <summary>What the page of a topic set shows.</summary>
/// <param name="Report">The set.</param>
public sealed record TopicModel(TopicReport Report)
{
    /// <summary>The word that was added last; empty for none.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the form that was sent changed nothing; null when none was sent.</summary>
    public RequestFault? Fault { get; init; }
}
