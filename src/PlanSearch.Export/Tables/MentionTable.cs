using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Answers.Facets;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Export.Cells;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Export.Tables;

/// <summary>Mentions as a table: the columns of CSV and XLSX.</summary>
/// <param name="mentions">The mentions; their plans give what a mention does not say of its plan.</param>
internal sealed class MentionTable(MentionStream mentions)
{
    // Before the headings, where nobody overlooks it.
    private const string InDoubt = "〔章节待核〕";
    private const int CodingWidth = 14;

    private readonly Dictionary<string, PlanSummary> _plans = mentions.Plans.ToDictionary(plan => plan.Id, StringComparer.Ordinal);

    /// <summary>The columns in their order, and behind them blank ones for whoever codes the mentions.</summary>
    public ImmutableArray<TableColumn> Columns { get; } =
        [.. Known, .. mentions.Coding.Select(name => new TableColumn(name, IsNumber: false, CodingWidth))];

    /// <summary>The columns that every table has, in their order: a column is a row here.</summary>
    public static ImmutableArray<MentionColumn> Known { get; } =
    [
        new("规划", IsNumber: false, 24, (row, _) => row.PlanTitle),
        new("规划编号", IsNumber: false, 14, (row, _) => row.Plan),
        new("地区", IsNumber: false, 18, (row, _) => row.Region),
        new("层级", IsNumber: false, 8, (_, plan) => PlanMetadata.InWords(plan.Level)),
        new("时期", IsNumber: false, 8, (_, plan) => PlanMetadata.InWords(plan.Period)),
        new("章节", IsNumber: false, 32, (row, _) => (row.SectionsInDoubt ? InDoubt : "") + string.Join(" > ", row.Place.Path)),
        new("专栏", IsNumber: false, 20, (row, _) => row.Place.BoxLabel ?? ""),
        new("专栏项", IsNumber: true, 8, (row, _) => Number(row.Place.Entry)),
        new("类别", IsNumber: false, 12, (row, _) => Labels.OfKind(row.Place.Kind)),
        new("段", IsNumber: true, 6, (row, _) => Number(row.Place.Paragraph)),
        new("页", IsNumber: true, 6, (row, _) => Number(row.Place.Page)),
        new("行", IsNumber: true, 6, (row, _) => Number(row.Place.Line)),
        new("位置", IsNumber: true, 6, (row, _) => Number(row.Offset)),
        new("左文", IsNumber: false, 32, (row, _) => row.Left),
        new("检索词", IsNumber: false, 12, (row, _) => row.Hit),
        new("右文", IsNumber: false, 32, (row, _) => row.Right),
        new("句子", IsNumber: false, 48, (row, _) => row.Sentence),
        new("检索式中的词", IsNumber: false, 12, (row, _) => row.Member ?? ""),
        new("出处", IsNumber: false, 48, (row, _) => row.Citation),
        new("链接", IsNumber: false, 32, (row, _) => row.Permalink),
        new("提及编号", IsNumber: false, 20, (row, _) => row.Id),
    ];

    /// <summary>The cells of a mention, one for each of <see cref="Columns"/>; a number that is not known is empty.</summary>
    public ImmutableArray<string> Cells(MentionRow row)
    {
        var plan = _plans[row.Plan];
        return [.. Known.Select(column => column.CellOf(row, plan)), .. mentions.Coding.Select(_ => "")];
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A column of the table of mentions.</summary>
/// <param name="Name">See <see cref="TableColumn"/>.</param>
/// <param name="IsNumber">See <see cref="TableColumn"/>.</param>
/// <param name="Width">See <see cref="TableColumn"/>.</param>
/// <param name="CellOf">The cell of a mention and its plan.</param>
internal sealed record MentionColumn(string Name, bool IsNumber, int Width, Func<MentionRow, PlanSummary, string> CellOf)
    : TableColumn(Name, IsNumber, Width);
