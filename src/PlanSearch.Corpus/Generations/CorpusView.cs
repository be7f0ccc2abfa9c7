using System.Collections.Immutable;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Generations;

/// <summary>One generation with what is kept in memory of it. Never changes; closed when the last of its users lets go.</summary>
internal sealed class CorpusView
{
    private readonly Lazy<ViewPlans> _plans;
    private int _users = 1;

    /// <summary>The view belongs to the caller, who lets go of it by <see cref="Release"/>.</summary>
    /// <remarks>The plans are read when they are first needed: opening stays quick.</remarks>
    public CorpusView(IPlanSnapshot snapshot, Func<PlanOrder> order)
    {
        Snapshot = snapshot;
        _plans = new(() => ViewPlans.Load(snapshot, order()));
    }

    private CorpusView(IPlanSnapshot snapshot, ViewPlans plans, PlanScope scope) =>
        (Snapshot, _plans, Scope) = (snapshot, new(plans), scope);

    public IPlanSnapshot Snapshot { get; }

    /// <summary>What it is confined to; null for the whole collection.</summary>
    public PlanScope? Scope { get; }

    /// <summary>The plans by their number in the snapshot.</summary>
    public ImmutableArray<PlanEntry> Entries => _plans.Value.Entries;

    /// <summary>The plans in division order.</summary>
    public ImmutableArray<PlanEntry> InOrder => _plans.Value.InOrder;

    /// <inheritdoc cref="ViewPlans.Names"/>
    public ImmutableArray<PlanName> Names => _plans.Value.Names;

    /// <inheritdoc cref="ViewPlans.IsFragment"/>
    public ImmutableArray<bool> IsFragment => _plans.Value.IsFragment;

    /// <inheritdoc cref="ViewPlans.Complete"/>
    public ImmutableArray<PlanName> Complete => _plans.Value.Complete;

    /// <inheritdoc cref="ViewPlans.Fragments"/>
    public ImmutableArray<PlanEntry> Fragments => _plans.Value.Fragments;

    /// <inheritdoc cref="ViewPlans.Partial"/>
    public ImmutableArray<string> Partial => _plans.Value.Partial;

    /// <inheritdoc cref="ViewPlans.Kept"/>
    public T Kept<T>(Func<ViewPlans, T> make)
        where T : class => _plans.Value.Kept(make);

    /// <summary>The plan with this id in this generation and scope; a fault (plan_unknown) where there is none.</summary>
    public Outcome<PlanEntry> Find(string planId) => Snapshot.Find(planId) is >= 0 and var number
        ? Entries[number]
        : new RequestFault(FaultKinds.PlanUnknown, $"没有编号为“{planId}”的规划。");

    /// <summary>The same generation confined to a scope. The caller's use of this view passes to it.</summary>
    public CorpusView Within(PlanScope scope)
    {
        var (numbers, plans) = _plans.Value.Within(scope);
        return new CorpusView(new ScopedSnapshot(Snapshot, numbers, Release), plans, scope);
    }

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
}
