using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Bounds;

namespace PlanSearch.Web.Api.Requests;

/// <summary>A form as it was sent (multipart/form-data): its fields, and the file of the field <see cref="Upload.Field"/>.</summary>
/// <param name="Fields">By name; the first of a name holds.</param>
/// <param name="File">The file; null when none came with it.</param>
internal sealed record SentForm(ImmutableDictionary<string, string> Fields, Upload? File)
{
    /// <summary>Room for the fields and the frame of a form around its file.</summary>
    public const int Frame = 64 << 10;

    /// <summary>A field; empty when it is not there.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name, "");

    /// <summary>Reads a form in memory, and stops at the first byte that is too many.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">How long the file may be.</param>
    /// <param name="refusal">
    /// Asked with the fields that are before the file, so that who may not send one is not listened to; null lets it in.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Outcome<SentForm>> ReadAsync(
        HttpRequest request, int maxBytes, Func<SentForm, RequestFault?> refusal, CancellationToken cancellationToken)
    {
        Bound(request, maxBytes);
        var read = await ReadFieldsAsync(request, maxBytes, refusal, cancellationToken);
        // Also for who was not listened to until the end: a page is made for them too.
        await request.HttpContext.Features.GetRequiredFeature<WorkPermit>().TakeAsync();
        return read;
    }

    /// <summary>Lets the host take a body of that length and its frame.</summary>
    public static void Bound(HttpRequest request, int maxBytes) => BoundedForm.Bound(request, maxBytes + Frame);

    private static async Task<Outcome<SentForm>> ReadFieldsAsync(
        HttpRequest request, int maxBytes, Func<SentForm, RequestFault?> refusal, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return Upload.Missing();
        }

        var form = new SentForm(ImmutableDictionary<string, string>.Empty, null);
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                var name = section.GetContentDispositionHeader() is { } disposition
                    ? HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""
                    : "";
                var isFile = name == Upload.Field;
                if (isFile && refusal(form) is { } refused)
                {
                    return refused;
                }

                var (sent, fault) = await Upload.OfStreamAsync(
                    FileName(section), section.Body, isFile ? maxBytes : Frame, cancellationToken);
                if (sent is null)
                {
                    return fault!;
                }

                form = isFile ? form with { File = form.File ?? sent } : form.With(name, Encoding.UTF8.GetString(sent.Content.Span));
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not (BadHttpRequestException or ConnectionResetException))
        {
            // A frame that ends too early or is no frame: what came before it is all there is.
        }

        return form;
    }

    private static string FileName(MultipartSection section) => section.GetContentDispositionHeader() switch
    {
        null => "",
        { FileNameStar.HasValue: true } disposition => disposition.FileNameStar.Value ?? "",
        var disposition => HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "",
    };

    private SentForm With(string name, string value) => Fields.ContainsKey(name) ? this : this with { Fields = Fields.Add(name, value) };
}
