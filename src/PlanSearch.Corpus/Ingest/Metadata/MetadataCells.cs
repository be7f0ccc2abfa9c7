using System.Collections.Immutable;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>What is known of a plan as the cells of a table.</summary>
internal static class MetadataCells
{
    /// <summary>The cell for a key; empty where nothing is known.</summary>
    public static string Of(PlanMetadata metadata, string key)
    {
        var value = MetadataKeys.Find(key)?.Of(metadata) ?? metadata.Extra.GetValueOrDefault(key, "");
        return value == PlanMetadata.Unknown ? "" : value;
    }

    /// <summary>The keys of all columns: the fields of every plan, then the further columns of these.</summary>
    public static ImmutableArray<string> KeysOf(IEnumerable<PlanMetadata> plans) =>
        [.. MetadataFields.All.Select(field => field.Key), .. plans.SelectMany(plan => plan.Extra.Keys)
            .Distinct()
            .Order(StringComparer.Ordinal)];
}
