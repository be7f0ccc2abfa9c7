using System.Collections.Concurrent;
using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;
using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>An index that notes what is asked of its generations.</summary>
/// <param name="inner">The index that answers; closed with this one.</param>
public sealed class WatchedIndex(IPlanIndex inner) : IPlanIndex
{
    private readonly ConcurrentQueue<IndexCall> _calls = new();
    private readonly ConcurrentQueue<long> _closed = new();

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<IndexCall> Calls => [.. _calls];

    /// <summary>The generations that were closed, in order.</summary>
    public IReadOnlyList<long> Closed => [.. _closed];

    /// <summary>Whether the index itself was closed.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Is told of every call before it is answered.</summary>
    public Action<IndexCall> OnCall { get; set; } = _ => { };

    /// <summary>Is given the token of every count before it is made.</summary>
    public Action<CancellationToken> BeforeTally { get; set; } = _ => { };

    /// <summary>Is told of an older generation before it is opened.</summary>
    public Action<long> BeforeOpen { get; set; } = _ => { };

    public long NewestGeneration => inner.NewestGeneration;

    /// <summary>Forgets what was asked and closed so far.</summary>
    public void Forget()
    {
        _calls.Clear();
        _closed.Clear();
    }

    public IPlanSnapshot? OpenNewest() => inner.OpenNewest() is { } snapshot ? new Snapshot(this, snapshot) : null;

    public IPlanSnapshot? Open(long generation)
    {
        BeforeOpen(generation);
        return inner.Open(generation) is { } snapshot ? new Snapshot(this, snapshot) : null;
    }

    public IPlanIndexWriter OpenWriter() => inner.OpenWriter();

    public void Dispose()
    {
        IsDisposed = true;
        inner.Dispose();
    }

    private void Note(IndexCall call)
    {
        _calls.Enqueue(call);
        OnCall(call);
    }

    private sealed class Snapshot(WatchedIndex index, IPlanSnapshot inner) : IPlanSnapshot
    {
        private bool _isClosed;

        public long Generation => inner.Generation;

        public Guid Identity => inner.Identity;

        public CorpusManifest Manifest => inner.Manifest;

        public int PlanCount => inner.PlanCount;

        public PlanColumns Columns => inner.Columns;

        public ImmutableArray<PlanFacts> Facts(IReadOnlyList<int> plans) => inner.Facts(plans);

        public void Prefetch(IReadOnlyList<int> plans) => inner.Prefetch(plans);

        public StoredPlan Plan(int plan) => inner.Plan(plan);

        public int Find(string planId) => inner.Find(planId);

        public string BlockText(int plan, int block)
        {
            Assert.False(_isClosed);
            return inner.BlockText(plan, block);
        }

        public ImmutableArray<string> Texts(int plan) => inner.Texts(plan);

        public ImmutableArray<KeptPlan> Kept(string name) => inner.Kept(name);

        public TallyAnswer Tally(TallyRequest request, CancellationToken cancellationToken)
        {
            index.Note(new IndexCall(Generation, nameof(Tally), request.Query, request.Facets, []));
            index.BeforeTally(cancellationToken);
            return inner.Tally(request, cancellationToken);
        }

        public UnitCounts Totals(Query query, CancellationToken cancellationToken)
        {
            index.Note(new IndexCall(Generation, nameof(Totals), query, [], []));
            return inner.Totals(query, cancellationToken);
        }

        public void Mentions(Query query, ImmutableArray<BlockChoice> blocks, MentionReceiver receive, CancellationToken cancellationToken)
        {
            index.Note(new IndexCall(Generation, nameof(Mentions), query, [], [.. Enumerable.Range(0, PlanCount)]));
            inner.Mentions(query, blocks, receive, cancellationToken);
        }

        public void Mentions(
            Query query,
            ImmutableArray<BlockChoice> blocks,
            IReadOnlyList<int> plans,
            MentionReceiver receive,
            CancellationToken cancellationToken)
        {
            index.Note(new IndexCall(Generation, nameof(Mentions), query, [], [.. plans]));
            inner.Mentions(query, blocks, plans, receive, cancellationToken);
        }

        public void Dispose()
        {
            _isClosed = true;
            index._closed.Enqueue(Generation);
            inner.Dispose();
        }
    }
}

/// <summary>One question to an index.</summary>
/// <param name="Generation">Of which generation.</param>
/// <param name="Operation">Tally, Totals or Mentions.</param>
/// <param name="Query">The query.</param>
/// <param name="Facets">What is counted by.</param>
/// <param name="Plans">Whose mentions are asked for.</param>
public sealed record IndexCall(long Generation, string Operation, Query Query, IReadOnlyList<string> Facets, IReadOnlyList<int> Plans);
