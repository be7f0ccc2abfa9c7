using System.Globalization;
using Microsoft.Net.Http.Headers;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Api.Requests;

/// <summary>A file that was sent: its bytes, and the name it came with, which is only ever read.</summary>
/// <param name="FileName">Empty when it came without.</param>
/// <param name="Content">The bytes.</param>
internal sealed record Upload(string FileName, ReadOnlyMemory<byte> Content)
{
    /// <summary>The field of a form that holds the file.</summary>
    public const string Field = "file";

    /// <summary>
    /// Reads the body, or the field <see cref="Field"/> of a form, in memory, and stops at the first byte that is too many.
    /// </summary>
    public static async Task<Outcome<Upload>> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes + SentForm.Frame)
        {
            return TooLarge(maxBytes);
        }

        // Whatever else it calls itself is a file: programs send one as an address-encoded form without meaning it.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data")
        {
            SentForm.Bound(request, maxBytes);
            return await OfStreamAsync("", request.Body, maxBytes, cancellationToken);
        }

        var (form, fault) = await SentForm.ReadAsync(request, maxBytes, _ => null, cancellationToken);
        return form is null ? fault! : form.File is { } file ? file : Missing();
    }

    /// <summary>The fault of a request without the file it needs.</summary>
    public static RequestFault Missing() => new(FaultKinds.UploadMissing, $"没有收到文件：请作为请求体发送，或作为表单的 {Field} 字段。");

    /// <summary>What a stream holds, if it is not longer than it may be.</summary>
    internal static async Task<Outcome<Upload>> OfStreamAsync(string name, Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        using var gathered = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (gathered.Length + read > maxBytes)
            {
                return TooLarge(maxBytes);
            }

            gathered.Write(buffer, 0, read);
        }

        return new Upload(name, gathered.ToArray());
    }

    private static RequestFault TooLarge(int maxBytes) =>
        new(FaultKinds.UploadTooLarge, $"文件超过上限 {maxBytes.ToString(CultureInfo.InvariantCulture)} 字节。");
}
