namespace PlanSearch.Corpus.Generations;

/// <summary>The older generations that cursors lately asked for, open.</summary>
/// <remarks>
/// Not safe for threads; its owner's lock guards it. A few at most, each closed when no cursor has named it for a while: they take memory,
/// and what is open stays on the disk.
/// </remarks>
/// <param name="open">Opens a generation; null when it is kept no longer.</param>
/// <param name="time">The clock.</param>
internal sealed class OlderViews(Func<long, CorpusView?> open, TimeProvider time) : IDisposable
{
    private const int MaxOpen = 2;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private readonly Dictionary<long, (CorpusView View, long UsedAt)> _open = [];

    /// <summary>A generation, opened where it is not; null when it is kept no longer.</summary>
    public CorpusView? Find(long generation)
    {
        if (!_open.TryGetValue(generation, out var found))
        {
            if (open(generation) is not { } view)
            {
                return null;
            }

            while (_open.Count >= MaxOpen)
            {
                Close(_open.MinBy(pair => pair.Value.UsedAt).Key);
            }

            found.View = view;
        }

        _open[generation] = (found.View, time.GetTimestamp());
        return found.View;
    }

    /// <summary>Closes what no cursor has named for a while.</summary>
    public void CloseIdle()
    {
        foreach (var (generation, (_, usedAt)) in _open)
        {
            if (time.GetElapsedTime(usedAt) >= Idle)
            {
                Close(generation);
            }
        }
    }

    /// <summary>Closes all; what is in use stays open until it is released.</summary>
    public void Dispose()
    {
        foreach (var generation in _open.Keys)
        {
            Close(generation);
        }
    }

    private void Close(long generation)
    {
        _open.Remove(generation, out var closed);
        closed.View.Release();
    }
}
