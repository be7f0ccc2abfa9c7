using System.Collections.Immutable;

namespace PlanSearch.Plans.Metadata;

/// <summary>A field of every plan, as people write it in tables and sidecars.</summary>
/// <param name="Key">Its key in a sidecar.</param>
/// <param name="Name">Its name on the page, in a table and in <see cref="MetadataFields"/>.</param>
/// <param name="Of">What is known of it, as it is written.</param>
/// <param name="With">The metadata with another value in it. Title, region and level say something of other fields too: null.</param>
public sealed record PlanField(
    string Key, string Name, Func<PlanMetadata, string> Of, Func<PlanMetadata, string, PlanMetadata>? With = null);

/// <summary>
/// What the fields are called in <see cref="PlanMetadata.UnknownFields"/>, in <see cref="PlanMetadata.Inferences"/> and on the page.
/// </summary>
public static class MetadataFields
{
    /// <summary>The title; when it is unknown the file's name is in its place.</summary>
    public const string Title = "标题";

    /// <summary>文号.</summary>
    public const string DocumentNumber = "文号";

    /// <summary>The division or zone.</summary>
    public const string Region = "地区";

    /// <summary>国家 … 功能区.</summary>
    public const string Level = "层级";

    /// <summary>十四五, or the years.</summary>
    public const string Period = "时期";

    /// <summary>See <see cref="PlanTypes"/>.</summary>
    public const string Type = "类型";

    /// <summary>The issuing office.</summary>
    public const string Issuer = "发布机关";

    /// <summary>The date as printed.</summary>
    public const string Date = "日期";

    /// <summary>正式, 草案, 征求意见稿, 送审稿.</summary>
    public const string State = "状态";

    /// <summary>The fields that can be written, in the order of a table: one is a row here.</summary>
    public static ImmutableArray<PlanField> All { get; } =
    [
        new("title", Title, known => known.Title),
        new("short_title", "简称", known => known.ShortTitle),
        new("document_number", DocumentNumber, known => known.DocumentNumber, (known, value) => known with { DocumentNumber = value }),
        new("region", Region, known => string.Join('/', known.RegionPath)),
        new("level", Level, known => known.Level),
        new("period", Period, known => known.Period, (known, value) => known with { Period = value }),
        new("type", Type, known => known.Type, (known, value) => known with { Type = value }),
        new("issuer", Issuer, known => known.Issuer, (known, value) => known with { Issuer = value }),
        new("date", Date, known => known.Date, (known, value) => known with { Date = value }),
        new("state", State, known => known.State, (known, value) => known with { State = value }),
        new("completeness", "完整性", known => known.Completeness, (known, value) => known with { Completeness = value }),
    ];
}
