using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PlanSearch.Plans.Metadata;

/// <summary>A facet that every collection has: columns, filters, pages, help and the API follow from what is said of it here.</summary>
/// <param name="Name">See <see cref="FacetNames"/>; it is the parameter of an address and the option of the command line.</param>
/// <param name="Label">What it is called in Chinese.</param>
/// <param name="InEnglish">What it is called in English.</param>
/// <param name="Of">
/// The value of a plan by its id and what is known of it, steps of a tree joined by "/"; null for a facet of blocks, whose values are kept
/// in the index.
/// </param>
public sealed record PlanFacet(string Name, string Label, string InEnglish, Func<string, PlanMetadata, string>? Of)
{
    /// <summary>What the help of the command line says of it, in Chinese.</summary>
    public required string Option { get; init; }

    /// <summary>What the description of the API says of it, in English.</summary>
    public required string Parameter { get; init; }

    /// <summary>A filter by it, for the description of the API: plans that come with the program have it.</summary>
    public required string Example { get; init; }

    /// <summary>Whether a value holds for all below it.</summary>
    public bool IsTree { get; init; }

    /// <summary>Whether answers count it; a list of all plans would be no help.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>Whether it tells blocks apart and not whole plans.</summary>
    public bool IsOfBlocks => Of is null;
}

/// <summary>The facets that every collection has, in the order they are shown. A facet of plans is a row here.</summary>
public static class PlanFacets
{
    /// <summary>All of them; the further columns of a collection are shown behind those that are listed.</summary>
    public static ImmutableArray<PlanFacet> All { get; } =
    [
        new(FacetNames.Region, "地区", "Region", (_, known) => PathOf(known.RegionPath))
        {
            Option = "地区，如 岚江省/临漪市，含其下各级",
            Parameter = "Division or zone as a path, names joined by /; holds for all below it.",
            Example = "岚江省/临漪市",
            IsTree = true,
        },
        new(FacetNames.Level, "层级", "Level", (_, known) => known.Level)
        {
            Option = "层级：国家、省级、市级、县级、乡级、功能区",
            Parameter = "国家, 省级, 市级, 县级, 乡级, 功能区 or 未知 (未识别).",
            Example = "市级",
        },
        new(FacetNames.Period, "时期", "Period", (_, known) => known.Period)
        {
            Option = "时期，如 十四五",
            Parameter = "一五 to 十五五, else the years (2021—2023年, 到2027年), or 未知 (未识别).",
            Example = "十四五",
        },
        new(FacetNames.Type, "类型", "Type", (_, known) => known.Type)
        {
            Option = "类型：发展规划（纲要）、国土空间规划、专项规划、区域规划、实施方案和行动计划、规划建议、其他",
            Parameter = "发展规划（纲要）, 国土空间规划, 专项规划, 区域规划, 实施方案和行动计划, 规划建议, 其他 or 未知 (未识别); "
                + "纲要 and 行动计划 are former names and stay valid.",
            Example = "发展规划（纲要）",
        },
        new(FacetNames.Part, "文中位置", "Part", Of: null)
        {
            Option = "文中位置：正文、标题、专栏、表格、脚注",
            Parameter = "正文, 标题, 专栏, 表格 or 脚注.",
            Example = "-脚注",
        },
        new(FacetNames.Section, "板块", "Section of the plan", Of: null)
        {
            Option = "板块，如 重点任务",
            Parameter = "板块: 发展基础与形势, 总体要求与目标, 重点任务, 保障实施, 附件 or 未判定.",
            Example = "重点任务",
        },
        new(FacetNames.Context, "用法", "Stands in", Of: null)
        {
            Option = "用法：一般行文、书名号内、规划名录、标题",
            Parameter = "用法: 一般行文, 书名号内, 规划名录 or 标题.",
            Example = "一般行文",
        },
        new(FacetNames.Plan, "规划", "Plan", (id, _) => id)
        {
            Option = "规划编号，见 plansearch plans",
            Parameter = "A plan's id.",
            Example = "linyi",
            IsListed = false,
        },
    ];

    /// <summary>Those by which whole plans are told apart.</summary>
    public static ImmutableArray<PlanFacet> OfPlans { get; } = [.. All.Where(facet => !facet.IsOfBlocks)];

    private static readonly FrozenDictionary<string, PlanFacet> ByName = All.ToFrozenDictionary(facet => facet.Name);

    /// <summary>The facet of that name; null for a further column of a collection, and for any other word.</summary>
    public static PlanFacet? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether it is a facet of blocks; false for those of plans, for further columns and for any other word.</summary>
    public static bool IsOfBlocks(string name) => Find(name) is { IsOfBlocks: true };

    private static string PathOf(ImmutableArray<string> region) => region.IsEmpty ? PlanMetadata.Unknown : string.Join('/', region);
}
