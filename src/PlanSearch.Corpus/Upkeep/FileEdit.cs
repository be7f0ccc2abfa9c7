using System.Collections.Immutable;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>What a change does to files: made swap by swap, so that those already made can be put back when a later one fails.</summary>
/// <param name="File">The plan's file under its root, with "/": what an ingest would name if it could not read it.</param>
/// <param name="Swaps">Makes them, one by one.</param>
internal sealed record FileEdit(string File, IEnumerable<FileSwap> Swaps)
{
    /// <summary>Ids of plans it removes.</summary>
    public ImmutableArray<string> Removing { get; init; } = [];

    /// <summary>Swaps that are made one after the other as they are asked for.</summary>
    public static IEnumerable<FileSwap> Each(params IEnumerable<Func<FileSwap>> swaps) => swaps.Select(swap => swap());

    /// <summary>Digest of the content that has to be searchable afterwards; empty where the file stays as it is, or goes.</summary>
    public string ContentDigest { get; init; } = "";
}
