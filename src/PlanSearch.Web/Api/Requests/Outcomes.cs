using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Api.Requests;

/// <summary>From outcomes of the corpus to answers of the API.</summary>
internal static class Outcomes
{
    /// <summary>The value as 200, or the fault as a problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToResult<T>(this Outcome<T> outcome)
        where T : class =>
        outcome.Value is { } value ? TypedResults.Ok(value) : Problems.Of(outcome.Fault!);

    /// <summary>
    /// Names the first page and the next, when there is one (RFC 8288): the same address with another cursor. A body has no address.
    /// </summary>
    public static void LinkPages(this HttpResponse response, string? next, string parameter = "cursor")
    {
        var request = response.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method))
        {
            var own = request.Query.Where(pair => pair.Key != parameter).ToList();
            var first = $"<{request.PathBase}{request.Path}{QueryString.Create(own)}>; rel=\"first\"";
            response.Headers.Link = next is null
                ? first
                : $"<{request.PathBase}{request.Path}{QueryString.Create(own.Append(new(parameter, next)))}>; rel=\"next\", {first}";
        }
    }
}
