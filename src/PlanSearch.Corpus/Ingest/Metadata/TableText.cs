using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using PlanSearch.Plans.Reading.Formats.Sheets;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>Bytes of a CSV file or a workbook -> rows with their line; what the file is shows in its bytes.</summary>
internal static class TableText
{
    /// <summary>A row a plan is a few hundred bytes: this is a file that lies there by mistake.</summary>
    public const int MaxBytes = 16 << 20;

    private const int LongestRow = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What Chinese spreadsheets save when nobody asks them for UTF-8.
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The rows that have any cell; or, in Chinese, why there are none. Never throws on any bytes.</summary>
    public static (ImmutableArray<SheetRow> Rows, string? Fault) Read(byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return ([], $"有 {bytes.Length} 字节，超过上限 {MaxBytes}");
        }

        var (rows, fault) = SheetReader.IsPackage(bytes) ? ReadSheet(bytes) : ReadCsv(bytes);
        return ([.. rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))], fault);
    }

    private static (ImmutableArray<SheetRow> Rows, string? Fault) ReadSheet(byte[] bytes) =>
        SheetReader.Read(bytes) is var (rows, failure) ? (rows, failure?.Message.TrimEnd('。')) : default;

    private static (ImmutableArray<SheetRow> Rows, string? Fault) ReadCsv(byte[] bytes)
    {
        if ((TryDecode(Utf8, bytes) ?? TryDecode(Gb18030, bytes)) is not { } text)
        {
            return ([], "不是 UTF-8 或 GB18030 编码的文本，也不是 Excel 工作簿");
        }

        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = LongestRow
        };
        try
        {
            using var reader = CsvReader.FromText(text.TrimStart('\uFEFF'), options);
            while (reader.Read())
            {
                if (rows.Count == SheetReader.MaxRows || reader.FieldCount > SheetReader.MaxColumns)
                {
                    return ([], $"超过 {SheetReader.MaxRows} 行或 {SheetReader.MaxColumns} 栏");
                }

                rows.Add(
                    new SheetRow(
                        (int)reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(at => Plain(reader.GetString(at)))]));
            }
        }
        catch (CsvFormatException e)
        {
            return ([], $"第 {(rows.Count > 0 ? rows[^1].Number + 1 : 1)} 行起引号不成对：{e.Message}");
        }

        return (rows.ToImmutable(), null);
    }

    /// <summary>Without the ' that an export sets before what a spreadsheet would take for a formula.</summary>
    private static string Plain(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && cell[1] is '=' or '+' or '-' or '@' ? cell[1..] : cell;

    private static string? TryDecode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
