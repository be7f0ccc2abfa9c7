using System.Collections.Immutable;
using System.Text.Json;
using CsvHelper;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Json;
using PlanSearch.Export.Cells;

namespace PlanSearch.Export.Tables;

/// <summary>
/// Mentions as CSV for spreadsheets: UTF-8 with mark, CRLF, a header row, one mention a row, the certificate in the last row.
/// </summary>
public static class CsvExport
{
    /// <summary>The first cell of the last row of an export that came to its end; the second is the certificate as JSON.</summary>
    public const string CertificateMark = CertificateFile.RowMark;

    /// <summary>It is in the last row, so that a reader can undo it.</summary>
    public const string GuardNote = "以 = + - @ 开头而不是数值的单元格前加了一个 '，以免被当作公式；原文没有这个符号。";

    /// <summary>The header row, without columns for coding.</summary>
    public static ImmutableArray<string> Columns { get; } = [.. MentionTable.Known.Select(column => column.Name)];

    /// <summary>Writes every row as it is made; nothing is gathered but a chunk.</summary>
    /// <remarks>A stream that breaks ends without its certificate. <paramref name="output"/> stays open.</remarks>
    public static async Task WriteAsync(MentionStream mentions, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        await using var csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        var table = new MentionTable(mentions);
        await WriteAsync(csv, [.. table.Columns.Select(column => column.Name)], table.Columns.Length, cancellationToken);
        foreach (var row in mentions.Rows)
        {
            await WriteAsync(csv, table.Cells(row), table.Columns.Length, cancellationToken);
        }

        await WriteAsync(
            csv,
            [CertificateMark, JsonSerializer.Serialize(mentions.Certificate, AnswerJson.Options), GuardNote],
            table.Columns.Length,
            cancellationToken);
        await csv.FlushAsync(cancellationToken);
    }

    // Every row has as many cells as the header: readers that insist on it take the certificate too.
    private static ValueTask WriteAsync(CsvWriter csv, ImmutableArray<string> cells, int width, CancellationToken cancellationToken)
    {
        for (var i = 0; i < width; i++)
        {
            csv.WriteField(i < cells.Length ? CsvCell.Guard(cells[i]) : "");
        }

        return csv.EndRecordAsync(cancellationToken);
    }
}
