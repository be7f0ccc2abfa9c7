using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Export;

namespace PlanSearch.Web.Api;

/// <summary>Every mention of an answer as a file, written while it is read.</summary>
internal sealed class MentionDownload(string format, string contentType, string extension, Func<MentionStream, Stream, CancellationToken, Task> write)
{
    private const int LongestName = 40;

    /// <summary>What the parameter <c>format</c> says.</summary>
    public string Format => format;

    /// <summary>The type it is sent as.</summary>
    public string ContentType => contentType;

    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<MentionDownload> All { get; } =
    [
        new("csv", "text/csv; charset=utf-8", "csv", CsvExport.WriteAsync),
        new("ndjson", "application/x-ndjson; charset=utf-8", "ndjson", NdjsonExport.WriteAsync),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", XlsxExport.WriteAsync),
        new("citations", "text/plain; charset=utf-8", "txt", CitationsExport.WriteAsync),
    ];

    /// <summary>The download of a format; null for one we do not write.</summary>
    public static MentionDownload? Of(string format) => All.FirstOrDefault(download => download.Format == format);

    /// <summary>The answer: an attachment named after the query, 逐处-氢能.csv.</summary>
    public PushStreamHttpResult Send(MentionStream mentions, PublicLinks links, CancellationToken cancellationToken) => TypedResults.Stream(
        async body =>
        {
            // Who hangs up half way lets go of the generation too.
            using var rows = mentions.Rows as IDisposable;
            await write(links.In(mentions), body, cancellationToken);
        },
        contentType,
        $"逐处-{NameOf(mentions.Certificate.Query)}.{extension}");

    // Signs of the query language mean something to file systems and shells; the words of the query are enough of a name.
    private static string NameOf(string query)
    {
        var words = string.Concat(query.Select(sign => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign) ? sign : '_')).Trim('_');
        return words.Length <= LongestName ? words : words[..LongestName];
    }
}
