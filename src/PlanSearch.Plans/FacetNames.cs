namespace PlanSearch.Plans;

/// <summary>The names of the facets every collection has; they are URL parameters as they are.</summary>
public static class FacetNames
{
    /// <summary>The tree of divisions and zones; values are paths, names joined by "/": 岚江省/临漪市.</summary>
    public const string Region = "region";

    /// <summary>国家, 省级, 市级, 县级, 乡级, 功能区.</summary>
    public const string Level = "level";

    /// <summary>一五 … 十五五, else the years: 2021—2023年.</summary>
    public const string Period = "period";

    /// <summary>One of <see cref="Metadata.PlanTypes"/>, or what a person wrote.</summary>
    public const string Type = "type";

    /// <summary>正文, 标题, 专栏, 表格, 脚注.</summary>
    public const string Part = "part";

    /// <summary>板块: 发展基础与形势, 总体要求与目标, 重点任务, 保障实施, 附件, 未判定.</summary>
    public const string Section = "section";

    /// <summary>用法: 一般行文, 书名号内, 规划名录, 标题.</summary>
    public const string Context = "context";

    /// <summary>One plan by its id.</summary>
    public const string Plan = "plan";
}
