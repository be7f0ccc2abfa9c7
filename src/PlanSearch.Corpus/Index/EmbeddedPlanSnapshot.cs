using PlanSearch.Engine.Search;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Index;

/// <summary>A generation of the embedded engine, as plans.</summary>
internal sealed class EmbeddedPlanSnapshot : IPlanSnapshot
{
    /// <summary>About 90 MB: some 400 plans of the size of a county's.</summary>
    private const int MaxCachedBlocks = 300_000;

    private readonly IndexReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly PlanCache _plans;

    public EmbeddedPlanSnapshot(IndexReader reader)
    {
        _reader = reader;
        _searcher = new IndexSearcher(reader);
        _plans = new PlanCache(Decode, MaxCachedBlocks);
        Manifest = ManifestCodec.Decode(reader.UserData.Span);
    }

    /// <inheritdoc/>
    public long Generation => _reader.Generation;

    /// <inheritdoc/>
    public Guid Identity => _reader.Identity;

    /// <inheritdoc/>
    public CorpusManifest Manifest { get; }

    /// <inheritdoc/>
    public int PlanCount => _reader.DocumentCount;

    /// <inheritdoc/>
    public PlanFacts Facts(int plan)
    {
        var header = _reader.Stored(plan, PlanCodec.HeaderLength);
        return PlanCodec.DecodeFacts(_reader.Stored(plan, PlanCodec.FactsLength(header, NameOf(plan))), NameOf(plan));
    }

    /// <inheritdoc/>
    public StoredPlan Plan(int plan) => _plans.Get(plan);

    /// <inheritdoc/>
    public int Find(string planId) => _reader.Find(planId);

    /// <inheritdoc/>
    public string BlockText(int plan, int block) => BlockTexts.FromIndex(_reader.ReadBlock(plan, block));

    /// <inheritdoc/>
    public QueryCounts Count(Query query, BlockFilter filter, IReadOnlyList<int> columns, CancellationToken cancellationToken) =>
        _searcher.Count(query, filter, columns, cancellationToken);

    /// <inheritdoc/>
    public void Mentions(Query query, BlockFilter filter, IReadOnlyList<int> plans, MentionReceiver receive, CancellationToken cancellationToken) =>
        _searcher.Mentions(query, filter, plans, receive, cancellationToken);

    /// <inheritdoc/>
    public (QueryCounts Counts, IReadOnlyList<ScoredRecord> Best) Search(
        Query query, BlockFilter filter, IReadOnlyList<int> columns, IReadOnlyList<int> ranks, int count, CancellationToken cancellationToken) =>
        _searcher.Search(query, filter, columns, ranks, count, KindWeights.Weighting, cancellationToken);

    /// <inheritdoc/>
    public QueryTotals Totals(Query query, CancellationToken cancellationToken) => _searcher.Totals(query, cancellationToken);

    /// <inheritdoc/>
    public void Mentions(Query query, BlockFilter filter, MentionReceiver receive, CancellationToken cancellationToken) =>
        _searcher.Mentions(query, filter, receive, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private StoredPlan Decode(int plan) => PlanCodec.Decode(
        _reader.Stored(plan), NameOf(plan), block => block >= 0 && block < _reader.BlockCount(plan) ? BlockText(plan, block) : null);

    private string NameOf(int plan) => $"plan {_reader.Key(plan)}";
}
