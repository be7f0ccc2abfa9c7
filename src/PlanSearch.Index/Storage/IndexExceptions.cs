namespace PlanSearch.Index.Storage;

/// <summary>What an index itself reports: the message names the file and the remedy.</summary>
/// <remarks>Any other <see cref="IOException"/> comes from the system as it is.</remarks>
public abstract class IndexException : IOException
{
    private protected IndexException(string message)
        : base(message)
    {
    }

    private protected IndexException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

/// <summary>A file of an index is damaged: bytes are missing, changed or make no sense.</summary>
public sealed class CorruptIndexException : IndexException
{
    /// <summary>Damage at a place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">Bytes from its start; -1 when the damage has no place.</param>
    /// <param name="detail">What was found and what was expected.</param>
    public CorruptIndexException(string file, long offset, string detail)
        : base(
            $"{file}{(offset >= 0 ? $", byte {offset}" : "")}: {detail}. The index is damaged; the plan files are not. Rebuild it: "
                + "plansearch index PLANS --rebuild")
    {
        (File, Offset) = (file, offset);
    }

    /// <summary>The file as messages name it.</summary>
    public string File { get; }

    /// <summary>Bytes from its start; -1 when the damage has no place.</summary>
    public long Offset { get; }
}

/// <summary>An index was written by another version of this program.</summary>
public class IndexFormatException : IndexException
{
    /// <summary>A file of another version of the format.</summary>
    /// <param name="file">The file.</param>
    /// <param name="found">Its version.</param>
    /// <param name="expected">The version this program reads and writes.</param>
    public IndexFormatException(string file, int found, int expected)
        : base(found < expected
            ? $"{file}: format {found} is older than {expected}. Build the index anew from the plan files: plansearch index PLANS --rebuild"
            : $"{file}: format {found} is newer than {expected}. Use the newer program, or build the index anew: plansearch index PLANS "
                + "--rebuild")
    {
        (Found, Expected) = (found, expected);
    }

    private protected IndexFormatException(string message)
        : base(message)
    {
    }

    /// <summary>The version found; 0 where something else than the version differs.</summary>
    public int Found { get; }

    /// <summary>The version this program reads and writes; 0 where something else than the version differs.</summary>
    public int Expected { get; }
}

/// <summary>
/// An index has other levels, columns or stored bytes than its user knows: another version of the user built it, or it is an index of
/// something else.
/// </summary>
/// <param name="file">The generation's file, which names them.</param>
/// <param name="found">What it names.</param>
/// <param name="expected">What the user knows.</param>
public sealed class IndexSchemaException(string file, IndexSchema found, IndexSchema expected)
    : IndexFormatException(
        $"{file}: the index has {Named(found)}, not {Named(expected)}. Build it anew from the plan files: plansearch index PLANS --rebuild")
{
    private static string Named(IndexSchema schema) =>
        $"levels {string.Join(" ", schema.Levels)}, columns {string.Join(" ", schema.Columns)}, version {schema.Version}";
}

/// <summary>A file of an index is whole and lacks a section that this version needs: a version that wrote none built it.</summary>
/// <param name="file">The file.</param>
/// <param name="section">The name of the section.</param>
public sealed class IndexSectionException(string file, string section)
    : IndexFormatException(
        $"{file}: there is no section {section} (需重新入库). Build the index anew from the plan files: plansearch index PLANS --rebuild")
{
    /// <summary>The name of the section.</summary>
    public string Section { get; } = section;
}

/// <summary>
/// The folder holds an index of Lucene that is not PlanSearch's, or none of its generations is left; nothing in it was changed.
/// </summary>
/// <param name="file">A file of it.</param>
public sealed class ForeignIndexException(string file)
    : IndexException(
        $"{file}: no generation of PlanSearch names this file of a Lucene index. It is left alone. Name another folder by --index, or "
            + "move the files away and index again.")
{
    /// <summary>One of them, as messages name it.</summary>
    public string File { get; } = file;
}

/// <summary>The lock of the index is taken: nothing was changed.</summary>
/// <param name="lockFile">The lock that is held.</param>
public sealed class DirectoryLockedException(string lockFile)
    : IndexException($"{lockFile} is held: another process writes this index. Wait for it to end, or end it.")
{
    /// <summary>The lock that is held.</summary>
    public string LockFile { get; } = lockFile;
}

/// <summary>A file of an index cannot be written: the disk is full, or the folder may not be written to.</summary>
/// <remarks>What was published before is unchanged, and what was begun is removed where that can be done.</remarks>
/// <param name="file">The file or folder.</param>
/// <param name="cause">What the system said.</param>
public sealed class IndexWriteException(string file, Exception cause)
    : IndexException($"{file}: cannot be written: {cause.Message} {Remedy(cause)} The index is as it was and goes on being served.", cause)
{
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>The file or folder.</summary>
    public string File { get; } = file;

    private static string Remedy(Exception cause) => cause switch
    {
        UnauthorizedAccessException => "Give the user of this process the right to write there, or name another folder by --index.",
        { HResult: NoSpace or QuotaExceeded or WindowsDiskFull } => "Free space on this disk, or name a folder on another one by --index.",
        { HResult: ReadOnlyFileSystem } => "Mount the file system for writing, or name another folder by --index.",
        _ => "Remove what the system complains of, and try again.",
    };
}

/// <summary>A snapshot is damaged, cut off, or no snapshot of an index.</summary>
public sealed class SnapshotException : IndexException
{
    /// <summary>What is wrong with it.</summary>
    /// <param name="snapshot">The file.</param>
    /// <param name="detail">What was found.</param>
    public SnapshotException(string snapshot, string detail)
        : base($"{snapshot}: {detail}. Nothing was restored; the index is as it was. Take another snapshot.")
    {
    }

    /// <summary>What is wrong with it, as the reader of the archive says it.</summary>
    public SnapshotException(string snapshot, Exception cause)
        : base($"{snapshot}: {cause.Message} Nothing was restored; the index is as it was. Take another snapshot.", cause)
    {
    }
}
