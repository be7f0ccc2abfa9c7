using System.Globalization;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Embedded;

/// <summary>
/// The folder of an index, and the folders in it: where a new one is built when nothing can be added to the old, and where the old one is
/// kept then.
/// </summary>
/// <remarks>
/// Nothing above the folder is written to, and the folder itself is never renamed: it may be a mount point. The new index is built in
/// <c>.next</c>; when it is whole that becomes <c>.next-whole-N</c>, and while it does, the old files go into <c>.former-N</c>; then
/// <c>.next-moving-N</c>, and while it is, the new files come out of it, the names of the generations last. So whatever is found after a
/// crash says what is left to do. Between the two there is no index for a moment.
/// </remarks>
/// <param name="path">The folder of the index.</param>
internal sealed class IndexFolder(string path)
{
    private const string Whole = ".next-whole-";
    private const string Moving = ".next-moving-";
    private const string Former = ".former-";

    // Up to format 5 the former versions of plans lay in folders of their own.
    private const string FormerVersions = "changes-";

    /// <summary>The folder of the index, absolute.</summary>
    public string Current { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Where the new one is built.</summary>
    public string Next => Path.Combine(Current, ".next");

    /// <summary>Finishes a swap that was cut short.</summary>
    /// <exception cref="DirectoryLockedException">Another process is at it.</exception>
    /// <exception cref="IndexWriteException">The folder may not be written to.</exception>
    public void Recover()
    {
        if (Left(Whole) is null && Left(Moving) is null)
        {
            return;
        }

        using var held = new FileIndexDirectory(Current).Lock();
        Finish();
    }

    /// <summary>Makes room for a new one: an unfinished one before it is dropped.</summary>
    public void ClearNext()
    {
        if (Directory.Exists(Next))
        {
            Directory.Delete(Next, recursive: true);
        }
    }

    /// <summary>The next index, which is whole, takes the place of the current one. The caller holds the lock.</summary>
    /// <returns>Where the files of the current one lie now; null where there were none.</returns>
    /// <exception cref="IndexWriteException">A file cannot be moved; <see cref="Recover"/> continues.</exception>
    public string? Swap()
    {
        var number = 1;
        while (Path.Exists(FormerOf(Text(number))))
        {
            number++;
        }

        Change(() => Directory.Move(Next, Path.Combine(Current, Whole + Text(number))));
        Finish();
        return Directory.Exists(FormerOf(Text(number))) ? FormerOf(Text(number)) : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Finish()
    {
        if (Left(Whole) is { } number)
        {
            Change(() =>
            {
                MoveAll(Current, FormerOf(number));
                DiskFolder.Sync(Current);
                Directory.Move(Path.Combine(Current, Whole + number), Path.Combine(Current, Moving + number));
            });
        }

        if (Left(Moving) is { } moving)
        {
            Change(() =>
            {
                MoveAll(Path.Combine(Current, Moving + moving), Current);
                DiskFolder.Sync(Current);
                Directory.Delete(Path.Combine(Current, Moving + moving), recursive: true);
            });
        }
    }

    /// <summary>Moves the files of an index; what else lies there stays.</summary>
    private static void MoveAll(string from, string to)
    {
        var entries = Directory.EnumerateFiles(from).Where(file => IndexFiles.IsIndexFile(Path.GetFileName(file)))
            .Concat(Directory.EnumerateDirectories(from, FormerVersions + "*"))
            .OrderBy(entry => IndexFiles.IsGeneration(Path.GetFileName(entry)))
            .ToList();
        if (entries.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var entry in entries)
        {
            Directory.Move(entry, Path.Combine(to, Path.GetFileName(entry)));
        }

        DiskFolder.Sync(to);
    }

    private void Change(Action change)
    {
        try
        {
            change();
            DiskFolder.Sync(Current);
        }
        catch (Exception e) when (IndexDirectory.IsWriteFault(e))
        {
            throw new IndexWriteException(Current, e);
        }
    }

    private string FormerOf(string number) => Path.Combine(Current, Former + number);

    private string? Left(string prefix) => Directory.Exists(Current)
        ? Directory.EnumerateDirectories(Current, prefix + "*").Select(folder => Path.GetFileName(folder)[prefix.Length..]).FirstOrDefault()
        : null;
}
