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

    /// <summary>The columns that every table has, in their order.</summary>
    public static ImmutableArray<TableColumn> Known { get; } =
    [
        new("规划", IsNumber: false, 24),
        new("规划编号", IsNumber: false, 14),
        new("地区", IsNumber: false, 18),
        new("层级", IsNumber: false, 8),
        new("时期", IsNumber: false, 8),
        new("章节", IsNumber: false, 32),
        new("专栏", IsNumber: false, 20),
        new("专栏项", IsNumber: true, 8),
        new("类别", IsNumber: false, 12),
        new("段", IsNumber: true, 6),
        new("页", IsNumber: true, 6),
        new("行", IsNumber: true, 6),
        new("位置", IsNumber: true, 6),
        new("左文", IsNumber: false, 32),
        new("检索词", IsNumber: false, 12),
        new("右文", IsNumber: false, 32),
        new("句子", IsNumber: false, 48),
        new("检索式中的词", IsNumber: false, 12),
        new("出处", IsNumber: false, 48),
        new("链接", IsNumber: false, 32),
        new("提及编号", IsNumber: false, 20),
    ];

    /// <summary>The cells of a mention, one for each of <see cref="Columns"/>; a number that is not known is empty.</summary>
    public ImmutableArray<string> Cells(MentionRow row)
    {
        var plan = _plans[row.Plan];
        return
        [
            row.PlanTitle,
            row.Plan,
            row.Region,
            PlanMetadata.InWords(plan.Level),
            PlanMetadata.InWords(plan.Period),
            (row.SectionsInDoubt ? InDoubt : "") + string.Join(" > ", row.Place.Path),
            row.Place.BoxLabel ?? "",
            Number(row.Place.Entry),
            Labels.OfKind(row.Place.Kind),
            Number(row.Place.Paragraph),
            Number(row.Place.Page),
            Number(row.Place.Line),
            Number(row.Offset),
            row.Left,
            row.Hit,
            row.Right,
            row.Sentence,
            row.Member ?? "",
            row.Citation,
            row.Permalink,
            row.Id,
            .. mentions.Coding.Select(_ => ""),
        ];
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
