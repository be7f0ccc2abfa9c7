using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using PlanSearch.Engine.Format;
using PlanSearch.Engine.Search;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Indexing;

/// <summary>The one writer of an index: takes documents, publishes generations.</summary>
/// <remarks>
/// One at a time per index, held by a lock file. Nothing is visible to readers before <see cref="Commit"/>, and a commit is all or nothing. Disposing
/// without a commit abandons what was added.
/// <para>
/// Threads: one calls; a second, of the writer's own, writes the segment that is full while the caller goes on adding; a third merges segments after a commit and publishes the result as a generation of its own with the same
/// content. A commit never waits for a merge to be written, only, for the few milliseconds it takes, for another manifest to be published. Readers wait
/// for neither.
/// </para>
/// <para>
/// A <see cref="Commit"/> that threw can be repeated, unless only its very last step failed, which keeps the manifest's name: then the writer takes no
/// more, and the next one finds the old generation or the new one.
/// </para>
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly IndexWriterOptions _options;
    private readonly IDisposable _lock;
    private readonly Retention _retention;

    // Guards everything below but the builder and the full segment, which only the caller's thread touches.
    private readonly Lock _gate = new();
    private readonly List<LiveSegment> _segments = [];
    private readonly Dictionary<string, (LiveSegment Segment, int Document)> _places = [];
    private SegmentBuilder _builder;
    private LiveSegment _open;
    private FullSegment? _full;
    private ReadOnlyMemory<byte> _userData;
    private Task _merging = Task.CompletedTask;
    private ExceptionDispatchInfo? _mergeFault;
    private bool _isMerging;
    private bool _isBroken;
    private long _generation;
    private ulong _nextId;

    private IndexWriter(IndexDirectory directory, IndexSchema schema, IndexWriterOptions options, IDisposable held)
    {
        (_directory, _schema, _options, _lock) = (directory, schema, options, held);
        _retention = new Retention(directory, options);
        _builder = new SegmentBuilder(schema);
        Load();
        _retention.Begin();
        _retention.Reclaim();
        _open = new LiveSegment(TakeId());
    }

    /// <summary>Opens the newest generation for writing, or begins a new index in an empty directory.</summary>
    /// <exception cref="IndexLockedException">Another writer holds the index.</exception>
    /// <exception cref="CorruptIndexException">The newest generation is damaged.</exception>
    /// <exception cref="IndexFormatException">It was written by another version.</exception>
    /// <exception cref="IndexSchemaException">It has another schema.</exception>
    /// <exception cref="IndexWriteException">The directory may not be written to.</exception>
    /// <exception cref="ArgumentException">The schema has too many columns, or a weighting that does not fit it.</exception>
    public static IndexWriter Open(IndexDirectory directory, IndexSchema schema, IndexWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.Columns.Length > IndexSchema.MaxColumns)
        {
            throw new ArgumentException($"{schema.Columns.Length} columns are more than {IndexSchema.MaxColumns}.", nameof(schema));
        }

        if (schema.Weighting is var (column, weights)
            && (column < 0 || column >= schema.Columns.Length || weights.Length != IndexSchema.MaxColumnValues || weights.Any(weight => !float.IsNormal((float)weight) || weight < 0)))
        {
            throw new ArgumentException($"The weighting needs a column of the schema and {IndexSchema.MaxColumnValues} weights above 0.", nameof(schema));
        }

        var held = directory.Lock();
        try
        {
            return new IndexWriter(directory, schema, options, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document; one with the same key, committed or not, is replaced.</summary>
    /// <exception cref="IndexWriteException">The full segment before this one could not be written.</exception>
    public void Add(IndexDocument document)
    {
        var weight = LiveSegment.Weigh(SegmentBuilder.LengthOf(document), document.Stored.Length);
        if (_open.Count > 0 && _open.Length + (long)weight > _options.MaxSegmentLength)
        {
            Flush();
        }

        _builder.Add(document);
        lock (_gate)
        {
            DeleteAt(document.Key);
            _places[document.Key] = (_open, _open.Add(weight));
        }
    }

    /// <summary>Removes the document with this key.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string key)
    {
        lock (_gate)
        {
            return DeleteAt(key);
        }
    }

    /// <summary>Publishes what was added and removed as the next generation, with the caller's own data beside it.</summary>
    /// <remarks>
    /// What made a merge in the background fail is thrown here, once, before anything is published. An exception while older
    /// generations are removed comes after the publication: <see cref="IndexReader.NewestGeneration"/> tells.
    /// </remarks>
    /// <param name="userData">Given back by <see cref="IndexReader.UserData"/>, byte for byte.</param>
    /// <returns>The generation's number; a merge may publish another soon after.</returns>
    /// <exception cref="IndexWriteException">The disk is full or may not be written to; nothing was published.</exception>
    public long Commit(ReadOnlyMemory<byte> userData)
    {
        TellOfFailedMerge();
        Flush();
        FinishFull();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isBroken, this);
            Abandon(segment => segment.IsDead);
            var generation = Publish([.. _segments.Select(segment => (segment, segment.NextEntry))], userData.ToArray());
            StartMerging();
            return generation;
        }
    }

    /// <summary>Waits for the merges under way and releases the lock; what was not committed is gone.</summary>
    /// <exception cref="IOException">A merge failed; what was committed is published and whole.</exception>
    public void Dispose()
    {
        try
        {
            _full?.Settle();
            _merging.GetAwaiter().GetResult();
            TellOfFailedMerge();
        }
        finally
        {
            if (!_isBroken)
            {
                Abandon(_ => true);
                if (_full is { } full)
                {
                    _directory.Discard(full.Segment.FileName);
                }
            }

            _lock.Dispose();
        }
    }

    private void Load()
    {
        _generation = IndexReader.NewestGeneration(_directory);
        if (_generation == 0)
        {
            _generation = _options.FirstGeneration - 1;
            return;
        }

        var manifest = Manifest.Read(_directory, _generation);
        if (!manifest.Schema.Matches(_schema))
        {
            throw new IndexSchemaException(_directory.Describe(manifest.FileName), manifest.Schema, _schema);
        }

        _userData = manifest.UserData;
        foreach (var entry in manifest.Segments)
        {
            using var reader = SegmentReader.Open(_directory, entry.FileName, _schema, !_directory.IsVerified(entry.FileName));
            _directory.MarkVerified(entry.FileName);
            var segment = new LiveSegment(entry.Id);
            for (var document = 0; document < reader.DocumentCount; document++)
            {
                segment.Add(LiveSegment.Weigh(reader.TextStart(document + 1) - reader.TextStart(document), reader.Stored(document).Length));
                if (entry.Deleted.BinarySearch(document) < 0)
                {
                    _places[reader.Key(document)] = (segment, document);
                }
            }

            segment.Delete(entry.Deleted, []);
            segment.Publish(entry);
            _segments.Add(segment);
        }
    }

    private bool DeleteAt(string key)
    {
        if (!_places.Remove(key, out var place))
        {
            return false;
        }

        place.Segment.Deleted.Add(place.Document);
        return true;
    }

    /// <summary>Hands the documents in memory to a thread that writes them as a segment; one is written at a time.</summary>
    private void Flush()
    {
        FinishFull();
        if (_open.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            _full = _open.IsDead ? null : new FullSegment(_builder, _open, _directory);
            _open = new LiveSegment(TakeId());
        }

        _builder = new SegmentBuilder(_schema);
        _full?.Begin();
    }

    /// <summary>Waits for the segment that is being written; it is on the disk then, but no generation names it yet.</summary>
    private void FinishFull()
    {
        if (_full is { } full)
        {
            full.Finish();
            lock (_gate)
            {
                _segments.Add(full.Segment);
            }

            _full = null;
        }
    }

    /// <summary>Publishes the next generation; from here on it is what the segments' entries say.</summary>
    private long Publish(ImmutableArray<(LiveSegment Segment, ManifestSegment Entry)> all, ReadOnlyMemory<byte> userData)
    {
        var entries = all.Where(one => one.Entry.Deleted.Length < one.Segment.Count).Select(one => one.Entry);
        var manifest = new Manifest(_generation + 1, _schema, [.. entries], userData) { PublishedAt = _options.Time.GetUtcNow() };
        try
        {
            // The segments' names must be on the disk before the manifest's is: the system may keep them in any order.
            if (all.Any(one => !one.Segment.IsPublished))
            {
                _directory.SyncDirectory();
            }

            manifest.Publish(_directory);
        }
        catch
        {
            // Named, but perhaps not for good: nobody knows which generation a crash would leave.
            _isBroken = IndexReader.NewestGeneration(_directory) > _generation;
            throw;
        }

        (_generation, _userData) = (manifest.Generation, userData);
        foreach (var (segment, entry) in all)
        {
            segment.Publish(entry);
        }

        _segments.RemoveAll(segment => segment.IsPublished && segment.IsDeadAsPublished);
        _retention.Add(manifest);
        _retention.Reclaim();
        return _generation;
    }

    private void StartMerging()
    {
        if (!_isMerging && NextMerge() is { } merge)
        {
            _isMerging = true;
            _merging = Task.Run(() => MergeAll(merge));
        }
    }

    private void MergeAll(SegmentMerge first)
    {
        try
        {
            for (SegmentMerge? merge = first; merge is not null;)
            {
                merge.Write(_directory, _schema);
                lock (_gate)
                {
                    TakeUp(merge);
                    merge = _isBroken ? null : NextMerge();
                    _isMerging = merge is not null;
                }
            }
        }
        catch (Exception fault)
        {
            // Told on the caller's thread, by the next commit or the end.
            lock (_gate)
            {
                (_isMerging, _mergeFault) = (false, ExceptionDispatchInfo.Capture(fault));
            }
        }
    }

    private SegmentMerge? NextMerge()
    {
        var published = _segments.Where(segment => segment.IsPublished).ToList();
        var chosen = MergePolicy.Select([.. published.Select(segment => segment.Size)], _options);
        if (chosen.Count == 0)
        {
            return null;
        }

        var hold = _directory.TryHold(Manifest.NameOf(_generation))
            ?? throw new IOException($"{_directory.Describe(Manifest.NameOf(_generation))} is gone: something else than this program removes files of the index.");
        return new SegmentMerge(TakeId(), chosen.Select(rank => published[rank]), hold);
    }

    /// <summary>The merged segment takes the place of the old ones, in a generation with the content of the last commit.</summary>
    private void TakeUp(SegmentMerge merge)
    {
        var at = _segments.FindIndex(merge.Replaces);
        if (at < 0 || _isBroken)
        {
            // Commits since then have deleted everything in the old ones, or the last one failed and has said so.
            _directory.Discard(merge.Result.FileName);
            return;
        }

        merge.Finish((key, old, now) =>
        {
            if (_places.GetValueOrDefault(key) == old)
            {
                _places[key] = now;
            }
        });
        _segments.Insert(at, merge.Result);
        _segments.RemoveAll(merge.Replaces);
        Publish([.. _segments.Where(segment => segment.IsPublished || segment == merge.Result).Select(segment => (segment, segment.Entry))], _userData);
    }

    private void TellOfFailedMerge()
    {
        ExceptionDispatchInfo? fault;
        lock (_gate)
        {
            (fault, _mergeFault) = (_mergeFault, null);
        }

        fault?.Throw();
    }

    /// <summary>Removes segments that no generation names: they must not take up the disk until the next writer comes.</summary>
    private void Abandon(Predicate<LiveSegment> chosen)
    {
        foreach (var segment in _segments.Where(segment => !segment.IsPublished && chosen(segment)))
        {
            _directory.Discard(segment.FileName);
        }

        _segments.RemoveAll(segment => !segment.IsPublished && chosen(segment));
    }

    private ulong TakeId() => (((ulong)_generation + 1) << 16) | (_nextId++ & 0xFFFF);
}
