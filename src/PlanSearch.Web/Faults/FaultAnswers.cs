using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Faults;

/// <summary>Makes the page that says why there is no other; given by the pages, for what is refused before any of them is asked.</summary>
internal delegate IResult FaultPageMaker(int status, RequestFault fault);

/// <summary>Answers with a fault: as a problem under /api, as a page elsewhere.</summary>
internal static class FaultAnswers
{
    /// <summary>Answers with it, under the status of its kind.</summary>
    public static Task AnswerAsync(HttpContext context, RequestFault fault) => AnswerAsync(context, Problems.StatusOf(fault), fault);

    /// <summary>Answers with it, under a status that the server itself gave.</summary>
    public static Task AnswerAsync(HttpContext context, int status, RequestFault fault)
    {
        var answer = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? Problems.Of(status, fault)
            : context.RequestServices.GetRequiredService<FaultPageMaker>()(status, fault);
        return answer.ExecuteAsync(context);
    }
}
