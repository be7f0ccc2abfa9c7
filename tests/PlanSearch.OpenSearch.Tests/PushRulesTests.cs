using PlanSearch.Index;
using PlanSearch.Index.Embedded;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;
using PlanSearch.OpenSearch.Searching;
using PlanSearch.OpenSearch.Tests.Nodes;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Port;
using PlanSearch.TestSupport.Scan;
using Xunit.Abstractions;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>What no rule holds back the cluster counts exactly, in texts that are made to go wrong.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class PushRulesTests(ThreeNodes nodes, ITestOutputHelper output)
{
    private const int TextsOfAPlan = 25;

    [Fact]
    public void Rules_Each_HoldsBackWhatItSays()
    {
        var word = new LiteralQuery("氢能");
        Query[] pushed =
        [
            word, new LiteralQuery("5G") { IsOpenAtEnd = true }, new LiteralQuery("展开发展"), new OrQuery([word, new LiteralQuery("储能")]),
            new AndQuery(
                [word, new ColumnQuery(word, PlanRanks.KindColumn, 2)], [new LiteralQuery("氢")]), new ScopeQuery(Scope.Document, 0, word),
            new ScopeQuery(Scope.Block, 0, new AndQuery([word, new LiteralQuery("储能")], [new LiteralQuery("风能")])),
            new ScopeQuery(Scope.Document, 0, new AndQuery([word, new ScopeQuery(Scope.Block, 0, new LiteralQuery("储能"))], [])),
        ];
        Query[] held =
        [
            new NearQuery(word, word, 3), word with { IsExact = true }, new LiteralQuery("\U00020000"),
            new OrQuery([.. Enumerable.Range(0x4E00, 257).Select(unit => new LiteralQuery($"{(char)unit}"))]),
            new OrQuery(
                [.. new[] { 8, 9, 10, 12 }.Select(length => new LiteralQuery(new string('一', length - 1) + "二"))]), new LiteralQuery(
                    new string('一', 50)),
        ];

        Assert.All(pushed, query => Assert.Null(PushRules.Against(new WireQuery(query))));
        Assert.Equal(PushRules.All.Select(rule => rule.Name), held.Select(query => PushRules.Against(new WireQuery(query))?.Name));
    }

    [Fact]
    public void Rules_OtherGroupsThanBlocksAndPlans_AreHeldBack()
    {
        var word = new LiteralQuery("氢能");
        Query[] groups =
        [
            new ScopeQuery(Scope.Sentence, 0, word), new ScopeQuery(Scope.Level, 1, word),
            new ScopeQuery(Scope.Block, 0, new ScopeQuery(Scope.Block, 0, word)),
            new ScopeQuery(Scope.Block, 0, new ScopeQuery(Scope.Document, 0, word)),
            new AndQuery([word, new ScopeQuery(Scope.Document, 0, word)], []),
        ];

        Assert.All(groups, query => Assert.Equal(PushRules.All[0], PushRules.Against(new WireQuery(query))));
    }

    [Fact]
    public void Rules_UnitsThatAreNotTheirOwn_AreHeldBackAlone()
    {
        foreach (var unit in new[] { "\uE000", "\uF8FF", "\uF8FE", "\uF8FD", "\uD800", "\uDC00", "\uFFFE" })
        {
            Assert.NotNull(PushRules.Against(new WireQuery(new LiteralQuery($"氢{unit}"))));
        }
    }

    [NodesFact]
    public void Queries_ThatNoRuleHoldsBack_AreCountedExactly()
    {
        var seed = Seed.Take(output.WriteLine);
        var random = new Random(seed);
        var plans = Enumerable.Range(0, Effort.Of(16, 10_000 / TextsOfAPlan))
            .Select(plan => OddTexts.PlanOf(plan, TextsOfAPlan, random)).ToList();
        using var place = new ClusterPlace(nodes.Place());
        using var index = place.Open();
        using var scan = new ScanPlanIndex();
        using var found = PlanIndexParity.Publish(index, plans.Select(plan => (plan.Stored(), plan.Texts)));
        using var expected = PlanIndexParity.Publish(scan, plans.Select(plan => (plan.Stored(), plan.Texts)));
        var (pushed, mentions, held) = (0, 0L, 0);
        for (var trial = 0; trial < Effort.Of(150, 2_000); trial++)
        {
            var query = QueryOf(random);
            var request = new TallyRequest(query) { Facets = random.Next(3) == 0 ? [BlockColumns.Part, BlockColumns.Context] : [] };
            if (PushRules.Against(new WireQuery(query)) is not null)
            {
                held++;
                continue;
            }

            var (left, right) = (expected.Tally(request, default), found.Tally(request, default));
            Assert.True(
                (left.Total, left.LongerRuns, left.OccursAside) == (right.Total, right.LongerRuns, right.OccursAside)
                    && left.Aside.SequenceEqual(right.Aside),
                $"{query}: {left.Total} {left.LongerRuns}, not {right.Total} {right.LongerRuns}; PLANSEARCH_SEED={seed}");
            Assert.Equal(left.Lists.All(), right.Lists.All());
            Assert.Equal(left.Facets.Select(Values), right.Facets.Select(Values));
            Assert.Equal(left.Total, found.Totals(query, default));
            pushed++;
            mentions += left.Total.Mentions;
        }

        output.WriteLine($"{pushed} queries with {mentions} mentions, {held} held back");
        Assert.True(pushed > 20 && mentions > pushed && held > 5);
    }

    [NodesFact]
    public void Best_OfQueriesThatNoRuleHoldsBack_AreThoseOfTheEmbeddedIndex()
    {
        var seed = Seed.Take(output.WriteLine);
        var random = new Random(seed);
        var plans = Enumerable.Range(0, Effort.Of(16, 100)).Select(plan => OddTexts.PlanOf(plan, TextsOfAPlan, random)).ToList();
        using var place = new ClusterPlace(nodes.Place());
        using var index = place.Open();
        using var embedded = new EmbeddedPlanIndex(new MemoryIndexDirectory(), new IndexWriterOptions());
        using var found = PlanIndexParity.Publish(index, plans.Select(plan => (plan.Stored(), plan.Texts)));
        using var expected = PlanIndexParity.Publish(embedded, plans.Select(plan => (plan.Stored(), plan.Texts)));
        var choices = new RandomQueries(random, []);
        var (pushed, records) = (0, 0);
        for (var trial = 0; trial < Effort.Of(80, 1_000); trial++)
        {
            var query = QueryOf(random);
            if (PushRules.Against(new WireQuery(query)) is not null)
            {
                continue;
            }

            var request = new TallyRequest(query)
            {
                Blocks = random.Next(3) == 0 ? choices.Blocks() : [],
                Plans = random.Next(3) == 0 ? choices.Plans(expected.Columns) : PlanFilter.All,
                Page = new TallyPage(TallyOrder.Relevance, TallyUnit.Records, random.Next(3) * random.Next(20), 1 + random.Next(8)),
                Weights = random.Next(3) == 0 ? [.. query.Literals.Select(_ => random.Next(4) / 2.0)] : [],
            };
            var (left, right) = (expected.Tally(request, default).Best, found.Tally(request, default).Best);
            Assert.True(
                left.SequenceEqual(right), $"{request}: {string.Join(' ', left)}, not {string.Join(' ', right)}; PLANSEARCH_SEED={seed}");
            pushed++;
            records += left.Length;
        }

        output.WriteLine($"{pushed} queries with {records} best records");
        Assert.True(pushed > 20 && records > pushed);
    }

    private static string Values(FacetTally facet) =>
        string.Join(
            ' ',
            facet.ByValue.Select((count, value) => (count, value))
                .Where(one => one.count.Plans > 0)
                .Select(one => $"{one.value}={one.count}"));

    private static Query QueryOf(Random random, int depth = 2) => (depth == 0 ? 0 : random.Next(5)) switch
    {
        0 or 1 => new LiteralQuery(OddTexts.Cell(random, 1 + random.Next(4)))
        {
            IsOpenAtStart = random.Next(4) == 0,
            IsOpenAtEnd = random.Next(4) == 0,
        },
        2 => new OrQuery([QueryOf(random, depth - 1), QueryOf(random, depth - 1)]),
        3 => new AndQuery(
            [QueryOf(random, depth - 1), QueryOf(random, depth - 1)], random.Next(2) == 0 ? [] : [QueryOf(random, depth - 1)]),
        _ when depth == 2 => new ScopeQuery(Scope.Document, 0, new AndQuery([QueryOf(random, 1), QueryOf(random, 0)], [])),
        _ when random.Next(2) == 0 => new ScopeQuery(
            Scope.Block, 0, new AndQuery([QueryOf(random, 0), OrOf(random)], random.Next(3) == 0 ? [QueryOf(random, 0)] : [])),
        _ => new ColumnQuery(QueryOf(random, 0), PlanRanks.KindColumn, (ulong)random.NextInt64()),
    };

    private static OrQuery OrOf(Random random) =>
        new([QueryOf(random, 0), new ColumnQuery(QueryOf(random, 0), PlanRanks.KindColumn, (ulong)random.NextInt64())]);

    [NodesTheory]
    [InlineData(1)]
    [InlineData(106)]
    [InlineData(107)]
    [InlineData(192)]
    [InlineData(193)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(400)]
    [InlineData(1_500)]
    public void Queries_OfManyWords_AreAnswered(int words)
    {
        using var place = new ClusterPlace(nodes.Place());
        using var index = place.Open();
        string WordOf(int number) => $"{(char)(0x4E00 + number)}{(char)(0x4E00 + number)}{(char)(0x7000 + number)}";
        var plan = new HandMadePlan("plan").Paragraph(string.Concat(Enumerable.Range(0, words).Select(word => $"{WordOf(word)}，")));
        using var snapshot = PlanIndexParity.Publish(index, [(plan.Stored(), plan.Texts)]);
        var query = new OrQuery([.. Enumerable.Range(0, words).Select(word => new LiteralQuery(WordOf(word)))]);

        Assert.Equal(words, snapshot.Totals(query, default).Mentions);
        var request = new TallyRequest(query)
        {
            Facets = [BlockColumns.Context],
            Page = new TallyPage(TallyOrder.Relevance, TallyUnit.Records, 0, 1),
        };
        Assert.Equal(words, snapshot.Tally(request, default).Facets[0].ByValue[0].Mentions);
        Assert.Equal(
            0, Assert.Single(snapshot.Tally(request with { Blocks = [new BlockChoice(BlockColumns.Context, [0])] }, default).Best).Record);
    }
}
