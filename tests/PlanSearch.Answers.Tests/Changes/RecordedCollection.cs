using System.Collections.Immutable;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Changes;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index;
using PlanSearch.Index.Embedded;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;
using PlanSearch.Index.Stored;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Storage;

namespace PlanSearch.Answers.Tests.Changes;

/// <summary>A collection that is written through a recorder, and beside it what every generation held: the oracle of its feeds.</summary>
internal sealed class RecordedCollection(IndexDirectory disk)
{
    internal static readonly IndexWriterOptions Small = new() { MaxSegmentLength = 2_000 };

    private readonly SortedDictionary<long, ImmutableDictionary<string, RevisedPlan>> _states = [];

    public IndexDirectory Disk => disk;

    public ChangeLogBounds? Bounds { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What the newest known generation holds.</summary>
    public ImmutableDictionary<string, RevisedPlan> Now =>
        _states.Count == 0 ? ImmutableDictionary<string, RevisedPlan>.Empty : _states.Last().Value;

    /// <summary>The generations that a commit published, oldest first.</summary>
    public IEnumerable<long> Generations => _states.Keys;

    /// <summary>What a generation held: that of the last commit before it, if it only arranged the index anew.</summary>
    public ImmutableDictionary<string, RevisedPlan> At(long generation) => _states.Last(state => state.Key <= generation).Value;

    public CorpusOptions Options =>
        InventedCollection.Options with { Indexes = _ => new RecordedStore(disk), ChangeLog = Bounds, Time = Time };

    public PlanCollection Open() => PlanCollection.Open(Options);

    /// <summary>Plans as they shall be, with some that stay as they are.</summary>
    public ImmutableDictionary<string, RevisedPlan> Revise(Random random)
    {
        var plans = Now;
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var id = $"规划{random.Next(6)}";
            plans = plans.TryGetValue(id, out var plan)
                ? random.Next(5) == 0 ? plans.Remove(id) : plans.SetItem(id, plan.Revised(random))
                : plans.Add(id, RevisedPlan.New(random, id));
        }

        return plans;
    }

    /// <summary>Brings the collection in step in one commit; a plan that is the same may be put again.</summary>
    /// <param name="plans">What it shall hold.</param>
    /// <param name="isRebuild">Whether all of them are put anew.</param>
    /// <param name="steps">What may fail.</param>
    public void Write(ImmutableDictionary<string, RevisedPlan> plans, bool isRebuild = false, FaultSteps? steps = null)
    {
        var before = Now;
        using var index = new EmbeddedPlanIndex(steps is null ? disk : new FaultyIndexDirectory(disk, steps), Small);
        using var writer = index.OpenWriter();
        using var snapshot = index.OpenNewest();
        var recorder = new ChangeRecorder(writer, snapshot, 1, Options);
        foreach (var id in before.Keys.Except(plans.Keys))
        {
            recorder.Remove(id);
        }

        foreach (var plan in plans.Values.Where(plan => isRebuild || before.GetValueOrDefault(plan.Id) != plan))
        {
            var (stored, texts) = plan.Built();
            recorder.Put(stored, texts);
        }

        _states.Add(recorder.Commit(InventedCollection.Manifest), plans);
    }

    /// <summary>After a fault: takes up what was published in spite of it.</summary>
    public bool TakeUp(ImmutableDictionary<string, RevisedPlan> plans)
    {
        using var index = new EmbeddedPlanIndex(disk, Small);

        // A commit that only its name is missing for gets it from the next writer.
        index.OpenWriter().Dispose();
        using var snapshot = index.OpenNewest();
        var known = _states.Count == 0 ? 0 : _states.Last().Key;
        var isPublished = snapshot is not null && snapshot.Generation > known
            && Enumerable.Range(0, snapshot.PlanCount)
                .Select(plan => snapshot.Facts([plan])[0].Metadata.ShortTitle + TextOf(snapshot, plan))
                .Order(StringComparer.Ordinal)
                .SequenceEqual(
                    plans.Values.Select(plan => $"{plan.Id} {plan.Issue}" + string.Concat(plan.Blocks.Select(block => block[1..])))
                        .Order(StringComparer.Ordinal));
        if (isPublished)
        {
            // A merge may have published one more since.
            var change = snapshot!.Manifest.ChangeLog!.Changes.LastOrDefault();
            _states[change?.Generation > known ? change.Generation : snapshot.Generation] = plans;
        }

        return isPublished;
    }

    /// <summary>The same states over what a power cut left.</summary>
    public RecordedCollection After(IndexDirectory left)
    {
        var after = new RecordedCollection(left) { Bounds = Bounds, Time = Time };
        foreach (var (generation, plans) in _states)
        {
            after._states.Add(generation, plans);
        }

        return after;
    }

    /// <summary>Forgets the states after a generation: they were never published.</summary>
    public void Forget(long after)
    {
        foreach (var generation in _states.Keys.Where(generation => generation > after).ToList())
        {
            _states.Remove(generation);
        }
    }

    private static string TextOf(IPlanSnapshot snapshot, int plan) => string.Concat(snapshot.Texts(plan));
}
