using PlanSearch.Corpus.Index;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Answers;

/// <summary>Holds the newest generation open and hands it out; a newer one is taken up by the next <see cref="Use"/>.</summary>
internal sealed class CorpusViews : IDisposable
{
    private readonly Lock _lock = new();
    private readonly IPlanIndex _index;
    private readonly Lazy<PlanOrder> _order;
    private CorpusView _current;

    private CorpusViews(IPlanIndex index, IPlanSnapshot snapshot, CorpusOptions options)
    {
        _index = index;
        _order = new(() => new PlanOrder(Divisions(options.ReferenceDirectory)));
        _current = new CorpusView(snapshot, () => _order.Value);
    }

    /// <summary>Whether the corpus was closed.</summary>
    public bool IsDisposed { get; private set; }

    /// <exception cref="IndexMissingException">There is no generation; the index is closed.</exception>
    public static CorpusViews Open(IPlanIndex index, CorpusOptions options)
    {
        if (index.OpenNewest() is { } snapshot)
        {
            return new CorpusViews(index, snapshot, options);
        }

        index.Dispose();
        throw new IndexMissingException(options.IndexDirectory);
    }

    /// <summary>The newest generation; the caller releases it.</summary>
    /// <exception cref="ObjectDisposedException">The corpus was closed.</exception>
    public CorpusView Use()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, typeof(PlanCorpus));
            if (_index.NewestGeneration > _current.Snapshot.Generation && _index.OpenNewest() is { } newer)
            {
                _current.Release();
                _current = new CorpusView(newer, () => _order.Value);
            }

            _current.TryUse();
            return _current;
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
                _index.Dispose();
            }
        }
    }

    // Without the list of divisions plans are still answered, in the order of their names.
    private static DivisionTree Divisions(string directory) =>
        File.Exists(Path.Combine(directory, "regions.csv")) ? DivisionTree.Load(directory) : DivisionTree.Empty;
}
