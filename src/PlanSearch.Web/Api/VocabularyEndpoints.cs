using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Words;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/suggest</c> and <c>/api/v1/topics</c>: what could be asked.</summary>
internal static class VocabularyEndpoints
{
    private const int UsualCount = 10;

    public static void MapVocabulary(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Vocabulary");
        group.MapGet("/suggest", Suggest)
            .WithName("Suggest").WithSummary("What the beginning of a query could become.")
            .WithDescription("Topics and words first, then headings, boxes and entries of the plans. Nothing for an empty beginning. "
                + "Where nothing begins with it or holds it, what may have been meant by a wrong character: of kind spelling.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/topics", Topics)
            .WithName("Topics").WithSummary("The topic sets.").WithDescription("Each is asked by its name: #氢能.");
    }

    internal static Results<Ok<SuggestAnswer>, ProblemHttpResult> Suggest(
        [FromQuery(Name = "q"), Description("What is typed so far.")] string? query,
        [FromQuery(Name = "count"), Description("The most suggestions, 1 to 30; 10 if absent.")] int? count,
        ReadingSession session,
        CancellationToken cancellationToken) =>
        query is { Length: > SearchRequest.MaxQueryLength } ? Problems.Of(new RequestFault(FaultKinds.QueryTooLong, "检索词太长。"))
        : count is < 1 or > Suggestion.MaxCount
            ? Problems.Of(new RequestFault(FaultKinds.ParameterInvalid, $"count 在 1 到 {Suggestion.MaxCount} 之间。"))
        : TypedResults.Ok(new SuggestAnswer([.. Suggestion.Find(session.Reader, query ?? "", count ?? UsualCount, cancellationToken)]));

    internal static Ok<TopicsAnswer> Topics(ReadingSession session) =>
        TypedResults.Ok(new TopicsAnswer(session.Reader.Vocabulary.Topics.Topics));
}

/// <summary>What a query could become.</summary>
/// <param name="Suggestions">The likeliest first.</param>
internal sealed record SuggestAnswer(ImmutableArray<Suggestion> Suggestions);

/// <summary>The topic sets of the installation.</summary>
/// <param name="Topics">In the order of their file.</param>
internal sealed record TopicsAnswer(ImmutableArray<Topic> Topics);
