using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus.Generations;
using PlanSearch.Export.Tables;

namespace PlanSearch.Web.Api.Requests;

/// <summary>What is known of all plans as a file.</summary>
internal sealed class MetadataDownload(string format, string contentType, Func<CollectionReader, Stream, CancellationToken, Task> write)
{
    /// <summary>What the parameter <c>format</c> says; the file's extension too.</summary>
    public string Format => format;

    /// <summary>The type it is sent as.</summary>
    public string ContentType => contentType;

    /// <summary>The formats there are, the first where none is asked for.</summary>
    public static IReadOnlyList<MetadataDownload> All { get; } =
    [
        new("csv", "text/csv; charset=utf-8", MetadataExport.WriteCsvAsync),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", MetadataExport.WriteWorkbookAsync),
    ];

    /// <summary>The download of a format; null for one we do not write.</summary>
    public static MetadataDownload? Of(string? format) =>
        string.IsNullOrEmpty(format) ? All[0] : All.FirstOrDefault(download => download.Format == format);

    /// <summary>The answer: an attachment, 规划信息表.csv.</summary>
    public PushStreamHttpResult Send(CollectionReader reader, CancellationToken cancellationToken) =>
        TypedResults.Stream(body => write(reader, body, cancellationToken), contentType, $"规划信息表.{format}");
}
