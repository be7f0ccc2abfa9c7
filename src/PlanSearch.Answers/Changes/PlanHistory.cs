using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Answers.Changes;

/// <summary>The changes of a log with the former versions they left, open, newest first. Its owner disposes of it.</summary>
internal sealed class PlanHistory : IDisposable
{
    private readonly CorpusView _now;
    private readonly List<(LoggedChange Change, CorpusView Former)> _changes = [];

    /// <param name="now">The generation that is compared with those before it, which are confined to its scope; in use by the caller.</param>
    /// <param name="log">Its log.</param>
    /// <param name="since">Changes up to and with this generation are left out; null for none.</param>
    /// <param name="formers">Opens former versions.</param>
    public PlanHistory(CorpusView now, ChangeLog log, long? since, FormerViews formers)
    {
        (_now, From, Why) = (now, log.From, log.Why);
        foreach (var change in log.Changes.Reverse().TakeWhile(change => since is null || change.Generation > since))
        {
            if (formers.Use(change) is not { } former)
            {
                // A commit since then has let it go, or somebody removed it: what is older cannot be told.
                (From, Why) = (change.Generation, ChangeLogStart.Lost);
                return;
            }

            _changes.Add((change, now.Scope is { } scope ? former.Within(scope) : former));
        }
    }

    /// <summary>The oldest generation that can be compared.</summary>
    public long From { get; }

    /// <summary>Why no older one can.</summary>
    public ChangeLogStart Why { get; }

    /// <summary>Every version there is: the present plans by number, then the former ones, change after change.</summary>
    public IEnumerable<PlanEntry> Versions => _now.Entries.Concat(_changes.SelectMany(one => one.Former.Entries));

    /// <summary>Every plan of every change, before and after that change; newest change first, then division order.</summary>
    /// <param name="inScope">Those of <see cref="Versions"/> that are in scope.</param>
    public List<ChangedPlan> EachChange(PlanSelection inScope)
    {
        var steps = new List<ChangedPlan>();
        var after = new Dictionary<string, PlanAt?>(StringComparer.Ordinal);
        var first = _now.Entries.Length;
        foreach (var (change, former) in _changes)
        {
            foreach (var (id, before) in Touched(former, inScope, first))
            {
                steps.Add(new ChangedPlan(change, before, after.TryGetValue(id, out var later) ? later : Now(id, inScope)));
                after[id] = before;
            }

            first += former.Entries.Length;
        }

        return InOrder(steps.Where(step => step.Before is not null || step.After is not null));
    }

    /// <summary>Every plan that any change touched, before the first and after the last of them.</summary>
    /// <param name="inScope">Those of <see cref="Versions"/> that are in scope.</param>
    public List<ChangedPlan> Whole(PlanSelection inScope)
    {
        var plans = new Dictionary<string, ChangedPlan>(StringComparer.Ordinal);
        var first = _now.Entries.Length;
        foreach (var (change, former) in _changes)
        {
            foreach (var (id, before) in Touched(former, inScope, first))
            {
                plans[id] = plans.TryGetValue(id, out var later) ? later with { Before = before } : new ChangedPlan(change, before, Now(id, inScope));
            }

            first += former.Entries.Length;
        }

        return InOrder(plans.Values.Where(plan => plan.Before is not null || plan.After is not null));
    }

    /// <inheritdoc/>
    public void Dispose() => _changes.ForEach(one => one.Former.Release());

    private static IEnumerable<(string Id, PlanAt? Before)> Touched(CorpusView former, PlanSelection inScope, int first)
    {
        var set = former.Snapshot.Manifest.ChangeSet ?? throw new IndexDamagedException("changes", -1, "former versions without the change they belong to");
        return set.Added.Select(id => (id, (PlanAt?)null))
            .Concat(former.Entries.Select(entry => (entry.Summary.Id, (PlanAt?)new PlanAt(former, entry, inScope.Contains(first + entry.Number)))));
    }

    private PlanAt? Now(string id, PlanSelection inScope) =>
        _now.Snapshot.Find(id) is >= 0 and var number ? new PlanAt(_now, _now.Entries[number], inScope.Contains(number)) : null;

    private static List<ChangedPlan> InOrder(IEnumerable<ChangedPlan> changes) =>
        [.. changes.OrderByDescending(change => change.Change.Generation).ThenBy(change => change.OrderKey, StringComparer.Ordinal)];
}
