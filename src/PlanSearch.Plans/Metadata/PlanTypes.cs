using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>The types of plans, and what shows that a plan is of one.</summary>
public static class PlanTypes
{
    /// <summary>发展规划（纲要）: the plan of all that a place does in a period.</summary>
    public const string Outline = "发展规划（纲要）";

    /// <summary>国土空间规划, and what it was before: 城市总体规划, 土地利用总体规划.</summary>
    public const string Space = "国土空间规划";

    /// <summary>专项规划.</summary>
    public const string Special = "专项规划";

    /// <summary>区域规划: several divisions together.</summary>
    public const string Area = "区域规划";

    /// <summary>实施方案和行动计划.</summary>
    public const string Action = "实施方案和行动计划";

    /// <summary>规划建议: what a Party committee proposes for the next plan.</summary>
    public const string Proposal = "规划建议";

    /// <summary>其他: the title says what it is, and that is none of the others.</summary>
    public const string Other = "其他";

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    // What is behind the title proper: （2021—2025年）, （草案）.
    private const string Behind = "([（(][^（）()]{1,24}[）)])*$";

    private static readonly Regex OfAll = new("国民经济(和|与)?社会发展|发展国民经济的?第", Options);
    private static readonly Regex Proposed = new("(规划|计划|纲要|目标).{0,16}的?建议" + Behind, Options);
    private static readonly Regex Plain = new("^(?<place>[^“”\"]{2,30}?)[“\"]?(第?十?[一二三四五六七八九]个?五年?|十五)[”\"]?(时期)?(发展)?(规划"
        + "|计划)(纲要)?" + Behind, Options);
    private static readonly Regex OfSpace = new("国土(空间)?(总体|分区|详细)?规划|分区规划|土地利用总体规划|城市总体规划|城镇体系规划|城乡总体规划|主体功能区规划|控制性详细规划", Options);
    private static readonly Regex OfArea = new(
        "(区域(协调|一体化|协同|经济|合作|融合)?发展|城市群|都市圈|经济带|经济区|经济圈|经济走廊|湾区|一体化发展|协同发展|流域.{0,8}高质量发展|三角洲|革命老区|老工业基地|老工业城市)"
        + ".{0,24}(规划|纲要)|区域规划", Options);
    private static readonly Regex AsMeasures = new("(方案|计划|行动|工作要点|任务分工|路线图)" + Behind, Options);
    private static readonly Regex AsPlan = new("(规划|纲要|计划)" + Behind, Options);
    private static readonly Regex AsOpinion = new("意见" + Behind, Options);
    private static readonly Regex AsOther = new("(政策|措施|办法|条例|规定|细则|指南|目录|清单|报告|解读|标准|规范|规程|导则|意见|建议|通知|公告|要点)" + Behind, Options);
    private static readonly Regex FiveYears = new("五年计划|五年规划|长期计划|[“\"][一二三四五六七八九十]{1,2}五[”\"].*计划|健身计划|发展计划", Options);
    private static readonly Regex Named = new("(制|编)[定订制]了?(本|《[^《》]{2,60}》[（(]以下简称《)(?<what>[\\u4e00-\\u9fff]{0,6}?(方案"
        + "|规划纲要|行动纲要|纲要|规划|计划|意见|措施))", Options);

    private static readonly FrozenDictionary<string, string> Former = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["纲要"] = Outline,
        ["规划纲要"] = Outline,
        ["发展规划"] = Outline,
        ["发展规划(纲要)"] = Outline,
        ["行动计划"] = Action,
        ["实施方案"] = Action,
        ["行动方案"] = Action,
        ["工作方案"] = Action,
    }.ToFrozenDictionary();

    /// <summary>All of them, in the order they are listed.</summary>
    public static ImmutableArray<string> All { get; } = [Outline, Space, Special, Area, Action, Proposal, Other];

    /// <summary>
    /// A type under the name it has today: 纲要 was the name of 发展规划（纲要）, 行动计划 that of 实施方案和行动计划, and both stay names of them.
    /// </summary>
    /// <param name="name">As files, addresses and tables say it; what is no other name comes back as it is.</param>
    public static string Today(string name) => Former.GetValueOrDefault(name, name);

    /// <summary>What a title says the plan is; empty when it does not.</summary>
    /// <param name="title">The title.</param>
    /// <param name="region">Whose plan it is; a title with nothing between its place and its five years is an outline too:
    /// 临漪市“十五五”规划纲要.</param>
    internal static string OfTitle(string title, FoundRegion? region) =>
        title.Length == 0 ? ""
        : Proposed.IsMatch(title) ? Proposal
        : OfAll.IsMatch(title) && AsPlan.IsMatch(title) && !title.Contains("年度", StringComparison.Ordinal) ? Outline
        : region is not null && Plain.Match(title) is { Success: true } plain
            && plain.Groups["place"].Value.EndsWith(region.Path[^1], StringComparison.Ordinal) ? Outline
        : AsPlan.IsMatch(title) && OfSpace.IsMatch(title) ? Space
        : AsMeasures.IsMatch(title) && !FiveYears.IsMatch(title) ? Action
        : AsPlan.IsMatch(title) ? OfArea.IsMatch(title) && region?.Level != PlanLevels.Zone ? Area : Special
        : AsOpinion.IsMatch(title) && (PeriodFinder.InTitle(title).Length > 0 || title.Contains("实施意见", StringComparison.Ordinal)) ? Action
        : AsOther.IsMatch(title) ? Other
        : "";

    /// <summary>What the opening words say that they are: 制定本行动计划; empty when they do not.</summary>
    internal static string OfOpening(IEnumerable<string> opening) =>
        opening.Select(text => Named.Match(text)).FirstOrDefault(found => found.Success)?.Groups["what"].Value is not { } what ? ""
        : what.EndsWith("方案", StringComparison.Ordinal) || what.EndsWith("计划", StringComparison.Ordinal) ? Action
        : what.EndsWith("规划", StringComparison.Ordinal) ? Special
        : "";
}
