using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Web.Api;

/// <summary>A file that was sent: its bytes, and the name it came with, which is only ever read.</summary>
/// <param name="FileName">Empty when it came without.</param>
/// <param name="Content">The bytes.</param>
internal sealed record Upload(string FileName, ReadOnlyMemory<byte> Content)
{
    /// <summary>The field of a page's form that holds the key, before the file.</summary>
    public const string KeyField = "key";

    private const int LongestKey = 256;

    /// <summary>The key that came in the form; null when none did. An API reads it from the head.</summary>
    public string? Key { get; private init; }

    /// <summary>The field of a form that holds the file.</summary>
    public const string Field = "file";

    /// <summary>Room for the frame of a form around the file.</summary>
    private const int FormFrame = 64 << 10;

    /// <summary>Reads the body, or the field <see cref="Field"/> of a form, in memory, and stops at the first byte that is too many.</summary>
    public static async Task<Outcome<Upload>> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes + FormFrame)
        {
            return TooLarge(maxBytes);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = maxBytes + FormFrame;
        }

        // Whatever else it calls itself is a file: programs send one as an address-encoded form without meaning it.
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "multipart/form-data"
            ? await OfFormAsync(request, type.Boundary, maxBytes, cancellationToken)
            : await OfStreamAsync("", request.Body, maxBytes, cancellationToken);
    }

    private static async Task<Outcome<Upload>> OfFormAsync(
        HttpRequest request, StringSegment frame, int maxBytes, CancellationToken cancellationToken)
    {
        if (HeaderUtilities.RemoveQuotes(frame).Value is not { Length: > 0 } boundary)
        {
            return Missing();
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            string? key = null;
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                var disposition = section.GetContentDispositionHeader();
                var field = disposition is null ? null : HeaderUtilities.RemoveQuotes(disposition.Name).Value;
                if (field == KeyField)
                {
                    key = (await OfStreamAsync("", section.Body, LongestKey, cancellationToken)).Value is { } text ? Encoding.UTF8.GetString(text.Content.Span) : null;
                }
                else if (field == Field)
                {
                    var name = disposition!.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                    var (upload, fault) = await OfStreamAsync(name.Value ?? "", section.Body, maxBytes, cancellationToken);
                    return upload is null ? fault! : upload with { Key = key };
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // A frame that ends too early or is no frame: the sender's fault.
        }

        return Missing();
    }

    private static async Task<Outcome<Upload>> OfStreamAsync(string name, Stream body, int maxBytes, CancellationToken cancellationToken)
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

    private static RequestFault Missing() => new("upload_missing", $"没有收到文件：请作为请求体发送，或作为表单的 {Field} 字段。");

    private static RequestFault TooLarge(int maxBytes) =>
        new("upload_too_large", $"文件超过上限 {maxBytes.ToString(CultureInfo.InvariantCulture)} 字节。");
}
