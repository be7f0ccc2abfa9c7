using System.Collections.Immutable;

namespace PlanSearch.Index.Stored;

/// <summary>What is published with a generation, beside the plans.</summary>
/// <param name="BuiltAt">When, UTC.</param>
/// <param name="Digest">SHA-256 over the sorted plan ids, their decoded texts, metadata, and the versions; hexadecimal.</param>
/// <param name="Roots">The roots it was built from, absolute.</param>
/// <param name="Failures">Files of those roots that are not in it.</param>
/// <param name="Warnings">What a person should know.</param>
/// <param name="Versions">parser, fold, format.</param>
public sealed record CorpusManifest(
    DateTimeOffset BuiltAt,
    string Digest,
    ImmutableArray<string> Roots,
    ImmutableArray<NotSearched> Failures,
    ImmutableArray<string> Warnings,
    ImmutableSortedDictionary<string, string> Versions)
{
    /// <summary>The root of each of <see cref="Failures"/>, in their order: an ingest of other roots keeps them.</summary>
    public ImmutableArray<string> FailureRoots { get; init; } = [];

    /// <summary>Files of the roots that say the same as a plan of their name, and are none.</summary>
    public ImmutableArray<TwinFile> Twins { get; init; } = [];

    /// <summary>What is known of the generations before; null where a program wrote it that kept no log.</summary>
    public ChangeLog? ChangeLog { get; init; }

    /// <summary>When a plan last changed, as far as the generation knows; when it was built, where none has.</summary>
    internal DateTimeOffset LastChange => ChangeLog?.Changes.LastOrDefault()?.At ?? BuiltAt;
}
