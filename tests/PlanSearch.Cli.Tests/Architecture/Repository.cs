namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The folder that holds PlanSearch.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file under a folder with one of the extensions, build output left out; paths from <see cref="Root"/> with "/".</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split(Separators).Any(part => part is "bin" or "obj"))
            .Where(path => extensions.Length == 0 || extensions.Contains(Path.GetExtension(path)))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "PlanSearch.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds PlanSearch.sln.");
    }
}
