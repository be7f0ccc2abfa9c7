using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Answers.Changes;

/// <summary>A field of what is known of a plan that has changed.</summary>
/// <param name="Key">As metadata files have it (level); a column of the collection by its name.</param>
/// <param name="Name">As tables and pages call it: 层级.</param>
/// <param name="Before">What was known; empty for nothing.</param>
/// <param name="After">What is known; empty for nothing.</param>
public sealed record MetadataChange(string Key, string Name, string Before, string After)
{
    /// <summary>The fields that differ, in the order of the table of what is known.</summary>
    internal static ImmutableArray<MetadataChange> Between(PlanMetadata before, PlanMetadata after) =>
    [
        .. MetadataCells.KeysOf([before, after])
            .Select(
                key => new MetadataChange(
                    key,
                    MetadataKeys.IsKnown(key) ? MetadataKeys.FieldOf(key) : key,
                    MetadataCells.Of(before, key),
                    MetadataCells.Of(after, key)))
            .Where(change => change.Before != change.After),
    ];
}
