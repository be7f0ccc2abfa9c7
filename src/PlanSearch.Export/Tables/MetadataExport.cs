using System.Collections.Immutable;
using CsvHelper;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Export.Cells;

namespace PlanSearch.Export.Tables;

/// <summary>
/// What is known of all plans as a table that people correct and <see cref="MetadataImport"/> takes back: a row a plan, further columns
/// last.
/// </summary>
public static class MetadataExport
{
    private const int ColumnWidth = 18;

    /// <summary>Writes CSV: UTF-8 with mark, as spreadsheets open it.</summary>
    /// <remarks><paramref name="output"/> stays open.</remarks>
    public static async Task WriteCsvAsync(CollectionReader reader, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        await using var csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var row in RowsOf(reader))
        {
            foreach (var cell in row)
            {
                csv.WriteField(CsvCell.Guard(cell));
            }

            await csv.EndRecordAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>Writes a workbook with one sheet, every cell as text.</summary>
    /// <remarks><paramref name="output"/> stays open.</remarks>
    public static async Task WriteWorkbookAsync(CollectionReader reader, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var rows = RowsOf(reader).ToList();
        var chunks = new ChunkedOutput(output);
        var package = new XlsxPackage(new ChunkedStream(chunks));
        using (var sheet = package.Sheet("规划信息", [.. rows[0].Select(name => new TableColumn(name, IsNumber: false, ColumnWidth))]))
        {
            foreach (var row in rows.Skip(1))
            {
                sheet.Row(row);
                await chunks.PassOnAsync(cancellationToken);
            }
        }

        package.End();
        // Not by using: a workbook that was cut short must not be closed as if it were whole.
        package.Dispose();
        await chunks.FlushAsync(cancellationToken);
    }

    private static IEnumerable<ImmutableArray<string>> RowsOf(CollectionReader reader)
    {
        var plans = reader.Plans.Select(plan => (plan.Id, Metadata: reader.Ledger(plan.Id).Value?.Metadata))
            .Where(plan => plan.Metadata is not null)
            .ToList();
        var keys = MetadataCells.KeysOf(plans.Select(plan => plan.Metadata!));
        yield return [MetadataTable.IdColumn, .. keys.Select(key => MetadataKeys.IsKnown(key) ? MetadataKeys.FieldOf(key) : key)];
        foreach (var (id, metadata) in plans)
        {
            yield return [id, .. keys.Select(key => MetadataCells.Of(metadata!, key))];
        }
    }
}
