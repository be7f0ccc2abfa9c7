using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Export.Cells;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Export.Tables;

/// <summary>
/// Mentions as a workbook: 逐处 with one mention a row, 检索说明 with the certificate, 统计范围 with the plans the counts are measured against.
/// </summary>
public static class XlsxExport
{
    /// <summary>The most rows of a sheet, the header included; what is more continues on the next.</summary>
    public const int RowsPerSheet = 1_048_576;

    internal static readonly ImmutableArray<TableColumn> Facts = [new("项目", IsNumber: false, 20), new("内容", IsNumber: false, 100)];

    private static readonly ImmutableArray<TableColumn> Denominators =
    [
        new("规划编号", IsNumber: false, 14),
        new("规划", IsNumber: false, 40),
        new("地区", IsNumber: false, 24),
        new("层级", IsNumber: false, 8),
        new("时期", IsNumber: false, 8),
        new("类型", IsNumber: false, 10),
        new("完整性", IsNumber: false, 8),
        new("字数", IsNumber: true, 10),
        new("章节数", IsNumber: true, 8),
        new("专栏数", IsNumber: true, 8),
        new("专栏项数", IsNumber: true, 8),
        new("提及处数", IsNumber: true, 10),
    ];

    /// <summary>Writes every row as it is made; nothing is gathered but a chunk.</summary>
    /// <remarks>A stream that breaks leaves no workbook that opens. <paramref name="output"/> stays open.</remarks>
    public static Task WriteAsync(MentionStream mentions, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(mentions, output, RowsPerSheet, cancellationToken);

    internal static async Task WriteAsync(MentionStream mentions, Stream output, int rowsPerSheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var chunks = new ChunkedOutput(output);
        var package = new XlsxPackage(new ChunkedStream(chunks));
        var mentionsByPlan = await WriteMentionsAsync(package, mentions, rowsPerSheet, chunks, cancellationToken);
        WriteRows(package, "检索说明", Facts, CertificateFacts.Of(mentions.Certificate));
        WriteRows(
            package, "统计范围", Denominators, mentions.Plans.Select(plan => Denominator(plan, mentionsByPlan.GetValueOrDefault(plan.Id))));
        package.End();
        // Not by using: a workbook that was cut short must not be closed as if it were whole.
        package.Dispose();
        await chunks.FlushAsync(cancellationToken);
    }

    private static async Task<Dictionary<string, long>> WriteMentionsAsync(
        XlsxPackage package, MentionStream mentions, int rowsPerSheet, ChunkedOutput chunks, CancellationToken cancellationToken)
    {
        var byPlan = new Dictionary<string, long>(StringComparer.Ordinal);
        var table = new MentionTable(mentions);
        var (sheet, sheets) = (package.Sheet("逐处", table.Columns), 1);
        foreach (var row in mentions.Rows)
        {
            if (sheet.Rows == rowsPerSheet)
            {
                sheet.Dispose();
                sheet = package.Sheet($"逐处{(++sheets).ToString(CultureInfo.InvariantCulture)}", table.Columns);
            }

            sheet.Row(table.Cells(row));
            byPlan[row.Plan] = byPlan.GetValueOrDefault(row.Plan) + 1;
            await chunks.PassOnAsync(cancellationToken);
        }

        sheet.Dispose();
        return byPlan;
    }

    private static void WriteRows(
        XlsxPackage package, string name, ImmutableArray<TableColumn> columns, IEnumerable<ImmutableArray<string>> rows)
    {
        using var sheet = package.Sheet(name, columns);
        foreach (var row in rows)
        {
            sheet.Row(row);
        }
    }

    private static ImmutableArray<string> Denominator(PlanSummary plan, long mentions) =>
    [
        plan.Id, plan.Title, string.Join('/', plan.RegionPath),
        PlanMetadata.InWords(
            plan.Level), PlanMetadata.InWords(plan.Period), PlanMetadata.InWords(plan.Type), PlanMetadata.InWords(plan.Completeness),
        Number(plan.Characters), Number(plan.Sections), Number(plan.Boxes), Number(plan.Entries), Number(mentions),
    ];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
