using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Generations;

/// <summary>The former versions that feeds lately asked for, open. Safe for any number of threads.</summary>
/// <param name="store">Where they lie.</param>
/// <param name="order">The division order.</param>
internal sealed class FormerViews(IFormerIndexes store, Func<PlanOrder> order) : IDisposable
{
    /// <summary>Beyond so many the one used longest ago is closed: each is a mapped file.</summary>
    private const int MaxOpen = 32;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Name, CorpusView View)> _lastUsedFirst = [];
    private bool _isDisposed;

    /// <summary>The former versions of a change; the caller releases them.</summary>
    /// <returns>Null when they are gone.</returns>
    /// <exception cref="IndexDamagedException">They are damaged.</exception>
    public CorpusView? Use(LoggedChange change)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(PlanCollection));
            var view = Find(change.Name);
            view?.TryUse();
            return view;
        }
    }

    /// <summary>Closes all; what is in use stays open until it is released.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            foreach (var (_, view) in _lastUsedFirst)
            {
                view.Release();
            }

            _lastUsedFirst.Clear();
        }
    }

    private CorpusView? Find(string name)
    {
        for (var node = _lastUsedFirst.First; node is not null; node = node.Next)
        {
            if (node.Value.Name == name)
            {
                _lastUsedFirst.Remove(node);
                _lastUsedFirst.AddFirst(node);
                return node.Value.View;
            }
        }

        // What is open need not be closed: the index itself holds nothing.
        using var index = store.Open(name);
        if (index.OpenNewest() is not { } snapshot)
        {
            return null;
        }

        var view = new CorpusView(snapshot, order);
        _lastUsedFirst.AddFirst((name, view));
        if (_lastUsedFirst.Count > MaxOpen)
        {
            _lastUsedFirst.Last!.Value.View.Release();
            _lastUsedFirst.RemoveLast();
        }

        return view;
    }
}
