using System.Collections.Immutable;
using System.Formats.Tar;
using System.Security.Cryptography;
using PlanSearch.Index.Format;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Snapshots;

/// <summary>Writes one generation of an index into one file. Read by <see cref="SnapshotRestore"/>; FORMAT.md, "Snapshot".</summary>
public static class IndexSnapshot
{
    /// <summary>Writes the newest generation; writers and readers continue meanwhile.</summary>
    /// <remarks>
    /// The file is verified as it is read, and appears under its name when it is whole and on the disk. The same generation gives the same
    /// bytes.
    /// </remarks>
    /// <param name="index">The index.</param>
    /// <param name="target">Where the file shall lie.</param>
    /// <param name="name">Its name there; it must be free.</param>
    /// <param name="cancellationToken">Ends it; there is no file then.</param>
    /// <returns>Null when there is no generation to write.</returns>
    /// <exception cref="CorruptIndexException">The generation is damaged.</exception>
    /// <exception cref="IndexWriteException">The file cannot be written, or the name is taken.</exception>
    public static SnapshotReport? Write(IndexDirectory index, IndexDirectory target, string name, CancellationToken cancellationToken)
    {
        using var reader = IndexReader.Open(index);
        if (reader is null)
        {
            return null;
        }

        var generation = GenerationFile.Read(index, reader.Generation);
        ImmutableArray<string> files = [generation.FileName, .. generation.Files.Select(file => file.Name)];
        var contents = new SnapshotContents(generation.Number, [.. files.Select(file => Sum(index, file, cancellationToken))]);
        target.Publish(name, stream => Write(index, contents, generation.PublishedAt, stream, cancellationToken));
        target.SyncDirectory();
        return new SnapshotReport(generation.Number, contents.Files.Length, contents.Files.Sum(file => file.Length), reader.DocumentCount);
    }

    private static void Write(
        IndexDirectory index, SnapshotContents contents, DateTimeOffset publishedAt, Stream stream, CancellationToken cancellationToken)
    {
        using var tar = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true);
        using var list = new MemoryStream(contents.Encode());
        Write(tar, SnapshotContents.Name, list, publishedAt);
        foreach (var file in contents.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var bytes = new IndexFileStream(index.Open(file.Name));
            Write(tar, file.Name, bytes, publishedAt);
        }
    }

    private static void Write(TarWriter tar, string name, Stream bytes, DateTimeOffset time) =>
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = bytes, ModificationTime = time });

    private static SnapshotFile Sum(IndexDirectory index, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var bytes = new IndexFileStream(index.Open(name));
        return new SnapshotFile(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}

/// <summary>What was written or restored.</summary>
/// <param name="Generation">The generation's number, in the index.</param>
/// <param name="Files">Files of the index.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Documents">Documents that are not deleted.</param>
public sealed record SnapshotReport(long Generation, int Files, long Bytes, int Documents);
