using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>One generation of the index, into one file and out of it.</summary>
public static class IndexBackup
{
    /// <inheritdoc cref="IPlanIndexStore.Backup"/>
    /// <exception cref="IndexMissingException">There is no index.</exception>
    public static BackupReport Snapshot(CorpusOptions options, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Store.Backup(file, cancellationToken) ?? throw new IndexMissingException(options.IndexPlace);
    }

    /// <summary>Publishes the content of a backup as the next generation; whoever reads takes it up.</summary>
    /// <inheritdoc cref="IPlanIndexStore.Restore"/>
    public static RestoreReport Restore(CorpusOptions options, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Store.Restore(file, (generation, then) => WithLogBegun(options, generation, then), cancellationToken);
    }

    // What the backup knows of changes belongs to the generations it came from: here the log begins with the restored one.
    private static CorpusManifest WithLogBegun(CorpusOptions options, long generation, CorpusManifest then) =>
        then with { ChangeLog = ChangeLog.BegunAt(generation, ChangeLogStart.Restored, options.ChangeLog ?? then.ChangeLog?.Bounds) };
}
