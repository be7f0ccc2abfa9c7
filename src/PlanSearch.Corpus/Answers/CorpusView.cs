using System.Collections.Immutable;
using PlanSearch.Corpus.Index;

namespace PlanSearch.Corpus.Answers;

/// <summary>One generation with what is kept in memory of it. Never changes; closed when the last of its users lets go.</summary>
internal sealed class CorpusView
{
    private readonly Lazy<(ImmutableArray<PlanEntry> Entries, ImmutableArray<PlanEntry> InOrder, FacetCatalog Facets)> _plans;
    private int _users = 1;

    /// <summary>The view belongs to the caller, who lets go of it by <see cref="Release"/>.</summary>
    /// <remarks>The plans are read when they are first needed: opening stays quick.</remarks>
    public CorpusView(IPlanSnapshot snapshot, Func<PlanOrder> order)
    {
        Snapshot = snapshot;
        _plans = new(() => Load(snapshot, order()));
    }

    public IPlanSnapshot Snapshot { get; }

    /// <summary>The plans by their number in the snapshot.</summary>
    public ImmutableArray<PlanEntry> Entries => _plans.Value.Entries;

    /// <summary>The plans in division order.</summary>
    public ImmutableArray<PlanEntry> InOrder => _plans.Value.InOrder;

    public FacetCatalog Facets => _plans.Value.Facets;

    /// <summary>One more user; false when the view was closed before.</summary>
    public bool TryUse()
    {
        for (var users = Volatile.Read(ref _users); users > 0; users = Volatile.Read(ref _users))
        {
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One user less; the last one closes the snapshot. Once for each use.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            Snapshot.Dispose();
        }
    }

    private static (ImmutableArray<PlanEntry>, ImmutableArray<PlanEntry>, FacetCatalog) Load(IPlanSnapshot snapshot, PlanOrder order)
    {
        var entries = new PlanEntry[snapshot.PlanCount];
        Parallel.For(0, entries.Length, number => entries[number] = PlanEntry.Of(number, snapshot.Facts(number), order));
        ImmutableArray<PlanEntry> inOrder = [.. entries.OrderBy(entry => entry.OrderKey, StringComparer.Ordinal)];
        return ([.. entries], inOrder, FacetCatalog.Of([.. entries], order));
    }
}
