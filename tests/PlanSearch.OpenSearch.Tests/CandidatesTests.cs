using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Searching;
using PlanSearch.OpenSearch.Tests.Nodes;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Port;
using PlanSearch.TestSupport.Scan;
using Xunit.Abstractions;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>Of a query that is read, no plan is left out that has something; and most that have nothing are.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class CandidatesTests(ThreeNodes nodes, ITestOutputHelper output)
{
    private const int TextsOfAPlan = 2;

    [NodesFact]
    public void Candidates_OfWhatIsRead_AreAllPlansThatHaveSomething()
    {
        var seed = Seed.Take(output.WriteLine);
        var random = new Random(seed);
        var plans = Enumerable.Range(0, Effort.Of(200, 10_000 / TextsOfAPlan))
            .Select(plan => OddTexts.PlanOf(plan, TextsOfAPlan, random)).ToList();
        using var place = new ClusterPlace(nodes.Place());
        using var index = place.Open();
        using var scan = new ScanPlanIndex();
        using var found = PlanIndexParity.Publish(index, plans.Select(plan => (plan.Stored(), plan.Texts)));
        using var expected = PlanIndexParity.Publish(scan, plans.Select(plan => (plan.Stored(), plan.Texts)));
        var (asked, having, read) = (0, 0L, 0L);
        for (var trial = 0; trial < Effort.Of(100, 1_500); trial++)
        {
            var query = QueryOf(random);
            if (PushRules.Against(new WireQuery(query)) is null)
            {
                continue;
            }

            var request = new TallyRequest(query);
            var (left, right) = (expected.Tally(request, default), found.Tally(request, default));
            Assert.True(
                (left.Total, left.LongerRuns, left.OccursAside) == (right.Total, right.LongerRuns, right.OccursAside)
                    && left.Aside.SequenceEqual(right.Aside),
                $"{query}: {left.Total} {left.LongerRuns}, not {right.Total} {right.LongerRuns}; PLANSEARCH_SEED={seed}");
            Assert.Equal(left.Lists.All(), right.Lists.All());
            (asked, having, read) = (asked + 1, having + left.Total.Plans, read + right.PlansVerified);
        }

        output.WriteLine($"{asked} queries: {having} plans have something, {read} of {(long)asked * plans.Count} were read");
        Assert.True(asked > 20 && having > asked && read < (long)asked * plans.Count / 2);
    }

    // Each pair of words is in both plans, and only in one of them so near, in one block, or in one sentence.
    [NodesTheory]
    [InlineData("near", 1)]
    [InlineData("near or", 1)]
    [InlineData("near of one unit", 2)]
    [InlineData("in order", 1)]
    [InlineData("against the order", 0)]
    [InlineData("pattern", 1)]
    [InlineData("sentence", 2)]
    [InlineData("block", 2)]
    [InlineData("apart", 3)]
    public void Candidates_WordsThatHaveToBeTogether_AreLookedForTogether(string form, int read)
    {
        var (one, other) = (new LiteralQuery("湖泊"), new LiteralQuery("港口"));
        Query query = form switch
        {
            "near" => new NearQuery(one, other, 2),
            "near or" => new NearQuery(one, new OrQuery([other, new LiteralQuery("码头")]), 2),
            "near of one unit" => new NearQuery(one, new LiteralQuery("港"), 2),
            "in order" => new LopsidedPair(one, other, 2),
            "against the order" => new LopsidedPair(other, one, 2),
            "pattern" => new PatternQuery(["湖泊", "港口"], [new PatternGap(0, 1)]),
            "sentence" => new ScopeQuery(Scope.Sentence, 0, new AndQuery([one, other], [])),
            "block" => new ScopeQuery(Scope.Block, 0, new AndQuery([one with { IsExact = true }, other], [])),
            _ => new AndQuery([one with { IsExact = true }, other], []),
        };
        HandMadePlan[] plans =
        [
            new HandMadePlan("near").Paragraph("湖泊和港口"),
            new HandMadePlan("far").Paragraph("湖泊的岸边有山有树有人家有田地。港口"),
            new HandMadePlan("apart").Heading("湖泊").Paragraph("港口"),
        ];
        using var place = new ClusterPlace(nodes.Place());
        using var index = place.Open();
        using var snapshot = PlanIndexParity.Publish(index, plans.Select(plan => (plan.Stored(), plan.Texts)));

        Assert.Equal(read, snapshot.Tally(new TallyRequest(query), default).PlansVerified);
    }

    private static Query QueryOf(Random random, int depth = 2) => random.Next(depth == 0 ? 2 : 9) switch
    {
        0 => Word(random),
        1 => new PatternQuery([OddTexts.Cell(random, 2), OddTexts.Cell(random, 1 + random.Next(2))], [new PatternGap(0, random.Next(4))]),
        2 or 3 => RandomPairs.Of(random, Side(random), Side(random), random.Next(6)),
        4 => new ScopeQuery((Scope)random.Next(4), random.Next(3), QueryOf(random, depth - 1)),
        5 => new OutsideQuery(Word(random), [Word(random), Word(random)]),
        6 => new OrQuery([QueryOf(random, depth - 1), QueryOf(random, depth - 1)]),
        7 => new ScopeQuery(
            random.Next(2) == 0 ? Scope.Sentence : Scope.Block, 0, new AndQuery([QueryOf(random, depth - 1), Word(random)], [])),
        _ => new AndQuery(
            [QueryOf(random, depth - 1), QueryOf(random, depth - 1)], random.Next(2) == 0 ? [] : [QueryOf(random, depth - 1)]),
    };

    private static Query Side(Random random) => random.Next(6) switch
    {
        0 => new OrQuery([Word(random), Word(random)]),
        1 => new ColumnQuery(Word(random), random.Next(4), (ulong)random.NextInt64()),
        2 => RandomPairs.Of(random, Word(random), Word(random), random.Next(4)),
        3 => new ScopeQuery(
            (Scope)random.Next(4), random.Next(3), new AndQuery([Word(random), Word(random)], [])),
        _ => Word(random),
    };

    private static LiteralQuery Word(Random random) => new(OddTexts.Cell(random, 1 + random.Next(3)))
    {
        IsOpenAtStart = random.Next(4) == 0,
        IsOpenAtEnd = random.Next(4) == 0,
        IsExact = random.Next(8) == 0,
    };
}
