using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PlanSearch.Index.Storage;

/// <summary>An index in a folder of the file system.</summary>
/// <param name="path">The folder; made when something is first written.</param>
public sealed class FileIndexDirectory(string path) : IndexDirectory
{
    /// <summary>The name of the lock file; it stays when nobody holds it.</summary>
    public const string LockName = "write.lock";

    private static readonly ConcurrentDictionary<string, ConcurrentDictionary<(CommitFile File, long Stamp), bool>> s_verified = new(
        StringComparer.Ordinal);

    /// <summary>The folder.</summary>
    public string DirectoryPath { get; } = Path.GetFullPath(path);

    /// <inheritdoc/>
    internal override object Place => DirectoryPath;

    /// <summary>Of the folder, whichever object stands for it: a file is read once a process.</summary>
    private protected override ConcurrentDictionary<(CommitFile File, long Stamp), bool> Verified =>
        s_verified.GetOrAdd(DirectoryPath, _ => []);

    /// <inheritdoc/>
    public override long Stamp(string name) => File.GetLastWriteTimeUtc(Describe(name)).Ticks;

    /// <inheritdoc/>
    public override string Describe(string name) => Path.Combine(DirectoryPath, name);

    /// <inheritdoc/>
    public override IReadOnlyList<string> List() =>
        Directory.Exists(DirectoryPath)
            ? [.. Directory.EnumerateFiles(DirectoryPath).Select(file => Path.GetFileName(file))]
            : [];

    /// <inheritdoc/>
    public override Stream Create(string name)
    {
        MakeFolder();
        return new FileStream(Describe(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
    }

    /// <inheritdoc/>
    public override void Sync(string name)
    {
        using var handle = File.OpenHandle(Describe(name), FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <inheritdoc/>
    /// <remarks>Side by side: the disk does several in little more time than one.</remarks>
    public override void Sync(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        try
        {
            Parallel.ForEach(names, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, names.Count) }, Sync);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    /// <inheritdoc/>
    public override void Rename(string from, string to) => File.Move(Describe(from), Describe(to), overwrite: false);

    /// <inheritdoc/>
    public override void SyncDirectory() => SyncFolder(DirectoryPath);

    /// <inheritdoc/>
    public override void Delete(string name) => File.Delete(Describe(name));

    /// <inheritdoc/>
    public override IndexFile Open(string name) => MappedFile.Open(Describe(name));

    /// <inheritdoc/>
    public override long Length(string name) => new FileInfo(Describe(name)).Length;

    /// <inheritdoc/>
    /// <remarks>
    /// A shared lock of the system (flock) on the file itself. Where the file system has none, only time keeps a generation.
    /// </remarks>
    public override IDisposable? TryHold(string name)
    {
        var file = Describe(name);
        try
        {
            var held = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);

            // Removed between opening and locking: then the lock holds a file without a name.
            if (File.Exists(file))
            {
                return held;
            }

            held.Dispose();
            return null;
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException || IsHeldElsewhere(e))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override bool TryDelete(string name)
    {
        var file = Describe(name);
        try
        {
            // Alone with the file: whoever opens it from here on finds it locked, and then gone.
            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1))
            {
                if (!OperatingSystem.IsWindows())
                {
                    File.Delete(file);
                    return true;
                }
            }

            // Windows deletes no file that is open, ours included.
            File.Delete(file);
            return true;
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException e) when (IsHeldElsewhere(e))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public override IDisposable Lock()
    {
        try
        {
            MakeFolder();

            // An exclusive share is a lock of the system: it ends with the process that holds it, however that ends.
            return new FileStream(Describe(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeldElsewhere(e))
        {
            throw new DirectoryLockedException(Describe(LockName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexWriteException(Describe(LockName), e);
        }
    }

    /// <summary>The folder's own name must be on the disk as well before a generation in it is.</summary>
    private void MakeFolder()
    {
        if (!Directory.Exists(DirectoryPath))
        {
            Directory.CreateDirectory(DirectoryPath);
            SyncFolder(Path.GetDirectoryName(DirectoryPath) ?? DirectoryPath);
        }
    }

    /// <summary>fsync on a folder (POSIX). Windows keeps names safe by itself and opens no folder.</summary>
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Posix.Open(folder, Posix.ReadOnly), ownsHandle: true);
        if (handle.IsInvalid || Posix.Sync(handle) != 0)
        {
            throw new IOException($"{folder}: the folder cannot be synced (errno {Marshal.GetLastPInvokeError()})");
        }
    }

    /// <summary>
    /// Whether a file could not be opened because another handle holds it: EWOULDBLOCK of flock, a sharing violation on Windows.
    /// </summary>
    private static bool IsHeldElsewhere(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33
        : e.HResult == (OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 35 : 11);

    private static class Posix
    {
        public const int ReadOnly = 0;

        [DllImport(
            "libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Sync(SafeFileHandle file);
    }
}
