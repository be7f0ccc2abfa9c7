using PlanSearch.Corpus.Index;
using PlanSearch.Engine;
using PlanSearch.Engine.Search;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport.Scan;

/// <summary>A generation of a scan: answers by reading everything again for every question.</summary>
internal sealed class ScanSnapshot(long generation, Guid identity, CorpusManifest manifest, IReadOnlyList<ScanPlan> plans) : IPlanSnapshot
{
    public long Generation { get; } = generation;

    public Guid Identity { get; } = identity;

    public CorpusManifest Manifest { get; } = manifest;

    public int PlanCount => plans.Count;

    public StoredPlan Plan(int plan) => plans[plan].Stored;

    public PlanFacts Facts(int plan) => PlanFacts.Of(plans[plan].Stored);

    public int Find(string planId) => plans.ToList().FindIndex(plan => plan.Stored.Id == planId);

    public string BlockText(int plan, int block) => plans[plan].Texts[block];

    public QueryCounts Count(Query query, BlockFilter filter, IReadOnlyList<int> columns, CancellationToken cancellationToken)
    {
        var counts = new QueryCounts(plans.Count, [.. columns.Select(_ => IndexSchema.MaxColumnValues)]);
        for (var plan = 0; plan < plans.Count; plan++)
        {
            var matches = Matches(query, filter, plan);
            var mentions = matches.Mentions;
            counts.MentionsByDocument[plan] = mentions.Length;
            counts.RecordsByDocument[plan] = RecordsIn(mentions, plan);
            counts.LongerRunsByDocument[plan] = matches.LongerRuns;
            var aside = matches.Aside.GroupBy(match => (int)plans[plan].Blocks.ValueOf(match, PlanSchema.KindColumn));
            counts.AddAside([.. aside.OrderBy(byKind => byKind.Key).Select(byKind => new AsideCount(plan, byKind.Key, byKind.Count()))]);

            for (var i = 0; i < columns.Count; i++)
            {
                foreach (var byValue in mentions.GroupBy(mention => plans[plan].Blocks.ValueOf(mention, columns[i])))
                {
                    counts.ByColumn[i].Add(plan, byValue.Key, byValue.Count(), RecordsIn(byValue, plan));
                }
            }
        }

        return counts;
    }

    public QueryTotals Totals(Query query, CancellationToken cancellationToken)
    {
        var counts = Count(query, BlockFilter.All, [], cancellationToken);
        return new QueryTotals(counts.MentionsByDocument.Sum(), counts.RecordsByDocument.Sum(), counts.MentionsByDocument.Count(mentions => mentions > 0));
    }

    public void Mentions(Query query, BlockFilter filter, MentionReceiver receive, CancellationToken cancellationToken)
    {
        for (var plan = 0; plan < plans.Count; plan++)
        {
            receive([.. MentionsOf(query, filter, plan)]);
        }
    }

    public void Mentions(Query query, BlockFilter filter, IReadOnlyList<int> wanted, MentionReceiver receive, CancellationToken cancellationToken)
    {
        foreach (var plan in wanted)
        {
            receive([.. MentionsOf(query, filter, plan)]);
        }
    }

    /// <remarks>Weighted mentions, most first: a simple score of its own; which records are found is what it vouches for.</remarks>
    public (QueryCounts Counts, IReadOnlyList<ScoredRecord> Best) Search(
        Query query, BlockFilter filter, IReadOnlyList<int> columns, IReadOnlyList<int> ranks, int count, CancellationToken cancellationToken) =>
        (Count(query, filter, columns, cancellationToken), Best(query, filter, ranks, count));

    private List<ScoredRecord> Best(Query query, BlockFilter filter, IReadOnlyList<int> ranks, int count) =>
    [
        .. Enumerable.Range(0, plans.Count)
            .Where(plan => ranks[plan] >= 0)
            .SelectMany(plan => MentionsOf(query, filter, plan)
                .GroupBy(mention => plans[plan].Stored.Blocks[mention.Block].Record)
                .Select(record => new ScoredRecord(plan, record.Key, record.Sum(mention => Weight(plan, mention.Block)))))
            .OrderByDescending(record => record.Score).ThenBy(record => ranks[record.Document]).ThenBy(record => record.Record)
            .Take(count),
    ];

    public void Dispose()
    {
    }

    private double Weight(int plan, int block) => plans[plan].Stored.Blocks[block].Depth > 0 ? 4 : 1;

    private TextMatches Matches(Query query, BlockFilter filter, int plan) => new TextMatcher(query).In(plans[plan].Blocks, filter);

    /// <summary>The mentions in a plan, in the order of its text.</summary>
    private IEnumerable<Mention> MentionsOf(Query query, BlockFilter filter, int plan) =>
        Matches(query, filter, plan).Mentions.Select(match => new Mention(plan, match.Block, match.Start, match.Length, match.Literal));

    private int RecordsIn(IEnumerable<TextMatch> mentions, int plan) =>
        mentions.Select(mention => plans[plan].Stored.Blocks[mention.Block].Record).Distinct().Count();
}
