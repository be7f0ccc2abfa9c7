using PlanSearch.Index.Checking;
using PlanSearch.Index.Port;
using PlanSearch.Index.Search;
using PlanSearch.Index.Snapshots;
using PlanSearch.Index.Storage;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;

namespace PlanSearch.Index.Embedded;

/// <summary>The embedded index in a folder, and the one that is built beside it.</summary>
/// <param name="folder">The folder of the index.</param>
/// <param name="time">The clock of what is written.</param>
public sealed class EmbeddedIndexStore(string folder, TimeProvider time) : IPlanIndexStore
{
    private FileIndexDirectory Current => new(Folder.Current);

    private IndexFolder Folder => new(folder);

    private IndexWriterOptions Writing => new() { Time = time };

    /// <inheritdoc/>
    public IPlanIndex Open() => new EmbeddedPlanIndex(Current, Writing);

    /// <inheritdoc/>
    public void Recover() => EngineFaults.Translated(Folder.Recover);

    /// <inheritdoc/>
    public IIndexRebuild BeginRebuild() => EngineFaults.Translated(() => new EmbeddedRebuild(Folder, Writing));

    /// <inheritdoc/>
    public BackupReport? Backup(string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        var target = new FileIndexDirectory(Path.GetDirectoryName(path) ?? path);
        return EngineFaults.Translated(
            () => IndexSnapshot.Write(Current, target, Path.GetFileName(path), cancellationToken) is { } written
                ? ReportOf(written)
                : null);
    }

    /// <inheritdoc/>
    public RestoreReport Restore(string file, Func<long, CorpusManifest, CorpusManifest> manifestOf, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(null, path);
        }

        Recover();
        var source = new FileIndexDirectory(Path.GetDirectoryName(path) ?? path);
        ReadOnlyMemory<byte> Manifest(long generation, ReadOnlyMemory<byte> then) =>
            ManifestCodec.Encode(manifestOf(generation, ManifestCodec.Decode(then.Span)));
        BackupReport Into(FileIndexDirectory directory, IndexWriterOptions writing) => ReportOf(SnapshotRestore.Run(
            source, Path.GetFileName(path), directory, PlanSchema.Schema, writing, Manifest, cancellationToken));
        return EngineFaults.Translated(() =>
        {
            if (IsReadable())
            {
                return new RestoreReport(Into(Current, Writing), SetAside: null);
            }

            using var rebuild = new EmbeddedRebuild(Folder, Writing);
            var restored = Into(new FileIndexDirectory(Folder.Next), Writing with { FirstGeneration = rebuild.FirstGeneration });
            return new RestoreReport(restored, rebuild.TakePlace());
        });
    }

    /// <inheritdoc/>
    public CheckReport? Check(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Folder.Current))
        {
            return null;
        }

        var report = EngineFaults.Translated(() => IndexChecker.Check(Current, cancellationToken));
        return new CheckReport(report.Generations, report.Files, report.Bytes, report.Documents, report.Postings, report.Findings);
    }

    private static BackupReport ReportOf(SnapshotReport report) => new(report.Generation, report.Files, report.Bytes, report.Documents);

    private bool IsReadable()
    {
        try
        {
            using var index = Open();
            using var snapshot = index.OpenNewest();
            return true;
        }
        catch (IndexUnusableException)
        {
            // Exactly what the caller asks about.
            return false;
        }
    }

    private sealed class EmbeddedRebuild : IIndexRebuild
    {
        private readonly IndexFolder _folder;
        private readonly IndexWriterOptions _writing;
        private readonly IDisposable _held;

        // Read when somebody builds from it: a backup that is restored needs nothing of it.
        private readonly Lazy<FormerPlans?> _former;

        public EmbeddedRebuild(IndexFolder folder, IndexWriterOptions writing)
        {
            var current = new FileIndexDirectory(folder.Current);
            // Held to the end, so that nobody else builds beside or swaps.
            _held = current.Lock();
            try
            {
                folder.ClearNext();
                FirstGeneration = IndexReader.NewestGeneration(current) + 1;
            }
            catch
            {
                _held.Dispose();
                throw;
            }

            _former = new(() => FormerPlans.Open(current));
            (_folder, _writing) = (folder, writing with { FirstGeneration = FirstGeneration });
        }

        public long FirstGeneration { get; }

        public IStoredPlans? Former => _former.Value;

        public IPlanIndex Open() => Next(_writing with { Identity = Former?.Identity });

        public string? TakePlace()
        {
            using (var index = Next(_writing))
            {
                index.OpenNewest()!.Dispose();
            }

            return EngineFaults.Translated(_folder.Swap);
        }

        public void Dispose()
        {
            if (_former.IsValueCreated)
            {
                _former.Value?.Dispose();
            }

            _held.Dispose();
        }

        private EmbeddedPlanIndex Next(IndexWriterOptions writing) => new(new FileIndexDirectory(_folder.Next), writing);
    }
}
