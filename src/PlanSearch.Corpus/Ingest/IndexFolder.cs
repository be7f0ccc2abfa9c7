namespace PlanSearch.Corpus.Ingest;

/// <summary>The folder of an index, and the one beside it in which a rebuild makes the next.</summary>
/// <param name="path">The folder of the index.</param>
internal sealed class IndexFolder(string path)
{
    /// <summary>The folder of the index, absolute.</summary>
    public string Current { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Where a rebuild builds.</summary>
    public string Next => Current + ".new";

    private string Previous => Current + ".old";

    /// <summary>Puts right what a swap that was cut short left: the old index comes back when the new one has not taken its place.</summary>
    public void Recover()
    {
        if (!Directory.Exists(Current) && Directory.Exists(Previous))
        {
            Directory.Move(Previous, Current);
        }
    }

    /// <summary>Makes room for a rebuild: an unfinished one before it is dropped.</summary>
    public void ClearNext() => Drop(Next);

    /// <summary>The next index takes the place of the current one, which is dropped.</summary>
    /// <remarks>Between the two renames there is no index for a moment; <see cref="Recover"/> of the next ingest mends a crash just there.</remarks>
    public void Swap()
    {
        Drop(Previous);
        if (Directory.Exists(Current))
        {
            Directory.Move(Current, Previous);
        }

        Directory.Move(Next, Current);
        Drop(Previous);
    }

    /// <summary>Deletes the files of a folder and the folder; subfolders were never ours, so with one inside both stay.</summary>
    private static void Drop(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }

        Directory.Delete(folder, recursive: false);
    }
}
