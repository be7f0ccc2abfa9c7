using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Pages.Frame;

/// <summary>Components as answers.</summary>
internal static class PageResults
{
    /// <summary>A component as a whole page, sent when all of it is made.</summary>
    public static RazorComponentResult Of<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(typeof(TPage), new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page that takes no model.</summary>
    public static RazorComponentResult Of<TPage>()
        where TPage : IComponent =>
        new(typeof(TPage), new Dictionary<string, object?>()) { PreventStreamingRendering = true };

    /// <summary>The page that says why there is no other.</summary>
    public static RazorComponentResult Fault(int status, RequestFault fault) => Of<FaultPage>(new FaultModel(status, fault), status);
}
