using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Answers.Changes;

/// <summary>The changes of a log with the former versions they left, newest first.</summary>
internal sealed class PlanHistory
{
    private readonly CorpusView _now;
    private readonly List<(LoggedChange Change, ImmutableArray<(KeptPlan Kept, PlanEntry Entry)> Former)> _changes = [];

    /// <param name="now">The generation that is compared with those before it; in use by the caller.</param>
    /// <param name="log">Its log.</param>
    /// <param name="since">Changes up to and with this generation are left out; null for none.</param>
    public PlanHistory(CorpusView now, ChangeLog log, long? since)
    {
        (_now, From, Why) = (now, log.From, log.Why);
        foreach (var change in log.Changes.Reverse().TakeWhile(change => since is null || change.Generation > since))
        {
            var kept = now.Snapshot.Kept(change.Name);
            ImmutableArray<PlanEntry> entries = TwinPlans.ToldApart([.. kept.Select((plan, number) => PlanEntry.Of(number, plan.Facts))]);
            _changes.Add((change, [.. kept.Zip(entries)]));
        }
    }

    /// <summary>The oldest generation that can be compared.</summary>
    public long From { get; }

    /// <summary>Why no older one can.</summary>
    public ChangeLogStart Why { get; }

    /// <summary>Every version there is: the present plans by number, then the former ones, change after change.</summary>
    public IEnumerable<PlanEntry> Versions => _now.Entries.Concat(_changes.SelectMany(one => one.Former, (_, former) => former.Entry));

    /// <summary>
    /// The changes by which other rules have read plans anew that are there, with how many of them are in scope; newest first.
    /// </summary>
    /// <param name="inScope">Those of <see cref="Versions"/> that are in scope.</param>
    public IEnumerable<(LoggedChange Change, int Plans)> RuleUpdates(PlanSelection inScope) => _changes
        .Select(one => (one.Change, Plans: one.Change.Set.Reread.Count(id => Now(id, inScope) is { IsInScope: true })))
        .Where(update => update.Plans > 0);

    /// <summary>Every plan of every change, before and after that change; newest change first, then division order.</summary>
    /// <param name="inScope">Those of <see cref="Versions"/> that are in scope.</param>
    public List<ChangedPlan> EachChange(PlanSelection inScope)
    {
        var steps = new List<ChangedPlan>();
        var after = new Dictionary<string, PlanAt?>(StringComparer.Ordinal);
        foreach (var (change, id, before) in Touched(inScope))
        {
            steps.Add(new ChangedPlan(change, before, after.TryGetValue(id, out var later) ? later : Now(id, inScope)));
            after[id] = before;
        }

        return InOrder(steps.Where(step => step.Before is not null || step.After is not null));
    }

    /// <summary>Every plan that any change touched, before the first and after the last of them.</summary>
    /// <param name="inScope">Those of <see cref="Versions"/> that are in scope.</param>
    public List<ChangedPlan> Whole(PlanSelection inScope)
    {
        var plans = new Dictionary<string, ChangedPlan>(StringComparer.Ordinal);
        foreach (var (change, id, before) in Touched(inScope))
        {
            plans[id] = plans.TryGetValue(id, out var later)
                ? later with { Before = before }
                : new ChangedPlan(change, before, Now(id, inScope));
        }

        return InOrder(plans.Values.Where(plan => plan.Before is not null || plan.After is not null));
    }

    private IEnumerable<(LoggedChange Change, string Id, PlanAt? Before)> Touched(PlanSelection inScope)
    {
        var version = _now.Entries.Length;
        foreach (var (change, former) in _changes)
        {
            foreach (var id in change.Set.Added)
            {
                yield return (change, id, null);
            }

            foreach (var (kept, entry) in former)
            {
                yield return (change, entry.Summary.Id, new FormerPlan(kept, entry, inScope.Contains(version++)));
            }
        }
    }

    private PresentPlan? Now(string id, PlanSelection inScope) => _now.Snapshot.Find(id) is >= 0 and var number
        ? new PresentPlan(_now.Snapshot, _now.Entries[number], inScope.Contains(number))
        : null;

    private static List<ChangedPlan> InOrder(IEnumerable<ChangedPlan> changes) =>
        [.. changes.OrderByDescending(change => change.Change.Generation).ThenBy(change => change.OrderKey, StringComparer.Ordinal)];
}
