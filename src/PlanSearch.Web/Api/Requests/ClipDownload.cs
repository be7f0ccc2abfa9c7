using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Clips;
using PlanSearch.Corpus;
using PlanSearch.Export.Tables;
using PlanSearch.Export.Word;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Api.Requests;

/// <summary>The excerpts of a folder as a file.</summary>
internal sealed class ClipDownload(string format, string contentType, Func<ClipsAnswer, CorpusOptions, Outcome<FileWriter>> writer)
{
    /// <summary>What the parameter <c>format</c> says; also the ending of the file.</summary>
    public string Format => format;

    /// <summary>The type it is sent as.</summary>
    public string ContentType => contentType;

    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<ClipDownload> All { get; } =
    [
        new("docx", FileTypes.Word, (answer, options) => WordTemplate.Of(options).Then<FileWriter>(
            template => new FileWriter(
                (output, cancellationToken) => ClipWordExport.WriteAsync(answer, template, output, cancellationToken)))),
        new(
            "xlsx",
            FileTypes.Workbook,
            (answer, _) => new FileWriter((output, cancellationToken) => ClipXlsxExport.WriteAsync(answer, output, cancellationToken))),
        new(
            "txt",
            FileTypes.Text,
            (answer, _) => new FileWriter((output, cancellationToken) => ClipTextExport.WriteAsync(answer, output, cancellationToken))),
    ];

    /// <summary>The download of a format; null for one we do not write.</summary>
    public static ClipDownload? Of(string format) => All.FirstOrDefault(download => download.Format == format);

    /// <summary>摘录-氢能.docx.</summary>
    public static string FileName(string title, string ending) => $"{FileTypes.NameOf("摘录", title)}.{ending}";

    /// <summary>The answer as an attachment; a fault when the template of the installation cannot be used.</summary>
    public Outcome<PushStreamHttpResult> Send(ClipsAnswer answer, CorpusOptions options, CancellationToken cancellationToken) =>
        writer(answer, options).Then<PushStreamHttpResult>(write =>
            TypedResults.Stream(body => write(body, cancellationToken), contentType, FileName(answer.Title, format)));
}
