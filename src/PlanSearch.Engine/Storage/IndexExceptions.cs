namespace PlanSearch.Engine.Storage;

/// <summary>A file of an index is damaged: bytes are missing, changed or make no sense.</summary>
public sealed class CorruptIndexException : IOException
{
    /// <summary>Damage at a place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">Bytes from its start; -1 when the damage has no place.</param>
    /// <param name="detail">What was found and what was expected.</param>
    public CorruptIndexException(string file, long offset, string detail)
        : base($"{file}{(offset >= 0 ? $", byte {offset}" : "")}: {detail}. The index is damaged; the plan files are not. Rebuild it: plansearch index PLANS --rebuild")
    {
        (File, Offset) = (file, offset);
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Bytes from its start; -1 when the damage has no place.</summary>
    public long Offset { get; }
}

/// <summary>An index file was written by another version of the format.</summary>
/// <param name="file">The file.</param>
/// <param name="found">Its version.</param>
/// <param name="expected">The version this program reads and writes.</param>
public sealed class IndexFormatException(string file, int found, int expected)
    : IOException(
        found < expected
            ? $"{file}: format {found} is older than {expected}. Build the index anew from the plan files: plansearch index PLANS --rebuild"
            : $"{file}: format {found} is newer than {expected}. Use the newer program, or build the index anew: plansearch index PLANS --rebuild")
{
    /// <summary>The version found.</summary>
    public int Found { get; } = found;

    /// <summary>The version this program reads and writes.</summary>
    public int Expected { get; } = expected;
}

/// <summary>Another process, or another writer of this one, writes the index.</summary>
/// <param name="lockFile">The lock that is held.</param>
public sealed class IndexLockedException(string lockFile)
    : IOException($"{lockFile} is held: another process writes this index. Wait for it to end, or end it.")
{
    /// <summary>The lock that is held.</summary>
    public string LockFile { get; } = lockFile;
}
