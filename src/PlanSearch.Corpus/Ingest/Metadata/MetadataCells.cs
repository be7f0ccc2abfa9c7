using System.Collections.Immutable;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>What is known of a plan as the cells of a table.</summary>
internal static class MetadataCells
{
    /// <summary>The cell for a key; empty where nothing is known.</summary>
    public static string Of(PlanMetadata metadata, string key)
    {
        var value = key switch
        {
            "title" => metadata.Title,
            "short_title" => metadata.ShortTitle,
            "document_number" => metadata.DocumentNumber,
            "region" => string.Join('/', metadata.RegionPath),
            "level" => metadata.Level,
            "period" => metadata.Period,
            "type" => metadata.Type,
            "issuer" => metadata.Issuer,
            "date" => metadata.Date,
            "state" => metadata.State,
            "completeness" => metadata.Completeness,
            _ => metadata.Extra.GetValueOrDefault(key, ""),
        };
        return value == PlanMetadata.Unknown ? "" : value;
    }

    /// <summary>The keys of all columns: the fields of every plan, then the further columns of these.</summary>
    public static ImmutableArray<string> KeysOf(IEnumerable<PlanMetadata> plans) =>
        [.. MetadataKeys.Fields.Select(field => field.Key), .. plans.SelectMany(plan => plan.Extra.Keys)
            .Distinct()
            .Order(StringComparer.Ordinal)];
}
