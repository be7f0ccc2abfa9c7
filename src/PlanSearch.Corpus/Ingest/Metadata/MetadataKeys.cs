using System.Collections.Frozen;
using System.Collections.Immutable;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>What may be written about a plan in a sidecar or a metadata table, and under which names.</summary>
internal static class MetadataKeys
{
    /// <summary>More than so many divisions that may be meant help nobody.</summary>
    private const int MaxMeant = 3;

    private static readonly FrozenDictionary<string, PlanField> ByKey = MetadataFields.All.ToFrozenDictionary(field => field.Key);

    private static readonly FrozenDictionary<string, PlanField> ByName = MetadataFields.All.ToFrozenDictionary(field => field.Name);

    /// <summary>Fields that take these values and no others: they are facets and decide answers.</summary>
    private static readonly FrozenDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["level"] = [.. PlanLevels.All, PlanMetadata.Unknown],
        ["completeness"] = ["全文", "节选", PlanMetadata.Unknown],
    }.ToFrozenDictionary();

    /// <summary>Names of facets and of parameters of a search: a column of that name could not be filtered.</summary>
    private static readonly FrozenSet<string> Reserved = PlanFacets.All.Select(facet => facet.Name)
        .Where(name => !IsKnown(name))
        .Concat(["q", "qcode", "unit", "aside", "longer", "mode", "exact", "sort", "size", "cursor", "facets", "format", "sample", "seed"])
        .Concat(["coding", "since"])
        .ToFrozenSet();

    /// <summary>Whether a key is a field of every plan, not a further column.</summary>
    public static bool IsKnown(string key) => ByKey.ContainsKey(key);

    /// <summary>The field of a key; null for a further column.</summary>
    public static PlanField? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>What a known key is called in <see cref="MetadataFields"/>.</summary>
    public static string FieldOf(string key) => ByKey[key].Name;

    /// <summary>The key a column of a table stands for: its own name when it is a further column.</summary>
    public static string KeyOf(string column) =>
        ByName.TryGetValue(column, out var field) ? field.Key : IsKnown(column.ToLowerInvariant()) ? column.ToLowerInvariant() : column;

    /// <summary>Why a column cannot have this key; null when it can. A field under another name would be a second one beside it.</summary>
    public static string? FaultOf(string key) =>
        Reserved.Contains(key) ? $"“{key}”是检索参数的名称，不能作栏目名"
        : KeyOf(key) is var known && known != key ? $"“{key}”请写作“{known}”"
        : null;

    /// <summary>Why a field cannot take this value; null when it can.</summary>
    public static string? FaultOf(string key, string value) =>
        Allowed.TryGetValue(key, out var allowed) && value.Length > 0 && !allowed.Contains(ValuesToday.Of(key, value))
            ? $"“{key}”只能是{string.Join("、", allowed)}，不能是“{value}”"
            : null;

    /// <summary>Why a region cannot be filed under; null when it can, or when there is no list of divisions.</summary>
    public static RegionFault? RegionFaultOf(string region, DivisionTree divisions)
    {
        var path = PathOf(region);
        if (region is "全国" or PlanMetadata.Unknown || divisions.Divisions.IsEmpty || divisions.Holds(path))
        {
            return null;
        }

        var meant = divisions.Meant(path).Select(division => division.ToString()).Take(MaxMeant + 1).ToList();
        return new RegionFault(
            meant.Count is > 0 and <= MaxMeant
                ? $"区划表中没有“{region}”，请写作“{string.Join("”或“", meant)}”"
                : $"区划表中没有“{region}”（写法如：岚江省/临漪市/霁湖区）",
            meant is [var only] ? only : null);
    }

    /// <summary>Whether a region is one that no list has, a zone or a town below a division.</summary>
    public static bool IsUnlisted(string region, DivisionTree divisions) =>
        PathOf(region) is { Length: > 1 } path && divisions.AtPath(path) is null && divisions.Holds(path);

    private static ImmutableArray<string> PathOf(string region) =>
        [.. region.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>A region no plan can be filed under.</summary>
/// <param name="Reason">In Chinese, with what may be meant.</param>
/// <param name="Proposal">What is meant, where only one division can be; else null.</param>
internal sealed record RegionFault(string Reason, string? Proposal);
