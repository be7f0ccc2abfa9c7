namespace PlanSearch.Plans.Metadata;

/// <summary>
/// What the fields are called in <see cref="PlanMetadata.UnknownFields"/>, in <see cref="PlanMetadata.Inferences"/> and on the page.
/// </summary>
public static class MetadataFields
{
    /// <summary>The title; when it is unknown the file's name stands in its place.</summary>
    public const string Title = "标题";

    /// <summary>文号.</summary>
    public const string DocumentNumber = "文号";

    /// <summary>The division or zone.</summary>
    public const string Region = "地区";

    /// <summary>国家 … 功能区.</summary>
    public const string Level = "层级";

    /// <summary>十四五, or the years.</summary>
    public const string Period = "时期";

    /// <summary>One of <see cref="PlanTypes"/>.</summary>
    public const string Type = "类型";

    /// <summary>The issuing office.</summary>
    public const string Issuer = "发布机关";

    /// <summary>The date as printed.</summary>
    public const string Date = "日期";

    /// <summary>正式, 草案, 征求意见稿, 送审稿.</summary>
    public const string State = "状态";
}
