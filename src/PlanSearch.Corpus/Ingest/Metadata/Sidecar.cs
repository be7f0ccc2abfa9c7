using System.Collections.Immutable;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>
/// What a person wrote about a plan, beside its file (name.meta.yaml) or in the table of its folder: it is above whatever was
/// recognized.
/// </summary>
/// <param name="Values">By key, as <see cref="MetadataKeys"/> knows them; further keys are columns of the collection.</param>
internal sealed record Sidecar(ImmutableSortedDictionary<string, string> Values)
{
    /// <summary>Nothing written.</summary>
    public static Sidecar Empty { get; } = new(ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>The recognized metadata with the written values in their place.</summary>
    /// <param name="recognized">What the plan itself says.</param>
    /// <param name="divisions">Gives a written region its code and level.</param>
    public PlanMetadata Apply(PlanMetadata recognized, DivisionTree divisions)
    {
        if (Values.IsEmpty)
        {
            return recognized;
        }

        var metadata = ApplyRegion(recognized, divisions) with
        {
            Title = Value("title") ?? recognized.Title,
            ShortTitle = Value("short_title") ?? Value("title") ?? recognized.ShortTitle,
            Extra = recognized.Extra.SetItems(Values.Where(pair => !MetadataKeys.IsKnown(pair.Key))),
        };
        foreach (var (key, value) in Values)
        {
            metadata = MetadataKeys.Find(key)?.With?.Invoke(metadata, value) ?? metadata;
        }

        return metadata with
        {
            UnknownFields = [.. metadata.UnknownFields.Where(field => !IsWritten(field, metadata))],
            Inferences = [.. metadata.Inferences.Where(
                inference => !Written.Any(field => inference.StartsWith($"{field}：", StringComparison.Ordinal)))],
        };
    }

    /// <summary>The fields that are written, by their names in <see cref="MetadataFields"/>.</summary>
    private IEnumerable<string> Written => Values.Keys.Where(MetadataKeys.IsKnown).Select(MetadataKeys.FieldOf);

    private bool IsWritten(string field, PlanMetadata metadata) =>
        Written.Contains(field) || (field == MetadataFields.Level && metadata.Level != PlanMetadata.Unknown);

    private PlanMetadata ApplyRegion(PlanMetadata recognized, DivisionTree divisions)
    {
        if (Value("region") is not { } region)
        {
            return recognized with { Level = Value("level") ?? recognized.Level };
        }

        ImmutableArray<string> path = [.. region.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var division = divisions.AtPath(path);
        return recognized with
        {
            RegionPath = path,
            RegionCode = division?.Code ?? "",
            Level = Value("level") ?? division?.Level ?? TownLevel(path) ?? (path.SequenceEqual(recognized.RegionPath)
                ? recognized.Level : PlanMetadata.Unknown),
        };
    }

    // No table lists towns, but a name says that it is one.
    private static string? TownLevel(ImmutableArray<string> path) =>
        path is [_, .., [.., '镇' or '乡'] or [.., '街', '道']] ? PlanLevels.Town : null;

    private string? Value(string key) => Values.GetValueOrDefault(key);
}
