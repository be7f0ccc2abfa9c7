using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Answers.Clips;
using PlanSearch.Export.Cells;

namespace PlanSearch.Export.Tables;

/// <summary>A folder as a workbook: 摘录 with an excerpt a row, 检索说明 with the folder's facts and the certificate of each search.</summary>
public static class ClipXlsxExport
{
    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("序号", IsNumber: true, 6), new("地区", IsNumber: false, 18), new("规划", IsNumber: false, 24), new("规划编号", IsNumber: false, 14),
        new("方面", IsNumber: false, 10), new("原文摘录", IsNumber: false, 80), new("所摘词句", IsNumber: false, 16), new("出处", IsNumber: false, 48),
        new("注", IsNumber: false, 24), new("链接", IsNumber: false, 32),
    ];

    /// <summary>Writes it; <paramref name="output"/> stays open.</summary>
    public static async Task WriteAsync(ClipsAnswer answer, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var chunks = new ChunkedOutput(output);
        var package = new XlsxPackage(new ChunkedStream(chunks));
        using (var sheet = package.Sheet("摘录", Columns))
        {
            foreach (var excerpt in answer.Excerpts)
            {
                sheet.Row(Cells(excerpt));
            }
        }

        using (var sheet = package.Sheet("检索说明", XlsxExport.Facts))
        {
            foreach (var fact in ClipFacts.OfFolder(answer).Concat(answer.Searches.SelectMany(ClipFacts.OfSearch)))
            {
                sheet.Row(fact);
            }
        }

        package.End();
        package.Dispose();
        await chunks.FlushAsync(cancellationToken);
    }

    private static ImmutableArray<string> Cells(Excerpt excerpt) =>
    [
        excerpt.Number.ToString(CultureInfo.InvariantCulture), excerpt.Region, excerpt.PlanTitle, excerpt.Plan, excerpt.Aspect,
        excerpt.IsFound ? excerpt.Text : excerpt.Absence, excerpt.Words, excerpt.Citation, excerpt.Note, excerpt.Permalink,
    ];
}
