using PlanSearch.Engine.Format;
using PlanSearch.Engine.Search;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Indexing;

/// <summary>The one writer of an index: takes documents, publishes generations.</summary>
/// <remarks>
/// One at a time per index, held by a lock file; one thread at a time. Nothing is visible to readers before <see cref="Commit"/>,
/// and a commit is all or nothing. Disposing without a commit abandons what was added.
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly IndexWriterOptions _options;
    private readonly IDisposable _lock;
    private readonly List<PendingSegment> _segments = [];
    private readonly Dictionary<string, (PendingSegment Segment, int Document)> _places = [];
    private SegmentBuilder _builder;
    private PendingSegment _open;
    private long _generation;
    private int _written;

    private IndexWriter(IndexDirectory directory, IndexSchema schema, IndexWriterOptions options, IDisposable held)
    {
        (_directory, _schema, _options, _lock) = (directory, schema, options, held);
        _builder = new SegmentBuilder(schema);
        _open = new PendingSegment();
    }

    /// <summary>Opens the newest generation for writing, or begins a new index in an empty directory.</summary>
    /// <exception cref="IndexLockedException">Another writer holds the index.</exception>
    /// <exception cref="CorruptIndexException">The newest generation is damaged.</exception>
    /// <exception cref="IndexFormatException">It was written by another version.</exception>
    /// <exception cref="InvalidOperationException">It has another schema: a bug of the caller, or an index of something else.</exception>
    public static IndexWriter Open(IndexDirectory directory, IndexSchema schema, IndexWriterOptions options)
    {
        var held = directory.Lock();
        try
        {
            var writer = new IndexWriter(directory, schema, options, held);
            writer.Load();
            writer.Reclaim();
            return writer;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document; one with the same key, committed or not, is replaced.</summary>
    public void Add(IndexDocument document)
    {
        var length = SegmentBuilder.LengthOf(document);
        if (_builder.Length > 0 && _builder.Length + (long)length > _options.MaxSegmentLength)
        {
            Flush();
        }

        Delete(document.Key);
        _builder.Add(document);
        _places[document.Key] = (_open, _builder.Documents.Count - 1);
        _open.Lengths.Add(length);
    }

    /// <summary>Removes the document with this key.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string key)
    {
        if (!_places.Remove(key, out var place))
        {
            return false;
        }

        place.Segment.Deleted.Add(place.Document);
        return true;
    }

    /// <summary>Publishes what was added and removed as the next generation, with the caller's own data beside it.</summary>
    /// <param name="userData">Given back by <see cref="IndexReader.UserData"/>, byte for byte.</param>
    /// <returns>The generation's number.</returns>
    public long Commit(ReadOnlyMemory<byte> userData)
    {
        Flush();
        Merge();
        _segments.RemoveAll(segment => segment.Deleted.Count == segment.Lengths.Count);
        _generation++;
        _written = 0;
        new Manifest(
            _generation,
            _schema,
            [.. _segments.Select(segment => new ManifestSegment(segment.Id, [.. segment.Deleted]))],
            userData).Publish(_directory);
        Reclaim();
        return _generation;
    }

    /// <summary>Releases the lock; what was not committed is gone.</summary>
    public void Dispose() => _lock.Dispose();

    private void Load()
    {
        _generation = IndexReader.NewestGeneration(_directory);
        if (_generation == 0)
        {
            return;
        }

        var manifest = Manifest.Read(_directory, _generation);
        if (!manifest.Schema.Levels.SequenceEqual(_schema.Levels) || !manifest.Schema.Columns.SequenceEqual(_schema.Columns))
        {
            throw new InvalidOperationException($"{_directory.Describe(manifest.FileName)} has another schema.");
        }

        foreach (var entry in manifest.Segments)
        {
            using var reader = SegmentReader.Open(_directory, entry.FileName, _schema, !_directory.IsVerified(entry.FileName));
            _directory.MarkVerified(entry.FileName);
            var segment = new PendingSegment { Id = entry.Id };
            segment.Deleted.UnionWith(entry.Deleted);
            for (var document = 0; document < reader.DocumentCount; document++)
            {
                segment.Lengths.Add(reader.TextStart(document + 1) - reader.TextStart(document));
                if (!segment.Deleted.Contains(document))
                {
                    _places[reader.Key(document)] = (segment, document);
                }
            }

            _segments.Add(segment);
        }
    }

    /// <summary>Writes the documents in memory as a segment; it is on the disk, but no generation names it yet.</summary>
    private void Flush()
    {
        if (_builder.Length == 0)
        {
            return;
        }

        if (_open.Deleted.Count < _open.Lengths.Count)
        {
            _open.Id = ((ulong)(_generation + 1) << 16) | (uint)_written++;
            var (builder, id) = (_builder, _open.Id);
            _directory.Publish(new ManifestSegment(id, []).FileName, stream => SegmentWriter.Write(builder, stream, id));
            _segments.Add(_open);
        }

        _builder = new SegmentBuilder(_schema);
        _open = new PendingSegment();
    }

    private void Merge()
    {
        var chosen = MergePolicy.Select([.. _segments.Select(segment => segment.Size)], _options).Select(rank => _segments[rank]).ToList();
        foreach (var segment in chosen.Where(segment => segment.Deleted.Count < segment.Lengths.Count))
        {
            using var reader = SegmentReader.Open(_directory, new ManifestSegment(segment.Id, []).FileName, _schema, verify: false);
            for (var document = 0; document < reader.DocumentCount; document++)
            {
                if (!segment.Deleted.Contains(document))
                {
                    Add(reader.ReadDocument(document));
                }
            }
        }

        Flush();
        _segments.RemoveAll(chosen.Contains);
    }

    /// <summary>Removes what no kept generation names: files of older generations, and what a writer left that did not come to its commit.</summary>
    private void Reclaim()
    {
        var kept = Manifest.Generations(_directory).Take(1 + _options.KeptGenerations).Select(number => Manifest.Read(_directory, number)).ToList();
        var named = kept.SelectMany(manifest => manifest.Segments.Select(segment => segment.FileName).Append(manifest.FileName)).ToHashSet();
        var ours = _directory.List().Where(IsIndexFile).Where(name => !named.Contains(name)).ToList();

        // Manifests go first: a generation without its segments must never be found.
        foreach (var name in ours.OrderBy(name => name.StartsWith("manifest-", StringComparison.Ordinal) ? 0 : 1))
        {
            _directory.Delete(name);
        }
    }

    private static bool IsIndexFile(string name) =>
        name.StartsWith("manifest-", StringComparison.Ordinal) || name.StartsWith("segment-", StringComparison.Ordinal);

    /// <summary>A segment of the next generation.</summary>
    private sealed class PendingSegment
    {
        public ulong Id { get; set; }

        public List<int> Lengths { get; } = [];

        public SortedSet<int> Deleted { get; } = [];

        public SegmentSize Size => new(Lengths.Sum(), Deleted.Sum(document => Lengths[document]));
    }
}
