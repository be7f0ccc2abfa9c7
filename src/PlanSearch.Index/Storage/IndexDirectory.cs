using System.Collections.Concurrent;

namespace PlanSearch.Index.Storage;

/// <summary>The folder of an index: every step that touches files goes through it, so that tests can fail each one.</summary>
/// <remarks>
/// Names are plain file names. What names others, a generation or a snapshot, is written under a temporary name, synced, renamed, and the
/// directory synced; so a reader never sees it under its final name when it is not whole. Files of a commit are never changed.
/// </remarks>
public abstract class IndexDirectory
{
    private const int MaxVerified = 10_000;

    /// <summary>Ends the name of a file that is not published.</summary>
    private const string TemporarySuffix = ".tmp";

    private readonly ConcurrentDictionary<(CommitFile File, long Stamp), bool> _verified = [];

    /// <summary>What an error calls a file: its full path where it has one.</summary>
    public abstract string Describe(string name);

    /// <summary>The names of all files, in no order; empty when the directory does not exist.</summary>
    public abstract IReadOnlyList<string> List();

    /// <summary>Makes a file that must not exist yet, and the directory where it is missing.</summary>
    public abstract Stream Create(string name);

    /// <summary>Returns when the file's bytes are on the disk; the stream that wrote it must be closed.</summary>
    public abstract void Sync(string name);

    /// <summary>The same for several files, in any order or side by side.</summary>
    public virtual void Sync(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
        {
            Sync(name);
        }
    }

    /// <summary>Gives a file another name, atomically; the new name must be free.</summary>
    public abstract void Rename(string from, string to);

    /// <summary>Returns when all names are on the disk.</summary>
    public abstract void SyncDirectory();

    /// <summary>Removes a file; one that is gone already is no error.</summary>
    public abstract void Delete(string name);

    /// <summary>Opens a published file for reading.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract IndexFile Open(string name);

    /// <summary>Bytes of a published file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract long Length(string name);

    /// <summary>Keeps a published file from <see cref="TryDelete"/>, in this and every other process, until disposed of.</summary>
    /// <remarks>
    /// Any number may hold a file, and it takes no right to write. The system lets go for a process that dies, however it dies.
    /// </remarks>
    /// <returns>Null when the file is gone, or someone is about to remove it.</returns>
    public abstract IDisposable? TryHold(string name);

    /// <summary>Removes a file that nobody holds.</summary>
    /// <returns>Whether it is gone; false when someone holds it.</returns>
    public abstract bool TryDelete(string name);

    /// <summary>Takes the writer's lock, and makes the directory where it is missing; disposing releases it.</summary>
    /// <exception cref="DirectoryLockedException">Someone else holds it.</exception>
    /// <exception cref="IndexWriteException">The directory may not be written to.</exception>
    public abstract IDisposable Lock();

    /// <summary>What is the same for two objects that stand for the same directory.</summary>
    internal virtual object Place => this;

    /// <summary>A number that is another one when somebody has changed the file since; 0 where nobody could.</summary>
    public virtual long Stamp(string name) => 0;

    /// <summary>What was compared before, by file and <see cref="Stamp"/>.</summary>
    private protected virtual ConcurrentDictionary<(CommitFile File, long Stamp), bool> Verified => _verified;

    /// <summary>Whether the file's checksum was compared before.</summary>
    /// <remarks>
    /// Files of a commit never change, so once is enough; where a name is used again after a commit that came to nothing, the sum is
    /// another.
    /// </remarks>
    internal bool IsVerified(CommitFile file) => Verified.ContainsKey((file, Stamp(file.Name)));

    /// <summary>Remembers that the file's checksum was compared.</summary>
    internal void MarkVerified(CommitFile file)
    {
        if (Verified.Count >= MaxVerified)
        {
            // Most are of generations that are gone; what is still there is compared once more.
            Verified.Clear();
        }

        Verified[(file, Stamp(file.Name))] = true;
    }

    /// <summary>Does something that changes a file; a fault says which.</summary>
    /// <exception cref="IndexWriteException">It cannot be done.</exception>
    internal void Change(string name, Action<string> change)
    {
        try
        {
            change(name);
        }
        catch (Exception e) when (IsWriteFault(e))
        {
            throw new IndexWriteException(Describe(name), e);
        }
    }

    /// <summary>Whether the system could not change a file.</summary>
    internal static bool IsWriteFault(Exception e) => e is UnauthorizedAccessException or (IOException and not IndexException);

    /// <summary>Writes a file whole, synced, under its final name; the directory is not synced yet.</summary>
    /// <remarks>After a failure there is at most a temporary file, which the next writer removes.</remarks>
    /// <exception cref="IndexWriteException">It cannot be written.</exception>
    internal void Publish(string name, Action<Stream> write)
    {
        var temporary = name + TemporarySuffix;
        try
        {
            Delete(temporary);
            using (var stream = Create(temporary))
            {
                write(stream);
            }

            Sync(temporary);
            Rename(temporary, name);
        }
        catch (Exception e)
        {
            Discard(temporary);
            if (IsWriteFault(e))
            {
                throw new IndexWriteException(Describe(name), e);
            }

            throw;
        }
    }

    /// <summary>Removes a file that no generation names, after a fault: it must not take up the disk until the next writer comes.</summary>
    internal void Discard(string name)
    {
        try
        {
            Delete(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault before this one is what the caller must hear of; the next writer removes the file.
        }
    }
}
