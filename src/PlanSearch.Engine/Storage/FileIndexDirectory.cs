using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PlanSearch.Engine.Storage;

/// <summary>An index in a folder of the file system.</summary>
/// <param name="path">The folder; made when something is first written.</param>
public sealed class FileIndexDirectory(string path) : IndexDirectory
{
    /// <summary>The name of the lock file; it stays when nobody holds it.</summary>
    public const string LockName = "write.lock";

    /// <summary>The folder.</summary>
    public string DirectoryPath { get; } = Path.GetFullPath(path);

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
        Directory.CreateDirectory(DirectoryPath);
        return new FileStream(Describe(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
    }

    /// <inheritdoc/>
    public override void Sync(string name)
    {
        using var handle = File.OpenHandle(Describe(name), FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <inheritdoc/>
    public override void Rename(string from, string to) => File.Move(Describe(from), Describe(to), overwrite: false);

    /// <inheritdoc/>
    /// <remarks>Windows keeps names safe by itself and opens no folder; elsewhere fsync on the folder (POSIX).</remarks>
    public override void SyncDirectory()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Posix.Open(DirectoryPath, Posix.ReadOnly), ownsHandle: true);
        if (handle.IsInvalid || Posix.Sync(handle) != 0)
        {
            throw new IOException($"{DirectoryPath}: the folder cannot be synced (errno {Marshal.GetLastPInvokeError()})");
        }
    }

    /// <inheritdoc/>
    public override void Delete(string name) => File.Delete(Describe(name));

    /// <inheritdoc/>
    public override IndexFile Open(string name) => MappedFile.Open(Describe(name));

    /// <inheritdoc/>
    public override IDisposable Lock()
    {
        Directory.CreateDirectory(DirectoryPath);
        try
        {
            // An exclusive share is a lock of the system: it ends with the process that holds it, however that ends.
            return new FileStream(Describe(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new IndexLockedException(Describe(LockName));
        }
    }

    private static class Posix
    {
        public const int ReadOnly = 0;

        [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Sync(SafeFileHandle file);
    }
}
