using PlanSearch.TestSupport;

namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>The checkout the tests were built from, as text.</summary>
internal static class SourceTree
{
    /// <summary>Every file under a folder with one of the extensions, build output left out; paths from the root with "/".</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Where(path => extensions.Length == 0 || extensions.Contains(Path.GetExtension(path)))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
