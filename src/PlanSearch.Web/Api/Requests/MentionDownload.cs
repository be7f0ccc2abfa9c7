using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus;
using PlanSearch.Export.Tables;
using PlanSearch.Export.Word;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Bounds;

namespace PlanSearch.Web.Api.Requests;

/// <summary>Every mention of an answer as a file, written while it is read.</summary>
internal sealed class MentionDownload(
    string format, string contentType, string extension, Func<MentionStream, CorpusOptions, Outcome<FileWriter>> writer)
{
    /// <summary>What the parameter <c>format</c> says.</summary>
    public string Format => format;

    /// <summary>The type it is sent as.</summary>
    public string ContentType => contentType;

    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<MentionDownload> All { get; } =
    [
        new(
            "csv",
            "text/csv; charset=utf-8",
            "csv",
            (mentions, _) => new FileWriter((output, cancellationToken) => CsvExport.WriteAsync(mentions, output, cancellationToken))),
        new(
            "ndjson",
            "application/x-ndjson; charset=utf-8",
            "ndjson",
            (mentions, _) => new FileWriter((output, cancellationToken) => NdjsonExport.WriteAsync(mentions, output, cancellationToken))),
        new(
            "xlsx",
            FileTypes.Workbook,
            "xlsx",
            (mentions, _) => new FileWriter((output, cancellationToken) => XlsxExport.WriteAsync(mentions, output, cancellationToken))),
        new("docx", FileTypes.Word, "docx", InWord),
        new(
            "citations",
            FileTypes.Text,
            "txt",
            (mentions, _) => new FileWriter(
                (output, cancellationToken) => CitationsExport.WriteAsync(mentions, output, cancellationToken))),
    ];

    /// <summary>The download of a format; null for one we do not write.</summary>
    public static MentionDownload? Of(string format) => All.FirstOrDefault(download => download.Format == format);

    /// <summary>The answer: an attachment named after the query, 逐处-氢能.csv.</summary>
    public Outcome<PushStreamHttpResult> Send(
        HttpContext http, MentionStream mentions, CorpusOptions options, PublicLinks links, CancellationToken cancellationToken)
    {
        var (write, fault) = writer(links.In(mentions), options);
        return write is null
            ? fault!
            : TypedResults.Stream(
                _ => SendAsync(http, write, cancellationToken),
                contentType,
                $"{FileTypes.NameOf("逐处", mentions.Certificate.Query)}.{extension}");
    }

    private static async Task SendAsync(HttpContext http, FileWriter write, CancellationToken cancellationToken)
    {
        await http.Features.GetRequiredFeature<WorkPermit>().ExchangeForExportAsync();
        await write(http.Response.Body, cancellationToken);
    }

    private static Outcome<FileWriter> InWord(MentionStream mentions, CorpusOptions options) =>
        MentionWordExport.Refusal(mentions.Certificate) is { } refusal
            ? refusal
            : WordTemplate.Of(options).Then<FileWriter>(
                template => new FileWriter(
                    (output, cancellationToken) => MentionWordExport.WriteAsync(mentions, template, output, cancellationToken)));
}
