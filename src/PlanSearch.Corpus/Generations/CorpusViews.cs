using PlanSearch.Index.Port;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Generations;

/// <summary>Holds the newest generation open and hands it out; a newer one is taken up by the next <see cref="UseNewest"/>.</summary>
/// <remarks>
/// While one thread opens a newer generation the others continue the one before. Older ones are opened for cursors, and closed when none
/// has come for a while.
/// </remarks>
internal sealed class CorpusViews : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Lock _takingUp = new();
    private readonly Lock _openingOlder = new();
    private readonly IPlanIndex _index;
    private readonly OlderViews _older;
    private readonly Lazy<Outcome<DivisionTree>> _divisions;
    private readonly Lazy<PlanOrder> _order;
    private CorpusView _current;
    private Action<CorpusView>? _prepare;

    private CorpusViews(IPlanIndex index, IPlanSnapshot snapshot, CorpusOptions options)
    {
        _index = index;
        // Without the list of divisions plans are still answered, and regions listed by name.
        _divisions = new(() => ReferenceDivisions.Of(options));
        _order = new(() => new PlanOrder(_divisions.Value.Value ?? DivisionTree.Empty));
        _older = new OlderViews(options.Time);
        _current = new CorpusView(snapshot, () => _order.Value);
    }

    /// <summary>By divisions; made at the first call, and empty of divisions where their file has a fault.</summary>
    public PlanOrder Order => _order.Value;

    /// <summary>Why there is no division order; null when there is.</summary>
    public string? OrderFault => _divisions.Value.Fault?.Message;

    /// <summary>Whether it was closed: nothing more can be taken up, views in use stay until they are released.</summary>
    public bool IsDisposed { get; private set; }

    /// <exception cref="IndexMissingException">There is no generation; the index is closed.</exception>
    public static CorpusViews Open(IPlanIndex index, CorpusOptions options)
    {
        try
        {
            return new CorpusViews(index, index.OpenNewest() ?? throw new IndexMissingException(options.IndexPlace), options);
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>The newest generation; the caller releases it.</summary>
    /// <exception cref="ObjectDisposedException">The corpus was closed.</exception>
    public CorpusView UseNewest()
    {
        TakeUpNewer();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, typeof(PlanCollection));
            _older.CloseIdle();
            _current.TryUse();
            return _current;
        }
    }

    /// <summary>A generation by its number, as a cursor names it; the caller releases it.</summary>
    /// <returns>Null when it is kept no longer.</returns>
    /// <exception cref="ObjectDisposedException">The corpus was closed.</exception>
    public CorpusView? Use(long generation)
    {
        TakeUpNewer();
        if (UseOpen(generation) is { } open)
        {
            return open;
        }

        // Opening takes as long as a cluster that is slow: only those who ask for an older generation wait for it.
        lock (_openingOlder)
        {
            return UseOpen(generation) ?? (_index.Open(generation) is { } kept ? UseOlder(new CorpusView(kept, () => _order.Value)) : null);
        }
    }

    private CorpusView? UseOpen(long generation)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, typeof(PlanCollection));
            _older.CloseIdle();
            var view = generation == _current.Snapshot.Generation ? _current : _older.Find(generation);
            view?.TryUse();
            return view;
        }
    }

    private CorpusView UseOlder(CorpusView opened)
    {
        lock (_lock)
        {
            if (IsDisposed)
            {
                opened.Release();
                throw new ObjectDisposedException(nameof(PlanCollection));
            }

            _older.Add(opened);
            opened.TryUse();
            return opened;
        }
    }

    /// <summary>Has something begun for the newest generation, and for each newer one when it is taken up.</summary>
    /// <exception cref="ObjectDisposedException">The corpus was closed.</exception>
    public void Prepare(Action<CorpusView> prepare)
    {
        Volatile.Write(ref _prepare, prepare);
        var newest = UseNewest();
        try
        {
            prepare(newest);
        }
        finally
        {
            newest.Release();
        }
    }

    /// <summary>Hands out no more; what is in use stays open until it is released.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (!IsDisposed)
            {
                IsDisposed = true;
                _current.Release();
                _older.Dispose();
                _index.Dispose();
            }
        }
    }

    private void TakeUpNewer()
    {
        if (IsDisposed || _index.NewestGeneration <= Volatile.Read(ref _current).Snapshot.Generation || !_takingUp.TryEnter())
        {
            return;
        }

        try
        {
            // Its plans are read before anyone else sees it: only this caller waits for them.
            if (_index.NewestGeneration > _current.Snapshot.Generation && _index.OpenNewest() is { } newer)
            {
                Replace(new CorpusView(newer, () => _order.Value));
            }
        }
        finally
        {
            _takingUp.Exit();
        }
    }

    private void Replace(CorpusView newer)
    {
        try
        {
            _ = newer.Entries;
            Volatile.Read(ref _prepare)?.Invoke(newer);
        }
        catch
        {
            newer.Release();
            throw;
        }

        lock (_lock)
        {
            if (IsDisposed)
            {
                newer.Release();
                return;
            }

            _current.Release();
            Volatile.Write(ref _current, newer);
        }
    }
}
