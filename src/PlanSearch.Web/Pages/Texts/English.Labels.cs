using System.Collections.Frozen;
using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>Names of facets and of kinds of blocks.</summary>
internal sealed partial class English
{
    private static readonly ImmutableArray<string> FiveYears =
        ["一五", "二五", "三五", "四五", "五五", "六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五"];

    private static readonly FrozenDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [PlanLevels.Country] = "national",
        [PlanLevels.Province] = "province",
        [PlanLevels.City] = "city",
        [PlanLevels.County] = "county",
        [PlanLevels.Town] = "town",
        [PlanLevels.Zone] = "development zone",
        [PlanTypes.Outline] = "development plan (outline)",
        [PlanTypes.Space] = "territorial plan",
        [PlanTypes.Special] = "special plan",
        [PlanTypes.Area] = "regional plan",
        [PlanTypes.Action] = "implementation or action plan",
        [PlanTypes.Proposal] = "proposal for a plan",
        [PlanTypes.Other] = "other",
        ["正式"] = "final",
        ["草案"] = "draft",
        ["征求意见稿"] = "draft for comments",
        ["送审稿"] = "draft for approval",
        ["讨论稿"] = "draft for discussion",
        ["全文"] = "full text",
        ["节选"] = "fragment",
        ["正文"] = "text",
        ["标题"] = "headings",
        ["专栏"] = "boxes",
        ["表格"] = "tables",
        ["脚注"] = "footnotes",
        ["未判定"] = "not decided",
        ["发展基础与形势"] = "situation",
        ["总体要求与目标"] = "aims",
        ["重点任务"] = "tasks",
        ["保障实施"] = "safeguards",
        ["附件"] = "annexes",
        ["一般行文"] = "running text",
        ["书名号内"] = "titles in 《》",
        ["规划名录"] = "lists of plans",
    }.ToFrozenDictionary();

    public override string FacetLabel(string name) => PlanFacets.Find(name)?.InEnglish ?? name;

    protected override string OwnWord(string facet, string value) => facet switch
    {
        FacetNames.Region => value == "全国" ? "whole country" : value,
        FacetNames.Level or FacetNames.Type or FacetNames.Part or FacetNames.Section or FacetNames.Context or State or Completeness =>
            Values.GetValueOrDefault(value, value),
        FacetNames.Period => PeriodOf(value),
        _ => value,
    };

    // 十四五 is the fourteenth of the five-year plans, 2021—2023年 says its years, 到2027年 its end.
    private static string PeriodOf(string value) =>
        FiveYears.IndexOf(value) is >= 0 and var at ? $"{Ordinal(at + 1)} Five-Year Plan"
        : value is ['到', .. var until, '年'] ? "to " + until
        : value.EndsWith('年') ? value[..^1].Replace('—', '–')
        : value;

    private static string Ordinal(int number) => number switch { 1 => "1st", 2 => "2nd", 3 => "3rd", _ => $"{number}th" };

    public override string KindLabel(BlockKind kind) => kind switch
    {
        BlockKind.Cover => "Cover",
        BlockKind.Contents => "Contents",
        BlockKind.Heading => "Heading",
        BlockKind.Paragraph => "Paragraph",
        BlockKind.ListItem => "Item",
        BlockKind.FigureCaption => "Figure caption",
        BlockKind.Footnote => "Footnote",
        BlockKind.TableCaption => "Table caption",
        BlockKind.TableHeader => "Table header",
        BlockKind.TableGroup => "Table group",
        BlockKind.TableRow => "Table row",
        BlockKind.TableNote => "Table note",
        BlockKind.BoxTitle => "Box title",
        BlockKind.BoxHeading => "Box heading",
        BlockKind.BoxEntry => "Box entry",
        BlockKind.BoxParagraph => "Box paragraph",
        BlockKind.Trailer => "Trailer",
        BlockKind.Noise => "Page marks",
        _ => kind.ToString(),
    };
}
