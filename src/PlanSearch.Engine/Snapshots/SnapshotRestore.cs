using System.Collections.Immutable;
using System.Formats.Tar;
using System.Security.Cryptography;
using PlanSearch.Engine.Format;
using PlanSearch.Engine.Indexing;
using PlanSearch.Engine.Search;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Snapshots;

/// <summary>Publishes the content of a snapshot as the next generation of an index. Used once.</summary>
/// <remarks>
/// Segments get new ids, so that no name is used twice in an index. Everything is compared with the snapshot's own digests, and then opened and verified
/// as a reader would, before the manifest makes it visible. Older generations stay as they would after a commit.
/// </remarks>
public sealed class SnapshotRestore
{
    private readonly Stream _snapshot;
    private readonly string _name;
    private readonly IndexDirectory _target;
    private readonly long _generation;
    private readonly List<string> _written = [];

    private SnapshotRestore(Stream snapshot, string name, IndexDirectory target, IndexWriterOptions options)
    {
        (_snapshot, _name, _target) = (snapshot, name, target);
        _generation = Math.Max(IndexReader.NewestGeneration(target) + 1, options.FirstGeneration);
    }

    /// <summary>Restores into an index, which may be empty, and whose newest generation need not be readable.</summary>
    /// <param name="snapshot">The snapshot, from its beginning.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="target">The index; no writer may hold it.</param>
    /// <param name="schema">The schema the snapshot must have.</param>
    /// <param name="options">Clock, and the first number where the index is empty.</param>
    /// <param name="cancellationToken">Ends it; nothing is published then.</param>
    /// <exception cref="SnapshotException">The snapshot is damaged or cut off; nothing is published.</exception>
    /// <exception cref="IndexFormatException">Another version wrote it, or it is an index of something else.</exception>
    /// <exception cref="IndexLockedException">A writer holds the index.</exception>
    /// <exception cref="IndexWriteException">The index cannot be written.</exception>
    public static SnapshotReport Run(
        Stream snapshot, string name, IndexDirectory target, IndexSchema schema, IndexWriterOptions options, CancellationToken cancellationToken) =>
        Run(snapshot, name, target, schema, options, (_, userData) => userData, cancellationToken);

    /// <summary>The same, where what the user gave with the commit says something of the index it was in.</summary>
    /// <param name="snapshot">The snapshot, from its beginning.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="target">The index; no writer may hold it.</param>
    /// <param name="schema">The schema the snapshot must have.</param>
    /// <param name="options">Clock, and the first number where the index is empty.</param>
    /// <param name="userData">What is published in its place, by the number of the generation and what the snapshot holds.</param>
    /// <param name="cancellationToken">Ends it; nothing is published then.</param>
    public static SnapshotReport Run(
        Stream snapshot,
        string name,
        IndexDirectory target,
        IndexSchema schema,
        IndexWriterOptions options,
        Func<long, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> userData,
        CancellationToken cancellationToken)
    {
        using var held = target.Lock();
        var restore = new SnapshotRestore(snapshot, name, target, options);
        try
        {
            return restore.Execute(schema, options.Time.GetUtcNow(), userData, cancellationToken);
        }
        catch (Exception e)
        {
            restore.Withdraw();
            if (e is InvalidDataException or EndOfStreamException)
            {
                throw new SnapshotException(name, e);
            }

            throw;
        }
    }

    private SnapshotReport Execute(
        IndexSchema schema, DateTimeOffset now, Func<long, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> userData, CancellationToken cancellationToken)
    {
        using var tar = new TarReader(_snapshot, leaveOpen: true);
        var contents = SnapshotContents.Decode(ReadSmall(Next(tar, SnapshotContents.Name), SnapshotContents.MaxLength), _name);
        var manifest = ReadManifest(tar, contents, schema);
        var segments = ImmutableArray.CreateBuilder<ManifestSegment>();
        foreach (var (file, entry) in contents.Files.Skip(1).Zip(manifest.Segments))
        {
            cancellationToken.ThrowIfCancellationRequested();
            segments.Add(entry with { Id = ((ulong)_generation << 16) | (uint)segments.Count });
            Copy(Next(tar, file.Name), file, segments[^1]);
        }

        foreach (var segment in segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SegmentReader.Open(_target, segment.FileName, schema, verify: true).Dispose();
            _target.MarkVerified(segment.FileName);
        }

        var restored = manifest with
        {
            Generation = _generation,
            Segments = segments.ToImmutable(),
            UserData = userData(_generation, manifest.UserData),
            PublishedAt = now,
        };
        _target.SyncDirectory();
        restored.Publish(_target);
        using var reader = IndexReader.Open(_target, _generation)!;
        return new SnapshotReport(_generation, contents.Files.Length, contents.Files.Sum(file => file.Length), reader.DocumentCount);
    }

    private Manifest ReadManifest(TarReader tar, SnapshotContents contents, IndexSchema schema)
    {
        var first = contents.Files[0];
        if (first.Name != Manifest.NameOf(contents.Generation) || first.Length > SnapshotContents.MaxLength * 16L)
        {
            throw new SnapshotException(_name, $"its first file is {first.Name} of {first.Length} bytes, not the manifest of generation {contents.Generation}");
        }

        var bytes = ReadSmall(Next(tar, first.Name), (int)first.Length);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != first.Digest)
        {
            throw Changed(first);
        }

        var manifest = Manifest.Read(new MemoryIndexDirectory { [first.Name] = bytes }, contents.Generation);
        if (!manifest.Schema.Matches(schema))
        {
            throw new IndexSchemaException(_name, manifest.Schema, schema);
        }

        return manifest.Segments.Select(segment => segment.FileName).SequenceEqual(contents.Files.Skip(1).Select(file => file.Name))
            ? manifest
            : throw new SnapshotException(_name, "its manifest names other segments than it holds");
    }

    private TarEntry Next(TarReader tar, string name) => Next(tar) switch
    {
        null => throw new SnapshotException(_name, $"it ends where {name} should follow"),
        { EntryType: TarEntryType.RegularFile } entry when entry.Name == name => entry,
        var other => throw new SnapshotException(_name, $"{other.Name} stands where {name} should follow"),
    };

    private TarEntry? Next(TarReader tar)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (ArgumentOutOfRangeException e)
        {
            // The archive's reader goes where a changed size points to, beyond the end.
            throw new SnapshotException(_name, e);
        }
    }

    private byte[] ReadSmall(TarEntry entry, int maxLength)
    {
        if (entry.Length > maxLength || entry.DataStream is not { } data)
        {
            throw new SnapshotException(_name, $"{entry.Name} has {entry.Length} bytes");
        }

        var bytes = new byte[entry.Length];
        data.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Copies a segment under its new id, comparing the digest; a file that does not fit is never published.</summary>
    private void Copy(TarEntry entry, SnapshotFile file, ManifestSegment segment)
    {
        if (entry.Length != file.Length || entry.DataStream is not { } data)
        {
            throw new SnapshotException(_name, $"{file.Name} has {entry.Length} bytes instead of {file.Length}");
        }

        _target.Publish(segment.FileName, stream =>
        {
            if (Restamp(data, file, segment.Id, stream) != file.Digest)
            {
                throw Changed(file);
            }
        });
        _written.Add(segment.FileName);
    }

    private string Restamp(Stream data, SnapshotFile file, ulong id, Stream stream)
    {
        try
        {
            return SegmentRestamp.Copy(data, file.Length, id, stream);
        }
        catch (EndOfStreamException e)
        {
            // The end of the snapshot, not a fault of the index that is written.
            throw new SnapshotException(_name, e);
        }
    }

    private SnapshotException Changed(SnapshotFile file) => new(_name, $"{file.Name} is not as it was written: its SHA-256 differs from {file.Digest}");

    /// <summary>Removes the segments of a restore that failed, unless their generation may be there.</summary>
    private void Withdraw()
    {
        if (IndexReader.NewestGeneration(_target) < _generation)
        {
            _written.ForEach(_target.Discard);
        }
    }
}
