using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Topics;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/topics/{name}</c>: a topic set over the collection, and a word more for it.</summary>
internal static class TopicEndpoints
{
    /// <summary>The routes that read, open to whoever may read.</summary>
    public static void MapTopics(this IEndpointRouteBuilder routes) => routes.MapGet("/topics/{name}", Topic)
        .WithTags("Vocabulary").WithName("Topic").WithSummary("A topic set, its words counted one by one, and words it may lack.")
        .WithDescription(
            "Every number is that of a search for the query beside it. Proposals are words of the plans that share rare characters with "
            + "the set's words or are listed beside them; they are for a person to decide on and count nowhere.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>The route that writes; it needs a write key.</summary>
    public static void MapTopicUpkeep(this IEndpointRouteBuilder routes) => routes.MapPost("/topics/{name}/members", AddMember)
        .WithTags("Upkeep").WithName("AddMember").WithSummary("Add a word to a topic set.")
        .WithDescription("Written to the installation's own topics.yaml, beside the folder of the index; everything else in the file "
            + "stays as it is. In force when it is answered.")
        .WithMetadata(AccessNeed.Writing)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    internal static Results<Ok<TopicReport>, ProblemHttpResult> Topic(
        [Description("The set, without #.")] string name, ReadingSession session, CancellationToken cancellationToken) =>
        TopicReporter.Report(session.Reader, name, cancellationToken).ToResult();

    internal static Results<Ok<Topic>, ProblemHttpResult> AddMember(
        [Description("The set, without #.")] string name, NewMember member, TopicUpkeep topics) =>
        string.IsNullOrEmpty(member.Word)
            ? Problems.Of(new RequestFault(FaultKinds.MemberInvalid, "word 是空的。"))
            : topics.AddMember(name, member.Word).ToResult();
}

/// <summary>A word for a topic set.</summary>
internal sealed record NewMember
{
    [Description("The word: no signs of the query language, at most 40 code units.")]
    public string? Word { get; init; }
}
