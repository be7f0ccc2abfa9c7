using System.Collections.Immutable;

namespace PlanSearch.Corpus.Ingest.Files;

/// <summary>
/// Files that lie beside others while these are changed, under hidden names; what a process that was ended left of them is swept.
/// </summary>
/// <remarks>
/// While one is in use it is held by a shared lock, which the system lets go of with the process: nobody has to guess by its age.
/// </remarks>
internal static class Leftovers
{
    private const string Prefix = ".plansearch-";

    /// <summary>A hidden name in the same folder that nobody has yet; nothing is created.</summary>
    /// <param name="path">The file.</param>
    /// <param name="end">What it is for.</param>
    public static string Beside(string path, string end) => Path.Combine(Path.GetDirectoryName(path)!, $"{Prefix}{Guid.NewGuid():N}.{end}");

    /// <summary>Holds a file under such a name for as long as it is needed.</summary>
    public static FileStream Hold(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    /// <summary>Whether a name is one of these.</summary>
    public static bool IsOne(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Those directly in a folder.</summary>
    public static ImmutableArray<string> In(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, Prefix + "*")] : [];

    /// <summary>Removes one; false when somebody holds it, or it cannot be removed.</summary>
    public static bool Sweep(string path)
    {
        try
        {
            using var mine = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In use, or not ours to remove: it stays, and no plan is made of it.
            return false;
        }
    }
}
