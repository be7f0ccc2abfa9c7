using PlanSearch.Index.Format;

namespace PlanSearch.Index.Codec;

/// <summary>Which files of a folder are those of an index.</summary>
internal static class IndexFiles
{
    /// <summary>
    /// Whether a file of this name is of an index, also of one as it was before Lucene held it; the lock is of the folder and no file of an
    /// index.
    /// </summary>
    public static bool IsIndexFile(string name) => IsGeneration(name) || CommitFiles.IsLucenes(name) || FormerContainer.Wrote(name);

    /// <summary>Whether a file of this name is that of a generation, without which its other files count for nothing.</summary>
    public static bool IsGeneration(string name) => name.StartsWith(GenerationFile.Prefix, StringComparison.Ordinal);
}
