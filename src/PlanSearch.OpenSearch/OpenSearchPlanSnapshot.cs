using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.OpenSearch.Searching;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch;

/// <summary>A generation of a cluster, as plans.</summary>
internal sealed class OpenSearchPlanSnapshot : IPlanSnapshot
{
    private readonly GenerationView _view;
    private readonly GenerationPlans _plans;
    private readonly GenerationTexts _texts;
    private readonly ClusterTally _tally;

    public OpenSearchPlanSnapshot(GenerationView view, CorpusManifest manifest, GenerationPlans plans, PlanReads reads)
    {
        (_view, _plans, Manifest) = (view, plans, manifest);
        _texts = new GenerationTexts(reads, view, plans);
        _tally = new ClusterTally(plans, view.Plans, _texts);
    }

    /// <inheritdoc/>
    public long Generation => _view.Generation.Number;

    /// <inheritdoc/>
    public Guid Identity => _view.Head.Identity;

    /// <inheritdoc/>
    public CorpusManifest Manifest { get; }

    /// <inheritdoc/>
    public int PlanCount => _plans.Numbers.Length;

    /// <inheritdoc/>
    public PlanColumns Columns => _plans.Table.Columns;

    /// <inheritdoc/>
    public ImmutableArray<PlanFacts> Facts(IReadOnlyList<int> plans) => [.. plans.Select(plan => _plans.Entries[plan].Facts)];

    /// <inheritdoc/>
    public void Prefetch(IReadOnlyList<int> plans)
    {
        foreach (var _ in _texts.Of(plans, text => text.Plan, CancellationToken.None))
        {
            // Each stays where plans are kept that were asked for last.
        }
    }

    /// <inheritdoc/>
    public StoredPlan Plan(int plan) => _texts.One(plan).Plan;

    /// <inheritdoc/>
    public int Find(string planId) => _plans.Find(planId);

    /// <inheritdoc/>
    public string BlockText(int plan, int block) => _texts.One(plan).Texts[block];

    /// <inheritdoc/>
    public ImmutableArray<string> Texts(int plan) => _texts.One(plan).Texts;

    /// <inheritdoc/>
    public ImmutableArray<KeptPlan> Kept(string name)
    {
        long[] numbers = [.. _view.Texts.Hits(() => ClusterQuery.Term("name", name), [], CancellationToken.None).Select(hit => hit.Number)];
        return numbers.Length == 0
            ? []
            : [.. PlanReads.Fetch(_view, numbers, CancellationToken.None)
                .Select((packed, at) => KeptOf(packed, PlanReads.NameOf(_view, numbers[at])))];
    }

    /// <inheritdoc/>
    public TallyAnswer Tally(TallyRequest request, CancellationToken cancellationToken) => _tally.Of(request, cancellationToken);

    /// <inheritdoc/>
    public UnitCounts Totals(Query query, CancellationToken cancellationToken) => _tally.Totals(query, cancellationToken);

    /// <inheritdoc/>
    public void Mentions(Query query, ImmutableArray<BlockChoice> blocks, MentionReceiver receive, CancellationToken cancellationToken) =>
        Mentions(query, blocks, _tally.CandidatesOf(query, cancellationToken), receive, cancellationToken);

    /// <inheritdoc/>
    public void Mentions(
        Query query,
        ImmutableArray<BlockChoice> blocks,
        IReadOnlyList<int> plans,
        MentionReceiver receive,
        CancellationToken cancellationToken)
    {
        var matcher = new TextMatcher(query);
        var filter = BlockColumns.FilterOf(blocks);
        foreach (var (plan, matches) in plans.Zip(_texts.Of(plans, text => matcher.In(text.Blocks, filter).Mentions, cancellationToken)))
        {
            var found = matches.Select(match => new Mention(plan, match.Block, match.Start, match.Length, match.Literal)).ToList();
            receive(CollectionsMarshal.AsSpan(found));
        }
    }

    /// <summary>Nothing is held open.</summary>
    public void Dispose()
    {
    }

    private static KeptPlan KeptOf(byte[] packed, string name) =>
        new(PlanCodec.DecodeFacts(packed, name), () => KeptPlanCodec.Decode(packed, name), BlockColumns.FilterOf);
}
