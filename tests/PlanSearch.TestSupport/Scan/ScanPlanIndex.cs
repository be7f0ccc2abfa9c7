using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.TestSupport.Scan;

/// <summary>
/// An index that indexes nothing: it keeps the plans and reads them from end to end, by the matcher. What the real one is held against.
/// </summary>
/// <remarks>It keeps the last two generations.</remarks>
public sealed class ScanPlanIndex : IPlanIndex
{
    private readonly Guid _identity = Guid.NewGuid();
    private ScanSnapshot? _newest;
    private ScanSnapshot? _before;
    private IReadOnlyList<ScanPlan> _plans = [];
    private IReadOnlyList<(string Name, ScanPlan Plan)> _kept = [];
    private bool _isWritten;

    public long NewestGeneration => _newest?.Generation ?? 0;

    public IPlanSnapshot? OpenNewest() => _newest;

    public IPlanSnapshot? Open(long generation) => new[] { _newest, _before }.FirstOrDefault(kept => kept?.Generation == generation);

    public IPlanIndexWriter OpenWriter()
    {
        if (_isWritten)
        {
            throw new IndexLockedException("(memory)");
        }

        _isWritten = true;
        return new Writer(this);
    }

    public void Dispose()
    {
    }

    private sealed class Writer(ScanPlanIndex index) : IPlanIndexWriter
    {
        private readonly List<ScanPlan> _plans = [.. index._plans];
        private readonly List<(string Name, ScanPlan Plan)> _kept = [.. index._kept];

        public void Put(StoredPlan plan, IReadOnlyList<string> texts)
        {
            var blocks = PlanTextBlocks.Of(plan, texts);
            Remove(plan.Id);
            _plans.Add(new ScanPlan(plan, [.. texts], blocks));
        }

        public bool Remove(string planId) => _plans.RemoveAll(plan => plan.Stored.Id == planId) > 0;

        public long Keep(string name, StoredPlan plan, IReadOnlyList<string> texts)
        {
            _kept.Add((name, new ScanPlan(plan, [.. texts], PlanTextBlocks.Of(plan, texts))));
            return texts.Sum(text => (long)text.Length);
        }

        public void LetGo(string name) => _kept.RemoveAll(kept => kept.Name == name);

        public long Commit(CorpusManifest manifest)
        {
            (index._plans, index._kept) = ([.. _plans], [.. _kept]);
            index._before = index._newest;
            index._newest = new ScanSnapshot(
                index.NewestGeneration + 1,
                index._identity,
                manifest,
                index._plans,
                index._kept.ToLookup(kept => kept.Name, kept => kept.Plan));
            return index.NewestGeneration;
        }

        public void Dispose() => index._isWritten = false;
    }
}
