using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Faults;

/// <summary>A fault as problem+json (RFC 9457): a stable <c>code</c>, and for queries the <c>offset</c> and a <c>proposal</c>.</summary>
internal static class Problems
{
    /// <summary>The problem of a fault the corpus named.</summary>
    public static ProblemHttpResult Of(RequestFault fault) => Of(StatusOf(fault), fault);

    /// <summary>The problem of a fault, under a status of its own.</summary>
    public static ProblemHttpResult Of(int status, RequestFault fault)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = fault.Code };
        if (fault.Offset is { } offset)
        {
            extensions["offset"] = offset;
        }

        if (fault.Proposal is { } proposal)
        {
            extensions["proposal"] = proposal;
        }

        return TypedResults.Problem(detail: fault.Message, statusCode: status, extensions: extensions);
    }

    /// <summary>The status a fault is answered with, on page and API alike.</summary>
    public static int StatusOf(RequestFault fault) => FaultKinds.Of(fault.Code).Status ?? StatusCodes.Status400BadRequest;
}
