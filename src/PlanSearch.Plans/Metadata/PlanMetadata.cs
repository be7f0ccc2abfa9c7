using System.Collections.Immutable;

namespace PlanSearch.Plans.Metadata;

/// <summary>What is known about a plan as a whole. Whatever could not be recognized is <see cref="Unknown"/>, never guessed.</summary>
public sealed record PlanMetadata
{
    /// <summary>The value of every field that could not be recognized; a facet value like any other.</summary>
    public const string Unknown = "未知";

    /// <summary>The word that people read for <see cref="Unknown"/>; requests and tables may say it as well.</summary>
    public const string UnknownInWords = "未识别";

    /// <summary>A value as people read it.</summary>
    public static string InWords(string value) => value == Unknown ? UnknownInWords : value;

    /// <summary>The full title, without 《》.</summary>
    public required string Title { get; init; }

    /// <summary>A short title for lists: 临漪市“十四五”规划纲要.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>文号 (石政发〔2021〕7号), or <see cref="Unknown"/>.</summary>
    public string DocumentNumber { get; init; } = Unknown;

    /// <summary>
    /// Names from the province down to the plan's own division or zone: [岚江省, 临漪市, 霁湖区]; [全国] for a plan of the country; empty when
    /// unknown.
    /// </summary>
    public ImmutableArray<string> RegionPath { get; init; } = [];

    /// <summary>The division's code by GB/T 2260, six digits; empty for zones and when unknown.</summary>
    public string RegionCode { get; init; } = "";

    /// <summary>
    /// That of the region's division, unless a sidecar says another (<see cref="PlanLevels"/>); <see cref="Unknown"/> where neither does.
    /// </summary>
    public string Level { get; init; } = Unknown;

    /// <summary>一五 … 十五五, else the years (2021—2023年, 到2027年), or <see cref="Unknown"/>.</summary>
    public string Period { get; init; } = Unknown;

    /// <summary>Told by title, file name and first lines (<see cref="PlanTypes"/>), else <see cref="Unknown"/>.</summary>
    public string Type { get; init; } = Unknown;

    /// <summary>The issuing office, several parted by 、, or <see cref="Unknown"/>.</summary>
    public string Issuer { get; init; } = Unknown;

    /// <summary>The date as printed (2021年4月8日, 二〇二一年八月), or <see cref="Unknown"/>.</summary>
    public string Date { get; init; } = Unknown;

    /// <summary>正式, 草案, 征求意见稿, 送审稿 or <see cref="Unknown"/>.</summary>
    public string State { get; init; } = Unknown;

    /// <summary>全文 or 节选, from the gaps in the numbering.</summary>
    public string Completeness { get; init; } = Unknown;

    /// <summary>Further columns of a sidecar or metadata table, by name; each becomes a facet.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Names of the fields (<see cref="MetadataFields"/>) that stayed unknown; the ledger lists them.</summary>
    public ImmutableArray<string> UnknownFields { get; init; } = [];

    /// <summary>
    /// What was concluded from the body because title, cover and trailer are silent, each with its evidence, in Chinese; the ledger lists
    /// them.
    /// </summary>
    public ImmutableArray<string> Inferences { get; init; } = [];
}
