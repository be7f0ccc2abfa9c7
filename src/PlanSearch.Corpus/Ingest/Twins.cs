using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Ingest;

/// <summary>Which files are no plans because another of their name has their text. Safe for several threads.</summary>
/// <param name="files">All files of the ingest.</param>
/// <param name="before">Those of the generation before, read by the same rules.</param>
internal sealed class Twins(ImmutableArray<FoundFile> files, ImmutableArray<TwinFile> before)
{
    private readonly ILookup<string, FoundFile> _byStem = files.ToLookup(file => FileNames.StemOf(file.File), StringComparer.Ordinal);
    private readonly Dictionary<(string Root, string File), TwinFile> _before = before.ToDictionary(twin => (twin.Root, twin.File));

    /// <summary>What a file was found to be before; null when it was none, or has changed since.</summary>
    public TwinFile? Of(FoundFile file, string fileDigest) =>
        _before.TryGetValue((file.Root, file.File), out var twin) && twin.FileDigest == fileDigest ? twin : null;

    /// <summary>Whether a file is one that may have the text of another of its name, and is no plan.</summary>
    public static bool MayBe(FoundFile file, IReadOnlyDictionary<string, KnownPlan> plans) => file.HasLongId && !plans.ContainsKey(file.Id);

    /// <summary>Whether a plan of a file's name has its text; never of a file that is a plan: what has an id keeps it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="logicalDigest">See <see cref="TwinFile.LogicalDigest"/>.</param>
    /// <param name="plans">The plans, by id.</param>
    public bool Says(FoundFile file, string logicalDigest, IReadOnlyDictionary<string, KnownPlan> plans) =>
        MayBe(file, plans)
        && _byStem[FileNames.StemOf(file.File)]
            .Any(other => plans.TryGetValue(other.Id, out var plan) && plan.LogicalDigest == logicalDigest);
}
