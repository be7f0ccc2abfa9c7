namespace PlanSearch.Corpus.Ingest.Files;

/// <summary>A path with every link on its way followed: two paths lead to one place only where these are the same.</summary>
internal static class RealPath
{
    /// <summary>More links on one way go round in a circle.</summary>
    private const int MaxLinks = 40;

    /// <summary>The real path; null where a link leads nowhere, or round in a circle.</summary>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var at = Path.GetPathRoot(full)!;
        var rest = new Stack<string>();
        Push(full[at.Length..]);
        var links = 0;
        while (rest.TryPop(out var name))
        {
            var next = name == ".." ? Path.GetDirectoryName(at) ?? at : Path.Combine(at, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                at = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                at = Path.GetPathRoot(target)!;
                target = target[at.Length..];
            }

            Push(target);
        }

        return Path.Exists(at) ? at : null;

        void Push(string steps)
        {
            foreach (var step in steps.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
                .Where(step => step != ".")
                .Reverse())
            {
                rest.Push(step);
            }
        }
    }

    /// <summary>Whether one real path is another or lies below it.</summary>
    public static bool IsIn(string path, string folder) =>
        path == folder
            || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
