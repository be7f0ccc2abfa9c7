using PlanSearch.Index.Stored;

namespace PlanSearch.Index.Port;

/// <summary>Where the index of a collection lies: what is done to it as a whole.</summary>
public interface IPlanIndexStore
{
    /// <summary>The index that is searched, which may hold nothing yet. The caller disposes of it.</summary>
    IPlanIndex Open();

    /// <summary>Puts right what a rebuild left that was cut short.</summary>
    void Recover();

    /// <summary>Begins another index beside one that cannot be read, to take its place.</summary>
    /// <exception cref="IndexLockedException">Someone else writes.</exception>
    IIndexRebuild BeginRebuild();

    /// <summary>Writes the newest generation into a file that must not exist yet; whoever reads or writes the index continues.</summary>
    /// <returns>Null when there is no generation.</returns>
    /// <exception cref="IndexUnusableException">The index is damaged; there is no file.</exception>
    /// <exception cref="IndexUnwritableException">The file cannot be written, or exists.</exception>
    BackupReport? Backup(string file, CancellationToken cancellationToken);

    /// <summary>Publishes the content of a backup as the next generation, once all of it has been verified.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="manifestOf">What is published with it: by the number of the new generation and what was published then.</param>
    /// <param name="cancellationToken">Ends it; nothing is published then.</param>
    /// <remarks>An index that cannot be read is kept under another name beside the restored one.</remarks>
    /// <exception cref="FileNotFoundException">There is no such backup.</exception>
    /// <exception cref="BackupUnusableException">The backup is damaged; the index is as it was.</exception>
    /// <exception cref="IndexVersionException">Another version of this program made the backup.</exception>
    /// <exception cref="IndexLockedException">Someone else writes.</exception>
    /// <exception cref="IndexUnwritableException">The index cannot be written.</exception>
    RestoreReport Restore(string file, Func<long, CorpusManifest, CorpusManifest> manifestOf, CancellationToken cancellationToken);

    /// <summary>Reads every byte of every generation and checks that all of it fits together. Damage is a finding, no exception.</summary>
    /// <returns>Null when there is nothing to check.</returns>
    CheckReport? Check(CancellationToken cancellationToken);
}

/// <summary>Another index beside one that cannot be read. Nobody else writes until it is disposed of.</summary>
public interface IIndexRebuild : IDisposable
{
    /// <summary>The number of its first generation: it continues the old one's, so that a reader takes it for newer.</summary>
    long FirstGeneration { get; }

    /// <summary>
    /// What the old one can still say of its plans; null where it cannot be read at all. Where it can, the new one continues its identity.
    /// </summary>
    IStoredPlans? Former { get; }

    /// <summary>The new index. The caller disposes of it.</summary>
    IPlanIndex Open();

    /// <summary>The new index, once it has been read as whoever serves it will, takes the place of the old one, which is kept.</summary>
    /// <returns>Where the old one lies now; null where there was none.</returns>
    /// <exception cref="IndexUnusableException">The new one cannot be read; the old one is as it was.</exception>
    /// <exception cref="IndexUnwritableException">The place cannot be written; <see cref="IPlanIndexStore.Recover"/> continues.</exception>
    string? TakePlace();
}
