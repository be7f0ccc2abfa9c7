using PlanSearch.Corpus.Index;
using PlanSearch.Engine;
using PlanSearch.Engine.Queries;
using PlanSearch.Engine.Search;

namespace PlanSearch.TestSupport.Scan;

/// <summary>A generation of a scan: answers by reading everything again for every question.</summary>
internal sealed class ScanSnapshot(long generation, CorpusManifest manifest, IReadOnlyList<ScanPlan> plans, ScanMatcher matcher) : IPlanSnapshot
{
    public long Generation { get; } = generation;

    public CorpusManifest Manifest { get; } = manifest;

    public int PlanCount => plans.Count;

    public StoredPlan Plan(int plan) => plans[plan].Stored;

    public int Find(string planId) => plans.ToList().FindIndex(plan => plan.Stored.Id == planId);

    public string BlockText(int plan, int block) => plans[plan].Texts[block];

    public QueryCounts Count(Query query, BlockFilter filter, IReadOnlyList<int> columns, CancellationToken cancellationToken)
    {
        var counts = new QueryCounts(plans.Count, [.. columns.Select(_ => IndexSchema.MaxColumnValues)]);
        for (var plan = 0; plan < plans.Count; plan++)
        {
            var mentions = MentionsOf(query, filter, plan).ToList();
            counts.MentionsByDocument[plan] = mentions.Count;
            counts.RecordsByDocument[plan] = RecordsIn(mentions, plan);
            counts.LongerRunsByDocument[plan] = query.Literals.Sum(literal => LongerRuns(literal, plan));
            foreach (var block in plans[plan].Aside)
            {
                foreach (var _ in MentionsInBlock(query, plan, block))
                {
                    counts.AddAside(plan, plans[plan].Value(block, PlanSchema.KindColumn));
                }
            }

            for (var i = 0; i < columns.Count; i++)
            {
                foreach (var byValue in mentions.GroupBy(mention => plans[plan].Value(mention.Block, columns[i])))
                {
                    counts.ByColumn[i].Add(plan, byValue.Key, byValue.Count(), RecordsIn(byValue, plan));
                }
            }
        }

        return counts;
    }

    public void Mentions(Query query, BlockFilter filter, int plan, ICollection<Mention> mentions, CancellationToken cancellationToken)
    {
        foreach (var mention in MentionsOf(query, filter, plan))
        {
            mentions.Add(mention);
        }
    }

    /// <remarks>Weighted mentions, most first: a simple score of its own; which records are found is what it vouches for.</remarks>
    public IReadOnlyList<ScoredRecord> Top(
        Query query, BlockFilter filter, IReadOnlyList<bool> documents, int count, CancellationToken cancellationToken) =>
    [
        .. Enumerable.Range(0, plans.Count)
            .Where(plan => documents[plan])
            .SelectMany(plan => MentionsOf(query, filter, plan)
                .GroupBy(mention => plans[plan].Stored.Blocks[mention.Block].Record)
                .Select(record => new ScoredRecord(plan, record.Key, record.Sum(mention => Weight(plan, mention.Block)))))
            .OrderByDescending(record => record.Score).ThenBy(record => record.Document).ThenBy(record => record.Record)
            .Take(count),
    ];

    public void Dispose()
    {
    }

    private double Weight(int plan, int block) => plans[plan].Stored.Blocks[block].Depth > 0 ? 4 : 1;

    /// <summary>The mentions in a plan, in the order of its text: those in the records that satisfy the query.</summary>
    private IEnumerable<Mention> MentionsOf(Query query, BlockFilter filter, int plan) =>
        plans[plan].Records(filter)
            .Where(record => IsSatisfied(query, plan, record))
            .SelectMany(record => record.SelectMany(block => MentionsInBlock(query, plan, block)))
            .OrderBy(mention => mention.Block).ThenBy(mention => mention.Start);

    private bool IsSatisfied(Query query, int plan, IEnumerable<int> blocks) => query switch
    {
        LiteralQuery literal => blocks.Any(block => plans[plan].Cells(block).Any(cell => matcher.Starts(literal, cell.Text).Any())),
        OrQuery any => any.Parts.Any(part => IsSatisfied(part, plan, blocks)),
        AndQuery all => all.Required.All(part => IsSatisfied(part, plan, blocks)) && !all.Prohibited.Any(part => IsSatisfied(part, plan, blocks)),
        _ => throw new ArgumentException($"{query.GetType().Name} is not known to the scan.", nameof(query)),
    };

    /// <summary>The occurrences of all positive literals in a block; of those that overlap the leftmost stays, then the longest, then the first literal.</summary>
    private IEnumerable<Mention> MentionsInBlock(Query query, int plan, int block)
    {
        var all = query.Literals
            .SelectMany((literal, rank) => plans[plan].Cells(block)
                .SelectMany(cell => matcher.Starts(literal, cell.Text).Select(start => new Mention(plan, block, cell.Start + start, literal.Text.Length, rank))))
            .OrderBy(mention => mention.Start).ThenByDescending(mention => mention.Length).ThenBy(mention => mention.Literal);
        var end = 0;
        foreach (var mention in all)
        {
            if (mention.Start >= end)
            {
                end = mention.Start + mention.Length;
                yield return mention;
            }
        }
    }

    /// <summary>Over blocks of every kind, whatever the filter: with mentions and aside it makes up what a reader finds without the rule.</summary>
    private int LongerRuns(LiteralQuery literal, int plan) =>
        Enumerable.Range(0, plans[plan].Texts.Count).Sum(block => plans[plan].Cells(block).Sum(cell =>
            matcher.Count(literal, cell.Text, isRuleLifted: true) - matcher.Count(literal, cell.Text, isRuleLifted: false)));

    private int RecordsIn(IEnumerable<Mention> mentions, int plan) =>
        mentions.Select(mention => plans[plan].Stored.Blocks[mention.Block].Record).Distinct().Count();
}
