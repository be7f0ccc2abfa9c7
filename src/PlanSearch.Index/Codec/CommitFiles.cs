using Lucene.Net.Index;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;
using CorruptIndexException = PlanSearch.Index.Storage.CorruptIndexException;

namespace PlanSearch.Index.Codec;

/// <summary>Proves that the files of a generation are those that were written, Lucene's own included.</summary>
internal static class CommitFiles
{
    private const int Stride = 1 << 20;

    /// <summary>
    /// Compares every file with the length and the checksum that the generation states; each once a process, and again where somebody has
    /// changed it.
    /// </summary>
    /// <exception cref="CorruptIndexException">One is missing, cut or changed.</exception>
    public static void Verify(IndexDirectory directory, GenerationFile generation)
    {
        foreach (var file in generation.Files.Where(file => !directory.IsVerified(file)))
        {
            Compare(directory, file);
            directory.MarkVerified(file);
        }
    }

    /// <summary>Compares a file, whether it was compared before or not.</summary>
    /// <exception cref="CorruptIndexException">It is missing, cut or changed.</exception>
    public static void Compare(IndexDirectory directory, CommitFile stated)
    {
        var found = Find(directory, stated.Name);
        if (found.Length != stated.Length)
        {
            throw new CorruptIndexException(
                directory.Describe(stated.Name), Math.Min(found.Length, stated.Length), $"{found.Length} bytes instead of {stated.Length}");
        }

        if (found.Checksum != stated.Checksum)
        {
            throw new CorruptIndexException(
                directory.Describe(stated.Name), -1, $"checksum {found.Checksum:x8} instead of {stated.Checksum:x8}");
        }
    }

    /// <summary>Length and checksum of a file, read from its first byte to its last.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static CommitFile Sum(string name, IndexDirectory directory)
    {
        using var file = directory.Open(name);
        var running = Crc32C.Initial;
        for (long at = 0; at < file.Length; at += Stride)
        {
            running = Crc32C.Append(running, file.Slice(at, (int)Math.Min(Stride, file.Length - at)));
        }

        return new CommitFile(name, file.Length, Crc32C.Finish(running));
    }

    /// <summary>The files of Lucene that none of some generations names.</summary>
    public static List<string> Unnamed(IndexDirectory directory, IEnumerable<GenerationFile> generations)
    {
        var named = generations.SelectMany(generation => generation.Files).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return [.. directory.List().Where(name => IsLucenes(name) && !named.Contains(name))];
    }

    /// <summary>Whether Lucene, of whatever program, writes files of this name.</summary>
    public static bool IsLucenes(string name) =>
        IndexFileNames.CODEC_FILE_PATTERN.IsMatch(name)
            || name == IndexFileNames.SEGMENTS
            || name.StartsWith(IndexFileNames.SEGMENTS + "_", StringComparison.Ordinal);

    /// <summary>Lets Lucene read, and says in our own words what it could not read.</summary>
    /// <remarks>What it throws at damage is of any kind, down to an index out of range.</remarks>
    /// <exception cref="CorruptIndexException">It could not.</exception>
    public static T Read<T>(IndexDirectory directory, string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (IndexException or UnauthorizedAccessException or OperationCanceledException or OutOfMemoryException))
        {
            throw new CorruptIndexException(directory.Describe(file), -1, $"Lucene cannot read it ({e.GetType().Name}: {e.Message})");
        }
    }

    private static CommitFile Find(IndexDirectory directory, string name)
    {
        try
        {
            return Sum(name, directory);
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CorruptIndexException(directory.Describe(name), -1, "the file is missing");
        }
    }
}
