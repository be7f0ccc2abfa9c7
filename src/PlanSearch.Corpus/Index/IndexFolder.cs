using PlanSearch.Engine.Storage;

namespace PlanSearch.Corpus.Index;

/// <summary>The folder of an index, and the one beside it in which a new one is built when nothing can be added to the old.</summary>
/// <param name="path">The folder of the index.</param>
internal sealed class IndexFolder(string path)
{
    /// <summary>The folder of the index, absolute.</summary>
    public string Current { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Where the new one is built.</summary>
    public string Next => Current + ".new";

    private string Previous => Current + ".old";

    /// <summary>
    /// Puts right what a swap that was cut short left: the old index comes back when the new one has not taken its place.
    /// </summary>
    public void Recover()
    {
        if (!Directory.Exists(Current) && Directory.Exists(Previous))
        {
            Directory.Move(Previous, Current);
        }
    }

    /// <summary>Makes room for a new one: an unfinished one before it is dropped.</summary>
    public void ClearNext() => Drop(Next);

    /// <summary>The next index takes the place of the current one, which is dropped.</summary>
    /// <remarks>
    /// Between the two renames there is no index for a moment; <see cref="Recover"/> of the next ingest mends a crash just there.
    /// </remarks>
    public void Swap()
    {
        Drop(Previous);
        if (Directory.Exists(Previous))
        {
            throw new IOException($"{Previous} holds files that are no index's: move them away, then build again.");
        }

        if (Directory.Exists(Current))
        {
            Directory.Move(Current, Previous);
        }

        Directory.Move(Next, Current);
        Drop(Previous);
    }

    /// <summary>The next index takes the place of the current one, which cannot be read and is kept beside.</summary>
    /// <returns>Where the old one lies now.</returns>
    public string SetAside()
    {
        var number = 1;
        while (Path.Exists($"{Current}.damaged-{number}"))
        {
            number++;
        }

        var aside = $"{Current}.damaged-{number}";
        Directory.Move(Current, aside);
        Directory.Move(Next, Current);
        return aside;
    }

    /// <summary>
    /// Deletes the files of an index, and the folder when nothing else lies in it: whoever keeps other things there keeps them.
    /// </summary>
    private static void Drop(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder).Where(IsOurs))
        {
            File.Delete(file);
        }

        new EmbeddedFormerIndexes(folder).Clear();

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    private static bool IsOurs(string file) =>
        Path.GetFileName(file) is var name
        && (name == FileIndexDirectory.LockName
            || name.StartsWith("manifest-", StringComparison.Ordinal)
            || name.StartsWith("segment-", StringComparison.Ordinal));
}
