using System.Runtime.ExceptionServices;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PlanSearch.Index.Building;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;
using IndexReader = PlanSearch.Index.Search.IndexReader;
using LuceneDirectory = Lucene.Net.Store.Directory;
using LuceneWriter = Lucene.Net.Index.IndexWriter;

namespace PlanSearch.Index.Indexing;

/// <summary>The one writer of an index: takes documents, publishes generations.</summary>
/// <remarks>
/// Lucene writes; this class decides when, and gives each of its commits the name by which it counts (<see cref="GenerationFile"/>). One
/// writer at a time per index, held by a lock. Nothing is visible to readers before <see cref="Commit"/>, and a commit is all or nothing.
/// Disposing without a commit abandons what was added.
/// <para>
/// Threads: one calls; a second, of the writer's own, writes the segment that is full while the caller continues adding; a third merges
/// segments after a commit and publishes the result as a generation of its own with the same content, or leaves it to the next commit where
/// the caller has continued adding. A commit never waits for a merge to be written. Readers wait for neither.
/// </para>
/// <para>
/// A fault while something is written, or a document that cannot be taken after all, leaves Lucene without documents that it had: so the
/// writer takes no more then, and the next one finds the old generation or the new one.
/// </para>
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    private const string KeyField = "key";

    // The field with the name of a kept document, which has no other.
    private const string KeptField = "kept";

    private readonly IndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly IndexWriterOptions _options;
    private readonly IDisposable _lock;
    private readonly CommitDirectory _files;
    private readonly Retention _retention;
    private readonly LuceneWriter _lucene;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    // Guards everything below down to what only the caller's thread touches: whether it is disposed of, and the full segment.
    private readonly Lock _gate = new();
    private IndexCommit? _committed;
    private GenerationFile _newest;
    private bool _hasChanges;
    private bool _isBroken;
    private Task _merging = Task.CompletedTask;
    private ExceptionDispatchInfo? _mergeFault;
    private bool _isMerging;
    private bool _mergesAgain;

    private bool _isDisposed;
    private int _gathered;
    private Task? _writingFull;
    private TaskCompletionSource _takesNoMore = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private IndexWriter(IndexDirectory directory, IndexSchema schema, IndexWriterOptions options, IDisposable held)
    {
        (_directory, _schema, _options, _lock) = (directory, schema, options, held);
        var found = CommitStart.Of(directory, schema, options.Identity);
        _newest = found[0];
        _retention = new Retention(directory, options, found);
        _retention.Reclaim();
        _files = new CommitDirectory(directory, schema);
        foreach (var generation in found.Reverse())
        {
            _files.Know(generation);
        }

        if (_newest.Number > 0)
        {
            CommitFiles.Read(directory, _newest.SegmentsFile, ReadKeys);
        }
        else
        {
            _newest = _newest with { Number = options.FirstGeneration - 1 };
        }

        _lucene = CommitFiles.Read(
            directory, found[0].Files.IsEmpty ? found[0].FileName : found[0].SegmentsFile, () => new LuceneWriter(_files, Config()));
    }

    /// <summary>Opens the newest generation for writing, or begins a new index in an empty directory.</summary>
    /// <exception cref="DirectoryLockedException">Another writer holds the index.</exception>
    /// <exception cref="CorruptIndexException">The newest generation is damaged; nothing has changed.</exception>
    /// <exception cref="IndexFormatException">It was written by another version.</exception>
    /// <exception cref="IndexSchemaException">It has another schema.</exception>
    /// <exception cref="ForeignIndexException">Another program's index lies there.</exception>
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
            && (column < 0
                || column >= schema.Columns.Length
                || weights.Length != IndexSchema.MaxColumnValues
                || weights.Any(weight => !float.IsNormal((float)weight) || weight < 0)))
        {
            throw new ArgumentException(
                $"The weighting needs a column of the schema and {IndexSchema.MaxColumnValues} weights above 0.", nameof(schema));
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
    /// <exception cref="ArgumentException">It does not fit the schema, or not itself: nothing else is lost by it.</exception>
    /// <exception cref="IndexWriteException">The full segment before this one could not be written.</exception>
    public void Add(IndexDocument document)
    {
        SegmentBuilder.Validate(document, _schema);
        var weight = BackgroundMerges.Weigh(SegmentBuilder.LengthOf(document), document.Stored.Length);
        if (_gathered > 0 && _gathered + (long)weight > _options.MaxSegmentLength)
        {
            WriteFull();
        }

        _gathered += weight;
        Document fields = document.KeptAs is { } name
            ? [new StringField(KeptField, name, Field.Store.NO), new DocumentField(document)]
            : [new StringField(KeyField, document.Key, Field.Store.NO), new DocumentField(document)];
        Change(() =>
        {
            if (document.KeptAs is not null || _keys.Add(document.Key))
            {
                _lucene.AddDocument(fields);
            }
            else
            {
                _lucene.UpdateDocument(new Term(KeyField, document.Key), fields);
            }
        });
    }

    /// <summary>Removes the document with this key.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string key)
    {
        if (!_keys.Remove(key))
        {
            return false;
        }

        Change(() => _lucene.DeleteDocuments(new Term(KeyField, key)));
        return true;
    }

    /// <summary>Removes what is kept under a name.</summary>
    public void DeleteKept(string name) => Change(() => _lucene.DeleteDocuments(new Term(KeptField, name)));

    /// <summary>Publishes what was added and removed as the next generation, with the caller's own data beside it.</summary>
    /// <remarks>
    /// What made a merge in the background fail is thrown here, once, before anything is published. An exception while older
    /// generations are removed comes after the publication: <see cref="Search.IndexReader.NewestGeneration"/> tells.
    /// </remarks>
    /// <param name="userData">Given back by <see cref="Search.IndexReader.UserData"/>, byte for byte.</param>
    /// <returns>The generation's number; a merge may publish another soon after.</returns>
    /// <exception cref="IndexWriteException">The disk is full or may not be written to; nothing was published.</exception>
    public long Commit(ReadOnlyMemory<byte> userData)
    {
        TellOfFailedMerge();
        FinishFull();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isBroken, this);
            var generation = Publish(userData.ToArray());
            _gathered = 0;
            StartMerging();
            return generation;
        }
    }

    /// <summary>Waits for the merges under way and releases the lock; what was not committed is gone.</summary>
    /// <exception cref="IOException">A merge failed; what was committed is published and whole.</exception>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            (_writingFull ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
            _merging.GetAwaiter().GetResult();
            TellOfFailedMerge();
        }
        finally
        {
            Abandon();
            _lock.Dispose();
        }
    }

    /// <summary>Finds the documents that are kept.</summary>
    internal static Query EveryKept => new PrefixQuery(new Term(KeptField, ""));

    /// <summary>The number that the next commit has, unless a merge is published before it.</summary>
    internal long NextGeneration => _newest.Number + 1;

    /// <summary>
    /// Puts the segments of another index, as they are, in the place of all documents; a commit publishes them. What was kept there is not:
    /// its names belong to that index.
    /// </summary>
    internal void ReplaceAll(LuceneDirectory source) => Change(() =>
    {
        _lucene.DeleteAll();
        _lucene.AddIndexes(source);
        _lucene.DeleteDocuments(EveryKept);
    });

    private IndexWriterConfig Config() => new(LuceneVersion.LUCENE_48, new NoWords())
    {
        Codec = new EngineCodec(() => _takesNoMore.TrySetResult()),
        IndexDeletionPolicy = new NamedCommits(_retention.Names, commit => _committed = commit),
        MergePolicy = new BackgroundMerges(_directory, _options),
        MergeScheduler = new BackgroundMerges.Scheduler(),
        OpenMode = _newest.Files.IsEmpty ? OpenMode.CREATE : OpenMode.APPEND,
        UseCompoundFile = false,

        // The text of the documents is not in what Lucene counts: the writer says when a segment is full.
        RAMBufferSizeMB = 1024,
    };

    private bool ReadKeys()
    {
        using var reader = DirectoryReader.Open(new GenerationCommit(_files, _newest));
        foreach (var leaf in reader.Leaves)
        {
            var live = leaf.AtomicReader.LiveDocs;
            if (leaf.AtomicReader.GetTerms(KeyField)?.GetEnumerator() is not { } keys)
            {
                // Nothing but kept documents.
                continue;
            }

            DocsEnum? documents = null;
            while (keys.MoveNext())
            {
                documents = keys.Docs(live, documents, DocsFlags.NONE);
                if (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    _keys.Add(keys.Term.Utf8ToString());
                }
            }
        }

        return true;
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isBroken, this);
            _hasChanges = true;
            _isBroken = true;
            change();
            _isBroken = false;
        }
    }

    /// <summary>Lets a thread write the documents in memory as a segment; one is written at a time.</summary>
    /// <remarks>Returns when Lucene gives the next document to another segment, or nothing could be written.</remarks>
    private void WriteFull()
    {
        FinishFull();
        _takesNoMore = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _writingFull = Task.Run(() => _lucene.Flush(triggerMerge: false, applyAllDeletes: false));
        Task.WaitAny(_takesNoMore.Task, _writingFull);
        _gathered = 0;
    }

    /// <summary>Waits for the segment that is being written; no generation names it yet.</summary>
    private void FinishFull()
    {
        if (_writingFull is not { } writing)
        {
            return;
        }

        _writingFull = null;
        try
        {
            writing.GetAwaiter().GetResult();
        }
        catch
        {
            lock (_gate)
            {
                _isBroken = true;
            }

            throw;
        }
    }

    /// <summary>Commits, and names the commit: from here on it is the newest generation.</summary>
    private long Publish(ReadOnlyMemory<byte> userData)
    {
        var next = _newest with { Number = _newest.Number + 1, Files = [], UserData = userData, PublishedAt = _options.Time.GetUtcNow() };
        _isBroken = true;
        _lucene.SetCommitData(
            new Dictionary<string, string>(StringComparer.Ordinal) { [CommitStart.DataKey] = Convert.ToBase64String(next.Encode()) });
        _lucene.Commit();
        var segmentsFile = _committed!.SegmentsFileName;
        next = next with
        {
            Files = _files.Sums(segmentsFile, _committed.FileNames),
        };
        try
        {
            next.Publish(_directory);
        }
        catch
        {
            if (IndexReader.NewestGeneration(_directory) < next.Number)
            {
                // Else the next writer would finish a commit of which the caller hears now that it failed.
                _directory.Discard(segmentsFile);
            }
            else
            {
                // Named, but perhaps not for good: nobody knows which generation a crash would leave.
                _retention.Add(next);
            }

            throw;
        }

        foreach (var file in next.Files.Except(_newest.Files))
        {
            _directory.MarkVerified(file);
        }

        (_newest, _isBroken, _hasChanges) = (next, false, false);
        _retention.Add(next);

        if (_retention.Reclaim())
        {
            _lucene.DeleteUnusedFiles();
        }

        return next.Number;
    }

    private void StartMerging()
    {
        _mergesAgain = true;
        if (!_isMerging)
        {
            _isMerging = true;
            _merging = Task.Run(MergeAll);
        }
    }

    private void MergeAll()
    {
        try
        {
            while (GoesOn())
            {
                _lucene.MaybeMerge();
                lock (_gate)
                {
                    if (!_isBroken && !_hasChanges && _lucene.HasUncommittedChanges())
                    {
                        Publish(_newest.UserData);
                    }
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

    private bool GoesOn()
    {
        lock (_gate)
        {
            (_isMerging, _mergesAgain) = (_mergesAgain && !_isBroken, false);
            return _isMerging;
        }
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

    /// <summary>Removes what no generation names.</summary>
    private void Abandon()
    {
        try
        {
            _lucene.Rollback();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // It could not remove files, or was closed by the fault that the caller has heard of; the next writer removes what is left.
            _isBroken = true;
        }

        if (_isBroken)
        {
            _retention.Sweep();
        }
    }

    /// <summary>Keys are taken whole: nothing of the text goes through Lucene's analysis.</summary>
    private sealed class NoWords : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new InvalidOperationException($"{fieldName}: this index has no analyzed fields.");
    }
}
