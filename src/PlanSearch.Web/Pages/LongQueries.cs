using Microsoft.Extensions.Primitives;
using PlanSearch.Answers.Citations;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Access;
using PlanSearch.Web.Bounds;
using PlanSearch.Web.Pages.Frame;

namespace PlanSearch.Web.Pages;

/// <summary>What is too long for an address is posted, and answered by the address that says it as a code.</summary>
/// <remarks>From there on pages, filters, files and steps back are those of any search.</remarks>
internal static class LongQueries
{
    private const int MaxBytes = 128 << 10;

    public static void MapLongQueries(this IEndpointRouteBuilder pages)
    {
        foreach (var page in (string[])["/search", "/plans/{id}"])
        {
            pages.MapPost(page, ShortenAsync).WithMetadata(AccessNeed.Asking);
        }
    }

    internal static async Task<IResult> ShortenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (form, fault) = await BoundedForm.ReadAsync(request, MaxBytes, cancellationToken);
        if (form is null)
        {
            return PageFaults.FaultOf(fault!);
        }

        var query = form[AddressQuery.Plain].ToString();
        if (query.Length > SearchRequest.MaxQueryLength)
        {
            return PageFaults.FaultOf(new RequestFault(FaultKinds.QueryTooLong, $"检索词最多 {SearchRequest.MaxQueryLength} 字。"));
        }

        var (name, value) = AddressQuery.Of(query);
        var rest = request.Query.Concat(form.Where(field => field.Key != AddressQuery.Plain));
        request.HttpContext.Response.Headers.Location = request.PathBase.ToUriComponent() + request.Path.ToUriComponent()
            + QueryString.Create([new KeyValuePair<string, StringValues>(name, value), .. rest]);
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
