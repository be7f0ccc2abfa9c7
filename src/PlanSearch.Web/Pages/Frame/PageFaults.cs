using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Pages.Frame;

/// <summary>What a page answers where its request cannot be.</summary>
internal static class PageFaults
{
    /// <summary>The page of a request, or of the fault that keeps it from being one.</summary>
    public static RazorComponentResult Page(SearchParameters parameters, Func<SearchRequest, RazorComponentResult> page)
    {
        var outcome = parameters.ToRequest();
        return outcome.Value is { } request ? page(request) : FaultOf(outcome.Fault!);
    }

    /// <summary>The page that says what is wrong, with the status its code has.</summary>
    public static RazorComponentResult FaultOf(RequestFault fault) => PageResults.Fault(Problems.StatusOf(fault), fault);

    /// <summary>The status of an answer with or without a fault.</summary>
    public static int StatusOf(RequestFault? fault) => fault is null ? StatusCodes.Status200OK : Problems.StatusOf(fault);
}
