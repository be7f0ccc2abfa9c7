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
    private readonly string _path;
    private readonly string? _old;
    private readonly FileStream? _held;
    private bool _isKept;

    private FileSwap(string path, string? old, FileStream? held)
    {
        (_path, _old, _held) = (path, old, held);
    }

    /// <summary>Puts content in the place of a file; its folder is made when it is missing.</summary>
    public static FileSwap Write(string path, ReadOnlySpan<byte> content)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var part = Leftovers.Beside(path, "part");
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            var old = File.Exists(path) ? Leftovers.Beside(path, "old") : null;
            if (old is not null)
            {
                File.Copy(path, old);
            }

            var held = old is null ? null : Leftovers.Hold(old);
            File.Move(part, path, overwrite: true);
            DiskFolder.Sync(folder);
            return new FileSwap(path, old, held);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Takes a file away; one that is not there is nothing to put back.</summary>
    public static FileSwap Remove(string path)
    {
        if (!File.Exists(path))
        {
            return new FileSwap(path, null, held: null);
        }

        var old = Leftovers.Beside(path, "old");
        // Held before it has the hidden name: nobody can take it for a leftover.
        var held = Leftovers.Hold(path);
        File.Move(path, old);
        DiskFolder.Sync(Path.GetDirectoryName(path)!);
        return new FileSwap(path, old, held);
    }

    /// <summary>The change stays.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Drops the old file when the change is kept; else brings it back.</summary>
    public void Dispose()
    {
        _held?.Dispose();
        if (_old is not null && _isKept)
        {
            File.Delete(_old);
        }
        else if (_old is not null)
        {
            File.Move(_old, _path, overwrite: true);
        }
        else if (!_isKept)
        {
            File.Delete(_path);
        }

        DiskFolder.Sync(Path.GetDirectoryName(_path)!);
    }
}
