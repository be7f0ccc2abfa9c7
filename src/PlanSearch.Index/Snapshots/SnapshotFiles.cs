using System.Collections.Immutable;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Snapshots;

/// <summary>The files of an index inside a snapshot, read where they lie: nothing is unpacked.</summary>
/// <param name="snapshot">The snapshot, which outlives this.</param>
/// <param name="snapshotName">What errors call it.</param>
/// <param name="places">Where each file lies in it.</param>
internal sealed class SnapshotFiles(IndexFile snapshot, string snapshotName, ImmutableDictionary<string, (long Offset, long Length)> places)
    : IndexDirectory
{
    /// <inheritdoc/>
    public override string Describe(string name) => $"{snapshotName}: {name}";

    /// <inheritdoc/>
    public override IReadOnlyList<string> List() => [.. places.Keys];

    /// <inheritdoc/>
    public override IndexFile Open(string name) =>
        new Part(snapshot, places.TryGetValue(name, out var place) ? place : throw new FileNotFoundException(null, Describe(name)));

    /// <inheritdoc/>
    public override long Length(string name) =>
        places.TryGetValue(name, out var place) ? place.Length : throw new FileNotFoundException(null, Describe(name));

    /// <inheritdoc/>
    public override IDisposable? TryHold(string name) => places.ContainsKey(name) ? new Part(snapshot, default) : null;

    /// <inheritdoc/>
    public override Stream Create(string name) => throw ReadOnly();

    /// <inheritdoc/>
    public override void Sync(string name) => throw ReadOnly();

    /// <inheritdoc/>
    public override void Rename(string from, string to) => throw ReadOnly();

    /// <inheritdoc/>
    public override void SyncDirectory() => throw ReadOnly();

    /// <inheritdoc/>
    public override void Delete(string name) => throw ReadOnly();

    /// <inheritdoc/>
    public override bool TryDelete(string name) => throw ReadOnly();

    /// <inheritdoc/>
    public override IDisposable Lock() => throw ReadOnly();

    private static NotSupportedException ReadOnly() => new("A snapshot is never changed.");

    private sealed class Part(IndexFile whole, (long Offset, long Length) place) : IndexFile
    {
        public override long Length => place.Length;

        public override ReadOnlySpan<byte> Slice(long offset, int count)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(offset);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, place.Length - count);
            return whole.Slice(place.Offset + offset, count);
        }

        public override void Dispose()
        {
        }
    }
}
