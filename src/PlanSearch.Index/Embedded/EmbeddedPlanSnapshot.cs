using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlanSearch.Index.Port;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Embedded;

/// <summary>A generation of the embedded engine, as plans.</summary>
internal sealed class EmbeddedPlanSnapshot : IPlanSnapshot
{
    /// <summary>At least so many blocks of plans are kept decoded, about 300 bytes each: a dozen of the longest plans.</summary>
    private const int LeastCachedBlocks = 50_000;

    /// <summary>What is kept decoded takes so large a part of the memory that the process may have.</summary>
    private const int CachedPart = 32, BytesOfBlock = 300;

    private readonly IndexReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly LastUsed<int, StoredPlan> _plans = new(plan => plan.Blocks.Length, CachedBlocks());
    private readonly Lazy<ImmutableArray<PlanFacts>> _facts;
    private readonly Lazy<SnapshotPlans> _table;

    public EmbeddedPlanSnapshot(IndexReader reader)
    {
        _reader = reader;
        _searcher = new IndexSearcher(reader, PlanSchema.Weighting);
        _facts = new(DecodeFacts);
        _table = new(() => SnapshotPlans.Of(_facts.Value));
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
    public PlanColumns Columns => _table.Value.Columns;

    /// <inheritdoc/>
    public ImmutableArray<PlanFacts> Facts(IReadOnlyList<int> plans) => [.. plans.Select(plan => _facts.Value[plan])];

    /// <inheritdoc/>
    /// <remarks>Everything lies on this machine: nothing is fetched.</remarks>
    public void Prefetch(IReadOnlyList<int> plans)
    {
    }

    /// <inheritdoc/>
    public StoredPlan Plan(int plan) => EngineFaults.Translated(() => Known(plan));

    /// <inheritdoc/>
    public int Find(string planId) => EngineFaults.Translated(() => _reader.Find(planId));

    /// <inheritdoc/>
    public string BlockText(int plan, int block)
    {
        // Asked for block by block: written out, so that nothing is made for the call alone.
        try
        {
            return ReadBlock(plan, block);
        }
        catch (IndexException fault)
        {
            throw EngineFaults.Translate(fault);
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Texts(int plan) => EngineFaults.Translated(
        () => Enumerable.Range(0, Known(plan).Blocks.Length).Select(block => ReadBlock(plan, block)).ToImmutableArray());

    /// <inheritdoc/>
    public ImmutableArray<KeptPlan> Kept(string name) =>
        EngineFaults.Translated(() => _reader.Kept(name).Select(KeptOf).ToImmutableArray());

    /// <inheritdoc/>
    public TallyAnswer Tally(TallyRequest request, CancellationToken cancellationToken) =>
        EngineFaults.Translated(() => CountedTally.Of(_searcher, _table.Value, request, cancellationToken));

    /// <inheritdoc/>
    public UnitCounts Totals(Query query, CancellationToken cancellationToken)
    {
        var (mentions, records, plans) = EngineFaults.Translated(() => _searcher.Totals(query, cancellationToken));
        return new UnitCounts(mentions, records, plans);
    }

    /// <inheritdoc/>
    public void Mentions(Query query, ImmutableArray<BlockChoice> blocks, MentionReceiver receive, CancellationToken cancellationToken) =>
        EngineFaults.Translated(
            () => _searcher.Mentions(query, BlockColumns.FilterOf(blocks), found => receive(OfPort(found)), cancellationToken));

    /// <inheritdoc/>
    public void Mentions(
        Query query,
        ImmutableArray<BlockChoice> blocks,
        IReadOnlyList<int> plans,
        MentionReceiver receive,
        CancellationToken cancellationToken) =>
        EngineFaults.Translated(
            () => _searcher.Mentions(query, BlockColumns.FilterOf(blocks), plans, found => receive(OfPort(found)), cancellationToken));

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    /// <summary>A version that is kept, in the words of the port.</summary>
    internal static KeptPlan KeptOf(KeptDocument document)
    {
        var name = $"plan {document.Key} of {document.Name}";
        return new KeptPlan(
            PlanCodec.DecodeFacts(document.Stored, name),
            () => EngineFaults.Translated(() => KeptPlanCodec.Decode(document.Stored, name)),
            BlockColumns.FilterOf);
    }

    // A question in plain words reads the structure of some hundred plans: with 4 GB some 800 plans of a county's size stay.
    private static int CachedBlocks() => (int)Math.Clamp(
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / CachedPart / BytesOfBlock, LeastCachedBlocks, int.MaxValue);

    // Five numbers in the same order; none is copied.
    private static ReadOnlySpan<Mention> OfPort(ReadOnlySpan<DocumentMention> found) =>
        MemoryMarshal.Cast<DocumentMention, Mention>(found);

    // Those of all plans, once: whoever lists, filters or orders asks for all of them.
    private ImmutableArray<PlanFacts> DecodeFacts() => EngineFaults.Translated(() =>
    {
        var facts = new PlanFacts[PlanCount];
        SideBySide.Run(facts.Length, plan => facts[plan] = DecodeFacts(plan), CancellationToken.None);
        return ImmutableCollectionsMarshal.AsImmutableArray(facts);
    });

    private PlanFacts DecodeFacts(int plan)
    {
        var header = _reader.Stored(plan, PlanCodec.HeaderLength);
        return PlanCodec.DecodeFacts(_reader.Stored(plan, PlanCodec.FactsLength(header, NameOf(plan))), NameOf(plan));
    }

    private string ReadBlock(int plan, int block) => BlockTexts.FromIndex(_reader.ReadBlock(plan, block));

    // Two threads that ask at once may decode one plan each.
    private StoredPlan Known(int plan) => _plans.Find(plan) ?? _plans.Keep(plan, Decode(plan));

    private StoredPlan Decode(int plan) => PlanCodec.Decode(
        _reader.Stored(plan), NameOf(plan), block => block >= 0 && block < _reader.BlockCount(plan) ? ReadBlock(plan, block) : null);

    private string NameOf(int plan) => $"plan {_reader.Key(plan)}";
}
