using Microsoft.AspNetCore.Http.Features;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Bounds;

/// <summary>A form of fields and small files, read in memory and within bounds.</summary>
internal static class BoundedForm
{
    private const int MaxFields = 10_000;

    /// <summary>Lets the host take a body of that length.</summary>
    public static void Bound(HttpRequest request, long maxBytes)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = maxBytes;
        }
    }

    /// <summary>The form, or why it cannot be read (<c>parameter_invalid</c>).</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">How long its body, and a field of it, may be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Outcome<IFormCollection>> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return new RequestFault(FaultKinds.ParameterInvalid, "须为表单。");
        }

        Bound(request, maxBytes);

        try
        {
            var bounds = new FormOptions
            {
                BufferBodyLengthLimit = maxBytes,
                MemoryBufferThreshold = maxBytes,
                MultipartBodyLengthLimit = maxBytes,
                ValueLengthLimit = maxBytes,
                ValueCountLimit = MaxFields,
            };
            return new Outcome<IFormCollection>(await request.ReadFormAsync(bounds, cancellationToken), null);
        }
        catch (InvalidDataException broken)
        {
            return new RequestFault(FaultKinds.ParameterInvalid, "表单不完整或太大：" + broken.Message);
        }
    }
}
