using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Index;
using PlanSearch.Engine.Search;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Scopes;

/// <summary>A snapshot of some plans of another: they are numbered anew, and nothing of the others can be reached through it.</summary>
/// <remarks>Scores weigh words by how common they are in the whole collection; nothing else of it shows.</remarks>
internal sealed class ScopedSnapshot : IPlanSnapshot
{
    private static readonly NotSearched Withheld = new("（名称从略）", "未能入库；是否属于本范围无法判断。");

    private readonly CorpusView _whole;
    private readonly ImmutableArray<int> _numbers;
    private readonly int[] _own;

    /// <param name="whole">In use by this snapshot until it is disposed of.</param>
    /// <param name="numbers">The plans by their numbers there, rising.</param>
    public ScopedSnapshot(CorpusView whole, ImmutableArray<int> numbers)
    {
        (_whole, _numbers) = (whole, numbers);
        _own = new int[whole.Snapshot.PlanCount];
        Array.Fill(_own, -1);
        for (var number = 0; number < numbers.Length; number++)
        {
            _own[numbers[number]] = number;
        }

        var manifest = whole.Snapshot.Manifest;
        Manifest = manifest with
        {
            Roots = [],
            FailureRoots = [],
            Twins = [],
            Warnings = [],
            Failures = [.. manifest.Failures.Select(_ => Withheld)],
        };
    }

    /// <inheritdoc/>
    public long Generation => _whole.Snapshot.Generation;

    /// <inheritdoc/>
    public Guid Identity => _whole.Snapshot.Identity;

    /// <inheritdoc/>
    public CorpusManifest Manifest { get; }

    /// <inheritdoc/>
    public int PlanCount => _numbers.Length;

    /// <inheritdoc/>
    public PlanFacts Facts(int plan) => _whole.Snapshot.Facts(_numbers[plan]);

    /// <inheritdoc/>
    public StoredPlan Plan(int plan) => _whole.Snapshot.Plan(_numbers[plan]);

    /// <inheritdoc/>
    public int Find(string planId) => _whole.Snapshot.Find(planId) is >= 0 and var number ? _own[number] : -1;

    /// <inheritdoc/>
    public string BlockText(int plan, int block) => _whole.Snapshot.BlockText(_numbers[plan], block);

    /// <inheritdoc/>
    public QueryCounts Count(Query query, BlockFilter filter, IReadOnlyList<int> columns, CancellationToken cancellationToken) =>
        Own(_whole.Snapshot.Count(query, filter, columns, cancellationToken));

    /// <inheritdoc/>
    public QueryTotals Totals(Query query, CancellationToken cancellationToken)
    {
        var counts = Count(query, BlockFilter.All, [], cancellationToken);
        return new QueryTotals(
            counts.MentionsByDocument.Sum(mentions => (long)mentions), counts.RecordsByDocument.Sum(), counts.MentionsByDocument.Count(mentions => mentions > 0));
    }

    /// <inheritdoc/>
    public void Mentions(Query query, BlockFilter filter, MentionReceiver receive, CancellationToken cancellationToken) =>
        Mentions(query, filter, [.. Enumerable.Range(0, PlanCount)], receive, cancellationToken);

    /// <inheritdoc/>
    public void Mentions(Query query, BlockFilter filter, IReadOnlyList<int> plans, MentionReceiver receive, CancellationToken cancellationToken)
    {
        var next = 0;
        var own = new List<Mention>();
        _whole.Snapshot.Mentions(
            query,
            filter,
            [.. plans.Select(plan => _numbers[plan])],
            found =>
            {
                own.Clear();
                foreach (var mention in found)
                {
                    own.Add(mention with { Document = plans[next] });
                }

                next++;
                receive(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(own));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public (QueryCounts Counts, IReadOnlyList<ScoredRecord> Best) Search(
        Query query, BlockFilter filter, IReadOnlyList<int> columns, IReadOnlyList<int> ranks, int count, CancellationToken cancellationToken)
    {
        int[] rankOfEach = [.. _own.Select(own => own < 0 ? -1 : ranks[own])];
        var (counts, best) = _whole.Snapshot.Search(query, filter, columns, rankOfEach, count, cancellationToken);
        return (Own(counts), [.. best.Select(record => record with { Document = _own[record.Document] })]);
    }

    /// <summary>Lets go of the whole.</summary>
    public void Dispose() => _whole.Release();

    private QueryCounts Own(QueryCounts counts)
    {
        var own = new QueryCounts(PlanCount, [.. counts.ByColumn.Select(column => column.Values)]);
        for (var plan = 0; plan < PlanCount; plan++)
        {
            var number = _numbers[plan];
            own.MentionsByDocument[plan] = counts.MentionsByDocument[number];
            own.RecordsByDocument[plan] = counts.RecordsByDocument[number];
            own.LongerRunsByDocument[plan] = counts.LongerRunsByDocument[number];
            foreach (var (column, from) in own.ByColumn.Zip(counts.ByColumn))
            {
                var ofPlan = from.Of(number);
                for (var value = 0; value < ofPlan.Length; value++)
                {
                    column.Add(plan, value, ofPlan[value].Mentions, ofPlan[value].Records);
                }
            }
        }

        own.AddAside([.. counts.Aside.Where(aside => _own[aside.Document] >= 0).Select(aside => aside with { Document = _own[aside.Document] })]);
        return own;
    }
}
