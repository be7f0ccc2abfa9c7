using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Web.Api;

/// <summary>From outcomes of the corpus to answers of the API.</summary>
internal static class Outcomes
{
    /// <summary>Goes on with the value; a fault stays as it is.</summary>
    public static Outcome<TNext> Then<T, TNext>(this Outcome<T> outcome, Func<T, Outcome<TNext>> next)
        where T : class
        where TNext : class =>
        outcome.Value is { } value ? next(value) : outcome.Fault!;

    /// <summary>The value as 200, or the fault as a problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToResult<T>(this Outcome<T> outcome)
        where T : class =>
        outcome.Value is { } value ? TypedResults.Ok(value) : Problems.Of(outcome.Fault!);

    /// <summary>Names the next page (RFC 8288) when there is one: the same address with its cursor.</summary>
    public static void LinkNext(this HttpResponse response, string? next)
    {
        if (next is null)
        {
            return;
        }

        var request = response.HttpContext.Request;
        var parameters = request.Query.Where(pair => pair.Key != "cursor").Append(new("cursor", next));
        response.Headers.Link = $"<{request.PathBase}{request.Path}{QueryString.Create(parameters)}>; rel=\"next\"";
    }
}
