using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Embedded;

/// <summary>What the embedded engine reports, in the port's words.</summary>
internal static class EngineFaults
{
    /// <summary>The port's exception for one of the engine's.</summary>
    public static PlanIndexException Translate(Storage.IndexException fault) => fault switch
    {
        Storage.CorruptIndexException => new IndexDamagedException(fault.Message, fault),
        Storage.IndexFormatException => new IndexVersionException(fault.Message, fault),
        Storage.ForeignIndexException foreign => new IndexForeignException(foreign.File, fault.Message, fault),
        DirectoryLockedException locked => new IndexLockedException(locked.LockFile, fault),
        Storage.IndexWriteException unwritable => new IndexUnwritableException(unwritable.File, fault.Message, fault.InnerException!),
        Storage.SnapshotException => new BackupUnusableException(fault.Message, fault),
        _ => throw new ArgumentException($"The engine has no fault {fault.GetType().Name}.", nameof(fault)),
    };

    /// <summary>What an action gives; what the engine reports meanwhile is thrown as the port's.</summary>
    public static T Translated<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Storage.IndexException fault)
        {
            throw Translate(fault);
        }
    }

    /// <summary>The same of an action that gives nothing.</summary>
    public static void Translated(Action action)
    {
        try
        {
            action();
        }
        catch (Storage.IndexException fault)
        {
            throw Translate(fault);
        }
    }
}
