using PlanSearch.Corpus.Changes;
using PlanSearch.Corpus.Index;
using PlanSearch.Engine.Indexing;
using PlanSearch.Engine.Search;
using PlanSearch.Engine.Snapshots;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Corpus.Ingest;

/// <summary>One generation of the index, into one file and out of it.</summary>
public static class IndexBackup
{
    /// <summary>Writes the newest generation into a file that must not exist yet; whoever reads or writes the index goes on.</summary>
    /// <exception cref="IndexMissingException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged; there is no file.</exception>
    /// <exception cref="IndexWriteException">The file cannot be written, or exists.</exception>
    public static SnapshotReport Snapshot(CorpusOptions options, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = Path.GetFullPath(file);
        var target = new FileIndexDirectory(Path.GetDirectoryName(path) ?? path);
        return IndexSnapshot.Write(new FileIndexDirectory(options.IndexDirectory), target, Path.GetFileName(path), cancellationToken)
            ?? throw new IndexMissingException(options.IndexDirectory);
    }

    /// <summary>Publishes the content of a snapshot as the next generation; whoever reads takes it up.</summary>
    /// <remarks>
    /// Nothing changes before the snapshot has been verified whole. An index that cannot be read is kept under another name beside the restored one.
    /// </remarks>
    /// <exception cref="FileNotFoundException">There is no such snapshot.</exception>
    /// <exception cref="SnapshotException">The snapshot is damaged; the index is as it was.</exception>
    /// <exception cref="IndexFormatException">Another version of this program made the snapshot.</exception>
    /// <exception cref="IndexLockedException">Another process writes this index.</exception>
    /// <exception cref="IndexWriteException">The index cannot be written.</exception>
    public static RestoreReport Restore(CorpusOptions options, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = Path.GetFullPath(file);
        var (source, name) = (new FileIndexDirectory(Path.GetDirectoryName(path) ?? path), Path.GetFileName(path));
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(null, path);
        }

        var folder = new IndexFolder(options.IndexDirectory);
        folder.Recover();
        var current = new FileIndexDirectory(folder.Current);
        var writing = new IndexWriterOptions { Time = options.Time };
        if (IsReadable(current))
        {
            return new RestoreReport(
                SnapshotRestore.Run(source, name, current, PlanSchema.Schema, writing, WithLogBegun(options), cancellationToken), SetAside: null);
        }

        using var held = current.Lock();
        folder.ClearNext();
        writing = writing with { FirstGeneration = IndexReader.NewestGeneration(current) + 1 };
        var restored = SnapshotRestore.Run(
            source, name, new FileIndexDirectory(folder.Next), PlanSchema.Schema, writing, WithLogBegun(options), cancellationToken);
        return new RestoreReport(restored, folder.Swap());
    }

    // What the snapshot knows of changes belongs to the generations it came from: here the log begins with the restored one.
    private static Func<long, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> WithLogBegun(CorpusOptions options) => (generation, userData) =>
    {
        var manifest = ManifestCodec.Decode(userData.Span);
        var bounds = options.ChangeLog ?? manifest.ChangeLog?.Bounds;
        return ManifestCodec.Encode(manifest with { ChangeLog = ChangeLog.BegunAt(generation, ChangeLogStart.Restored, bounds) });
    };

    private static bool IsReadable(IndexDirectory directory)
    {
        try
        {
            using var index = new EmbeddedPlanIndex(directory);
            using var snapshot = index.OpenNewest();
            return true;
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            // Exactly what the caller asks about.
            return false;
        }
    }
}

/// <summary>What was restored.</summary>
/// <param name="Snapshot">Generation, files, plans.</param>
/// <param name="SetAside">Where an index lies now that could not be read; null when there was none.</param>
public sealed record RestoreReport(SnapshotReport Snapshot, string? SetAside);
