namespace PlanSearch.Corpus.Upkeep;

/// <summary>The folders on the way to a file that were not there, made so that they last.</summary>
internal sealed class NewFolders
{
    private readonly List<string> _made = [];

    private NewFolders()
    {
    }

    /// <summary>Whether the innermost was made and is taken back.</summary>
    public bool AreGone { get; private set; }

    /// <summary>Makes those that are missing, the outermost first.</summary>
    /// <param name="folder">The innermost.</param>
    /// <param name="sync">Makes the names in a folder last: that of a new folder is a name in the one around it.</param>
    /// <exception cref="IOException">The disk or a folder refuses it; none is left.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static NewFolders Make(string folder, Action<string> sync)
    {
        var missing = new Stack<string>();
        for (var at = folder; !Directory.Exists(at); at = Path.GetDirectoryName(at)!)
        {
            missing.Push(at);
        }

        var folders = new NewFolders();
        try
        {
            foreach (var path in missing)
            {
                Directory.CreateDirectory(path);
                folders._made.Add(path);
                sync(Path.GetDirectoryName(path)!);
            }
        }
        catch
        {
            folders.TakeBack();
            throw;
        }

        return folders;
    }

    /// <summary>Removes them again, the innermost first, down to one that somebody has put something into.</summary>
    public void TakeBack()
    {
        try
        {
            for (; _made.Count > 0; _made.RemoveAt(_made.Count - 1))
            {
                Directory.Delete(_made[^1]);
                AreGone = true;
            }
        }
        catch (Exception used) when (used is IOException or UnauthorizedAccessException)
        {
            // In use by somebody else: an empty folder, or one with other files, is no plan.
        }
    }
}
