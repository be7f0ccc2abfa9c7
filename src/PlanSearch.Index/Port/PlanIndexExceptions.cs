namespace PlanSearch.Index.Port;

/// <summary>
/// What an index itself reports, whichever it is: the message names the place and the remedy. None of them is ever turned into a count.
/// </summary>
/// <remarks>Any other <see cref="IOException"/> comes from the system as it is.</remarks>
public abstract class PlanIndexException : IOException
{
    private protected PlanIndexException(string message, Exception? cause)
        : base(message, cause)
    {
    }
}

/// <summary>An index cannot be read, now or later: it is built anew from the plan files.</summary>
public abstract class IndexUnusableException : PlanIndexException
{
    private protected IndexUnusableException(string message, Exception? cause)
        : base(message, cause)
    {
    }
}

/// <summary>An index is damaged: bytes are missing, changed or make no sense.</summary>
public sealed class IndexDamagedException : IndexUnusableException
{
    /// <summary>Damage as the index itself tells it.</summary>
    public IndexDamagedException(string message, Exception? cause)
        : base(message, cause)
    {
    }

    /// <summary>Damage at a place of what is stored.</summary>
    /// <param name="name">What is damaged.</param>
    /// <param name="offset">Bytes from its start; -1 when the damage has no place.</param>
    /// <param name="detail">What was found and what was expected.</param>
    public IndexDamagedException(string name, long offset, string detail)
        : base(
            $"{name}{(offset >= 0 ? $", byte {offset}" : "")}: {detail}. The index is damaged; the plan files are not. "
            + "Rebuild it: plansearch index PLANS --rebuild",
            cause: null)
    {
    }
}

/// <summary>
/// What lies in the place is another program's index, or cannot be told from one: nothing is changed there, not even when it is to be built
/// anew.
/// </summary>
/// <param name="file">A file of it.</param>
/// <param name="message">As the index itself tells it.</param>
/// <param name="cause">The same as the index has it.</param>
public sealed class IndexForeignException(string file, string message, Exception? cause) : PlanIndexException(message, cause)
{
    /// <summary>One of them, as messages name it.</summary>
    public string File { get; } = file;
}

/// <summary>An index was written by another version of this program.</summary>
public sealed class IndexVersionException : IndexUnusableException
{
    /// <summary>Another version as the index itself tells it.</summary>
    public IndexVersionException(string message, Exception? cause)
        : base(message, cause)
    {
    }

    /// <summary>Something stored that is of another version.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="found">Its version.</param>
    /// <param name="expected">The version this program reads and writes.</param>
    public IndexVersionException(string name, int found, int expected)
        : base(
            $"{name}: format {found}, not {expected}. Build the index anew from the plan files: plansearch index PLANS --rebuild",
            cause: null)
    {
    }
}

/// <summary>A part of an index did not answer in time, or not at all: what the others say is no answer.</summary>
/// <param name="part">What did not answer.</param>
/// <param name="cause">What was said instead.</param>
public sealed class IndexUnavailableException(string part, Exception? cause = null)
    : PlanIndexException($"{part} does not answer. Nothing was counted; ask again when it does.", cause);

/// <summary>A generation that was open is kept no longer.</summary>
/// <param name="generation">Its number.</param>
public sealed class GenerationGoneException(long generation)
    : PlanIndexException($"Generation {generation} is kept no longer. Begin with the newest one.", cause: null)
{
    /// <summary>Its number.</summary>
    public long Generation { get; } = generation;
}

/// <summary>The one lock of an index is taken: nothing was changed.</summary>
/// <param name="holder">The lock that is held.</param>
/// <param name="cause">What the index said.</param>
public sealed class IndexLockedException(string holder, Exception? cause = null)
    : PlanIndexException($"{holder} is held: another process writes this index. Wait for it to end, or end it.", cause)
{
    /// <summary>The lock that is held.</summary>
    public string Holder { get; } = holder;
}

/// <summary>An index cannot be written: no room, or no right to. What was published before is unchanged.</summary>
/// <param name="place">The file or folder.</param>
/// <param name="message">The place, what the system said, and the remedy.</param>
/// <param name="cause">What the system said.</param>
public sealed class IndexUnwritableException(string place, string message, Exception cause) : PlanIndexException(message, cause)
{
    /// <summary>The file or folder.</summary>
    public string Place { get; } = place;
}

/// <summary>A backup is damaged, cut off, or no backup of an index; nothing was restored.</summary>
/// <param name="message">What is wrong with it.</param>
/// <param name="cause">What the index said.</param>
public sealed class BackupUnusableException(string message, Exception? cause) : PlanIndexException(message, cause);

/// <summary>An index does not keep a column, or not with such a value: it cannot be counted or filtered by.</summary>
/// <param name="column">The column.</param>
/// <param name="detail">What the index keeps instead.</param>
public sealed class ColumnNotKeptException(string column, string detail)
    : PlanIndexException($"This index does not keep the column {column}: {detail}.", cause: null)
{
    /// <summary>The name that was asked for.</summary>
    public string Column { get; } = column;
}

/// <summary>The place of an index is not one that can be used as it is: another product, a missing right, something switched off.</summary>
/// <param name="place">The place.</param>
/// <param name="message">What is wrong with it, and the remedy.</param>
/// <param name="cause">What the system said.</param>
public sealed class IndexRefusedException(string place, string message, Exception? cause) : PlanIndexException(message, cause)
{
    /// <summary>The place as messages name it.</summary>
    public string Place { get; } = place;
}

/// <summary>There is no index where one was looked for.</summary>
/// <param name="directory">Where.</param>
public sealed class IndexMissingException(string directory)
    : Exception($"No index in {directory}. Build one: plansearch index PLANS --index {directory}")
{
    /// <summary>Where one was looked for.</summary>
    public string Directory { get; } = directory;
}
