using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport.Scan;

/// <summary>A generation of a scan: answers by reading everything again for every question.</summary>
internal sealed class ScanSnapshot(
    long generation, Guid identity, CorpusManifest manifest, IReadOnlyList<ScanPlan> plans, ILookup<string, ScanPlan> kept) : IPlanSnapshot
{
    public long Generation { get; } = generation;

    public Guid Identity { get; } = identity;

    public CorpusManifest Manifest { get; } = manifest;

    public int PlanCount => plans.Count;

    public PlanColumns Columns { get; } = PlanColumns.Of([.. plans.Select(plan => PlanTraits.Of(plan.Stored))]);

    public StoredPlan Plan(int plan) => plans[plan].Stored;

    public ImmutableArray<PlanFacts> Facts(IReadOnlyList<int> wanted) => [.. wanted.Select(plan => PlanFacts.Of(plans[plan].Stored))];

    public void Prefetch(IReadOnlyList<int> wanted)
    {
    }

    public int Find(string planId) => plans.ToList().FindIndex(plan => plan.Stored.Id == planId);

    public string BlockText(int plan, int block) => plans[plan].Texts[block];

    public ImmutableArray<string> Texts(int plan) => [.. plans[plan].Texts];

    public ImmutableArray<KeptPlan> Kept(string name) =>
        [.. kept[name].Select(plan => new KeptPlan(PlanFacts.Of(plan.Stored), () => (plan.Stored, [.. plan.Texts]), ScanPlan.FilterOf))];

    public TallyAnswer Tally(TallyRequest request, CancellationToken cancellationToken) => new ScanTally(plans, Columns, request).Answer();

    public UnitCounts Totals(Query query, CancellationToken cancellationToken) => Tally(new TallyRequest(query), cancellationToken).Total;

    public void Mentions(Query query, ImmutableArray<BlockChoice> blocks, MentionReceiver receive, CancellationToken cancellationToken) =>
        Mentions(query, blocks, [.. Enumerable.Range(0, plans.Count)], receive, cancellationToken);

    public void Mentions(
        Query query,
        ImmutableArray<BlockChoice> blocks,
        IReadOnlyList<int> wanted,
        MentionReceiver receive,
        CancellationToken cancellationToken)
    {
        foreach (var plan in wanted)
        {
            receive(
                [.. plans[plan].Matches(query, blocks).Mentions.Select(
                    match => new Mention(plan, match.Block, match.Start, match.Length, match.Literal))]);
        }
    }

    public void Dispose()
    {
    }
}
