using System.Globalization;
using System.Text;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Export.Cells;

namespace PlanSearch.Export.Tables;

/// <summary>
/// All citations as plain text, to be pasted into a report: one a line, in document order, a place with several mentions once. UTF-8, CRLF.
/// </summary>
public static class CitationsExport
{
    /// <summary>What the last line of an export that came to its end begins with.</summary>
    public const string CertificateMark = "检索说明：";

    /// <summary>Writes every citation as it is made; nothing is gathered but a chunk.</summary>
    /// <remarks>A stream that breaks ends without its last line. <paramref name="output"/> stays open.</remarks>
    public static async Task WriteAsync(MentionStream mentions, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var chunks = new ChunkedOutput(output);
        var last = "";
        foreach (var row in mentions.Rows)
        {
            if (row.Citation != last)
            {
                Line(chunks, last = row.Citation);
                await chunks.PassOnAsync(cancellationToken);
            }
        }

        Line(chunks, Certified(mentions.Certificate));
        await chunks.FlushAsync(cancellationToken);
    }

    private static void Line(ChunkedOutput chunks, string text)
    {
        // A heading may hold any character; a line end in it would part one citation into two.
        Encoding.UTF8.GetBytes(text.ReplaceLineEndings(" "), chunks.Buffer);
        Encoding.UTF8.GetBytes("\r\n", chunks.Buffer);
    }

    private static string Certified(Certificate certificate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{CertificateMark}{certificate.InWords}，{certificate.Mentions} 处、{certificate.Records} 章节、{certificate.Plans} 份；数据版本 "
            + $"{certificate.Generation}，校验码（SHA-256）{certificate.Digest}。");
}
