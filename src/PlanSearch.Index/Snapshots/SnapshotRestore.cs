using System.Collections.Immutable;
using System.Formats.Tar;
using System.Security.Cryptography;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Format;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Snapshots;

/// <summary>Publishes the content of a snapshot as the next generation of an index.</summary>
/// <remarks>
/// Everything is compared with the snapshot's own digests, and then opened and verified as a reader would, before anything is written.
/// Lucene gives the segments names that are free. Older generations stay as they would after a commit.
/// </remarks>
public static class SnapshotRestore
{
    private const int MaxGenerationFile = 256 << 20;

    /// <summary>Restores into an index, which may be empty.</summary>
    /// <param name="source">Where the snapshot lies.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="target">The index; no writer may hold it.</param>
    /// <param name="schema">The schema the snapshot must have.</param>
    /// <param name="options">Clock, and the first number where the index is empty.</param>
    /// <param name="cancellationToken">Ends it; nothing is published then.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="SnapshotException">The snapshot is damaged or cut off; nothing is published.</exception>
    /// <exception cref="IndexFormatException">Another version wrote it, or it is an index of something else.</exception>
    /// <exception cref="CorruptIndexException">The index that it shall go into is damaged.</exception>
    /// <exception cref="DirectoryLockedException">A writer holds the index.</exception>
    /// <exception cref="IndexWriteException">The index cannot be written.</exception>
    public static SnapshotReport Run(
        IndexDirectory source,
        string name,
        IndexDirectory target,
        IndexSchema schema,
        IndexWriterOptions options,
        CancellationToken cancellationToken) =>
        Run(source, name, target, schema, options, (_, userData) => userData, cancellationToken);

    /// <summary>The same, where what the user gave with the commit says something of the index it was in.</summary>
    /// <param name="source">Where the snapshot lies.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="target">The index; no writer may hold it.</param>
    /// <param name="schema">The schema the snapshot must have.</param>
    /// <param name="options">Clock, and the first number where the index is empty.</param>
    /// <param name="userData">What is published in its place, by the number of the generation and what the snapshot holds.</param>
    /// <param name="cancellationToken">Ends it; nothing is published then.</param>
    public static SnapshotReport Run(
        IndexDirectory source,
        string name,
        IndexDirectory target,
        IndexSchema schema,
        IndexWriterOptions options,
        Func<long, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> userData,
        CancellationToken cancellationToken)
    {
        var described = source.Describe(name);
        using var snapshot = Open(source, name, described);
        var (contents, files) = Read(snapshot, described, cancellationToken);
        var generation = ReadGeneration(files, contents, schema, described);
        int documents;
        try
        {
            using var reader = IndexReader.Open(files, contents.Generation)!;
            documents = reader.DocumentCount;
        }
        catch (CorruptIndexException e)
        {
            throw new SnapshotException(described, e);
        }

        using var writer = IndexWriter.Open(target, schema, options);
        cancellationToken.ThrowIfCancellationRequested();
        writer.ReplaceAll(new CommitDirectory(files, generation));
        var restored = writer.Commit(userData(writer.NextGeneration, generation.UserData));
        return new SnapshotReport(restored, contents.Files.Length, contents.Files.Sum(file => file.Length), documents);
    }

    private static IndexFile Open(IndexDirectory source, string name, string described)
    {
        try
        {
            return source.Open(name);
        }
        catch (CorruptIndexException e)
        {
            throw new SnapshotException(described, e);
        }
    }

    private static (SnapshotContents Contents, SnapshotFiles Files) Read(
        IndexFile snapshot, string described, CancellationToken cancellationToken)
    {
        try
        {
            using var tar = new TarReader(new IndexFileStream(snapshot), leaveOpen: true);
            var contents = SnapshotContents.Decode(ReadSmall(Next(tar, SnapshotContents.Name, described), described), described);
            var places = ImmutableDictionary.CreateBuilder<string, (long Offset, long Length)>(StringComparer.Ordinal);
            foreach (var file in contents.Files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var entry = Next(tar, file.Name, described);
                Compare(entry, file, described);
                places[file.Name] = (entry.DataOffset, file.Length);
            }

            return Next(tar, described) is { } more
                ? throw new SnapshotException(described, $"{more.Name} follows after its last file")
                : (contents, new SnapshotFiles(snapshot, described, places.ToImmutable()));
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or OverflowException)
        {
            throw new SnapshotException(described, e);
        }
    }

    private static GenerationFile ReadGeneration(SnapshotFiles files, SnapshotContents contents, IndexSchema schema, string described)
    {
        var first = contents.Files[0];
        if (first.Name != GenerationFile.NameOf(contents.Generation) || first.Length > MaxGenerationFile)
        {
            throw new SnapshotException(
                described, $"its first file is {first.Name} of {first.Length} bytes, not that of generation {contents.Generation}");
        }

        GenerationFile generation;
        try
        {
            generation = GenerationFile.Read(files, contents.Generation);
        }
        catch (CorruptIndexException e)
        {
            throw new SnapshotException(described, e);
        }

        if (!generation.Schema.Matches(schema))
        {
            throw new IndexSchemaException(described, generation.Schema, schema);
        }

        return generation.Files.Select(file => file.Name).SequenceEqual(contents.Files.Skip(1).Select(file => file.Name))
            ? generation
            : throw new SnapshotException(described, "its generation names other files than it holds");
    }

    private static TarEntry Next(TarReader tar, string name, string described) => Next(tar, described) switch
    {
        null => throw new SnapshotException(described, $"it ends where {name} should follow"),
        { EntryType: TarEntryType.RegularFile } entry when entry.Name == name => entry,
        var other => throw new SnapshotException(described, $"{other.Name} stands where {name} should follow"),
    };

    private static TarEntry? Next(TarReader tar, string described)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (ArgumentOutOfRangeException e)
        {
            // The archive's reader goes where a changed size points to, beyond the end.
            throw new SnapshotException(described, e);
        }
    }

    private static byte[] ReadSmall(TarEntry entry, string described)
    {
        if (entry.Length > SnapshotContents.MaxLength || entry.DataStream is not { } data)
        {
            throw new SnapshotException(described, $"{entry.Name} has {entry.Length} bytes");
        }

        var bytes = new byte[entry.Length];
        data.ReadExactly(bytes);
        return bytes;
    }

    private static void Compare(TarEntry entry, SnapshotFile file, string described)
    {
        if (entry.Length != file.Length || entry.DataStream is not { } data)
        {
            throw new SnapshotException(described, $"{file.Name} has {entry.Length} bytes instead of {file.Length}");
        }

        if (Convert.ToHexStringLower(SHA256.HashData(data)) != file.Digest)
        {
            throw new SnapshotException(described, $"{file.Name} is not as it was written: its SHA-256 differs from {file.Digest}");
        }
    }
}
