using System.Buffers;
using System.Text.Json;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Json;
using PlanSearch.Export.Cells;

namespace PlanSearch.Export.Tables;

/// <summary>Mentions as NDJSON: one <see cref="MentionLine"/> a line, the certificate last. UTF-8 without mark, LF.</summary>
public static class NdjsonExport
{
    /// <summary>Writes every row as it is made; nothing is gathered but a chunk.</summary>
    /// <remarks>A stream that breaks ends without its certificate. <paramref name="output"/> stays open.</remarks>
    public static async Task WriteAsync(MentionStream mentions, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var chunks = new ChunkedOutput(output);
        await using var json = new Utf8JsonWriter(chunks.Buffer, new JsonWriterOptions { Encoder = AnswerJson.Options.Encoder });
        foreach (var row in mentions.Rows)
        {
            WriteLine(json, chunks.Buffer, new MentionLine(row));
            await chunks.PassOnAsync(cancellationToken);
        }

        WriteLine(json, chunks.Buffer, new CertificateLine(mentions.Certificate));
        await chunks.FlushAsync(cancellationToken);
    }

    private static void WriteLine<T>(Utf8JsonWriter json, IBufferWriter<byte> buffer, T line)
    {
        json.Reset();
        JsonSerializer.Serialize(json, line, AnswerJson.Options);
        json.Flush();
        buffer.Write("\n"u8);
    }
}
