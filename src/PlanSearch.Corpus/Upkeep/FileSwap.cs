using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Index.Storage;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>One file replaced, added or removed, and put back as it was unless it is kept.</summary>
/// <remarks>
/// Content is written beside, synced and renamed, so that whoever reads meets the old file or the new one, also after a crash. What lies
/// beside has a hidden name, which no ingest reads; what a process that was ended left of it is swept by the next one.
/// </remarks>
internal sealed class FileSwap : IDisposable
{
    // Of a random name, enough for one that nobody has.
    private const int ShownDigits = 8;

    private readonly string _path;
    private readonly string? _old;
    private readonly FileStream? _held;
    private readonly Action<string> _sync;
    private readonly NewFolders? _folders;
    private bool _isKept;

    private FileSwap(string path, string? old, FileStream? held, Action<string> sync, NewFolders? folders = null) =>
        (_path, _old, _held, _sync, _folders) = (path, old, held, sync, folders);

    /// <summary>Puts content in the place of a file; its folder is made when it is missing.</summary>
    /// <exception cref="IOException">The disk or the folder refuses it; the file is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static FileSwap Write(string path, ReadOnlySpan<byte> content) => Write(path, content, DiskFolder.Sync);

    /// <summary>Takes a file away; one that is not there is nothing to put back.</summary>
    /// <exception cref="IOException">The disk or the folder refuses it; the file is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static FileSwap Remove(string path) => Remove(path, DiskFolder.Sync);

    /// <summary>The change stays.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Drops the old file when the change is kept; else brings it back.</summary>
    /// <exception cref="IOException">It cannot be brought back; the message says where it is.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Dispose()
    {
        using var held = _held;
        if (!_isKept)
        {
            PutBack();
            return;
        }

        try
        {
            if (_old is not null)
            {
                File.Delete(_old);
            }
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // The change is published, and the next ingest sweeps what is left.
        }
    }

    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    /// <param name="path">The file.</param>
    /// <param name="content">What it holds afterwards.</param>
    /// <param name="sync">Makes the names in a folder last.</param>
    internal static FileSwap Write(string path, ReadOnlySpan<byte> content, Action<string> sync)
    {
        var folders = NewFolders.Make(Path.GetDirectoryName(path)!, sync);
        var (old, held) = CopyOf(path);
        var part = Leftovers.Beside(path, "part");
        try
        {
            // Open, and so held, until it has its name.
            using var stream = New(part, old);
            stream.Write(content);
            stream.Flush(flushToDisk: true);
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            Drop(old, held);
            folders.TakeBack();
            throw;
        }

        return new FileSwap(path, old, held, sync, folders).Lasting();
    }

    /// <inheritdoc cref="Remove(string)"/>
    /// <param name="path">The file.</param>
    /// <param name="sync">Makes the names in a folder last.</param>
    internal static FileSwap Remove(string path, Action<string> sync)
    {
        if (!File.Exists(path))
        {
            return new FileSwap(path, old: null, held: null, sync);
        }

        var old = Leftovers.Beside(path, "old");
        // Held before it has the hidden name: nobody can take it for a leftover.
        var held = Leftovers.Hold(path);
        try
        {
            File.Move(path, old);
        }
        catch
        {
            held.Dispose();
            throw;
        }

        return new FileSwap(path, old, held, sync).Lasting();
    }

    /// <summary>A copy beside a file, open from its first byte on; nothing where there is no file.</summary>
    private static (string? Path, FileStream? Held) CopyOf(string path)
    {
        if (!File.Exists(path))
        {
            return default;
        }

        var old = Leftovers.Beside(path, "old");
        var copy = New(old, path);
        try
        {
            using var file = File.OpenRead(path);
            file.CopyTo(copy);
            copy.Flush(flushToDisk: true);
            return (old, copy);
        }
        catch
        {
            Drop(old, copy);
            throw;
        }
    }

    // Whoever may not read the file before may not read it now.
    private static FileStream New(string path, string? like)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
        };
        if (OperatingSystem.IsWindows() || like is null)
        {
            return new FileStream(path, options);
        }

        var mode = File.GetUnixFileMode(like);
        options.UnixCreateMode = mode;
        var stream = new FileStream(path, options);
        // The system took from it what new files of this process do not have.
        File.SetUnixFileMode(stream.SafeFileHandle, mode);
        return stream;
    }

    private static void Drop(string? old, FileStream? held)
    {
        if (old is not null)
        {
            File.Delete(old);
        }

        held?.Dispose();
    }

    /// <summary>This, once the change is sure to last; where that is refused, all is as it was before.</summary>
    private FileSwap Lasting()
    {
        try
        {
            _sync(Path.GetDirectoryName(_path)!);
            return this;
        }
        catch
        {
            using var held = _held;
            Restore();
            throw;
        }
    }

    private void PutBack()
    {
        Restore();
        if (_folders is not { AreGone: true })
        {
            _sync(Path.GetDirectoryName(_path)!);
        }
    }

    // Held until it has its name again: an ingest may sweep meanwhile.
    private void Restore()
    {
        if (_old is null)
        {
            File.Delete(_path);
            _folders?.TakeBack();
            return;
        }

        try
        {
            File.Move(_old, _path, overwrite: true);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // Under its hidden name an ingest would sweep it.
            var kept = $"{_path}.{Path.GetFileNameWithoutExtension(_old)[^ShownDigits..]}";
            File.Move(_old, kept);
            throw new IOException($"{_path} cannot be put back as it was; its former content is {kept}. {refusal.Message}", refusal);
        }
    }
}
