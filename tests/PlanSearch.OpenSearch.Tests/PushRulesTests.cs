using System.Text;
using PlanSearch.Index.Port;
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

    // Few characters, so that they repeat and overlap; runs, both widths, both scripts, half pairs, private use, cells, titles.
    private static readonly string[] Units =
        ["氢", "能", "源", "新", "展", "展", "發", "发", "5", "G", "g", "５", "1", "\t", " ", "，", "《", "》", "\U00020000", "\U0002A6D6", "\uE000", "\uF8FF", "\uF8FD", "…"];

    [Fact]
    public void Rules_Each_HoldsBackWhatItSays()
    {
        Assert.Null(PushRules.Against(new LiteralQuery("氢能")));
        Assert.Null(PushRules.Against(new LiteralQuery("5G") { IsOpenAtEnd = true }));
        LiteralQuery[] held = [new("氢能") { IsExact = true }, new("\U00020000"), new("展开发展")];
        Assert.Equal(PushRules.All.Select(rule => rule.Name), held.Select(literal => PushRules.Against(literal)?.Name));
    }

    [Fact]
    public void Rules_UnitsThatAreNotTheirOwn_AreHeldBackAlone()
    {
        foreach (var unit in new[] { "\uE000", "\uF8FF", "\uF8FE", "\uF8FD", "\uD800", "\uDC00", "\uFFFE" })
        {
            Assert.NotNull(PushRules.Against(new LiteralQuery($"氢{unit}")));
        }
    }

    [NodesFact]
    public void Literals_ThatNoRuleHoldsBack_AreCountedExactly()
    {
        var seed = Seed.Take(output.WriteLine);
        var random = new Random(seed);
        var plans = Enumerable.Range(0, Effort.Of(16, 10_000 / TextsOfAPlan)).Select(plan => PlanOf(plan, random)).ToList();
        using var place = new ClusterPlace(nodes.Place() with { ReadAtMost = 0 });
        using var index = place.Open();
        using var scan = new ScanPlanIndex();
        using var found = PlanIndexParity.Publish(index, plans.Select(plan => (plan.Stored(), plan.Texts)));
        using var expected = PlanIndexParity.Publish(scan, plans.Select(plan => (plan.Stored(), plan.Texts)));
        var (pushed, mentions, held) = (0, 0L, 0);
        for (var trial = 0; trial < Effort.Of(150, 2_000); trial++)
        {
            var literal = new LiteralQuery(TextOf(random, 1 + random.Next(4)).Replace('\t', '氢'))
            {
                IsOpenAtStart = random.Next(4) == 0,
                IsOpenAtEnd = random.Next(4) == 0,
            };
            var request = new TallyRequest(literal) { Facets = random.Next(5) == 0 ? [BlockColumns.Part, BlockColumns.Context] : [] };
            if (PushRules.Against(literal) is not null)
            {
                held++;
                continue;
            }

            var (left, right) = (expected.Tally(request, default), found.Tally(request, default));
            Assert.True(
                (left.Total, left.LongerRuns, left.OccursAside) == (right.Total, right.LongerRuns, right.OccursAside) && left.Aside.SequenceEqual(right.Aside),
                $"{literal}: {left.Total} {left.LongerRuns}, not {right.Total} {right.LongerRuns}; PLANSEARCH_SEED={seed}");
            Assert.Equal(left.Lists.All(), right.Lists.All());
            pushed++;
            mentions += left.Total.Mentions;
        }

        output.WriteLine($"{pushed} literals with {mentions} mentions, {held} held back");
        Assert.True(pushed > 20 && mentions > pushed && held > 5);
    }

    private static HandMadePlan PlanOf(int number, Random random)
    {
        var plan = new HandMadePlan($"plan {number}").Aside(Plans.BlockKind.Contents, TextOf(random, 20));
        for (var text = 0; text < TextsOfAPlan; text++)
        {
            plan = random.Next(6) switch
            {
                0 => plan.Heading(TextOf(random, 1 + random.Next(12))),
                1 => plan.Row(TextOf(random, 1 + random.Next(6)).Replace('\t', '氢'), TextOf(random, 1 + random.Next(6)).Replace('\t', '氢')),
                _ => plan.Paragraph(TextOf(random, 1 + random.Next(40))),
            };
        }

        return plan;
    }

    private static string TextOf(Random random, int length)
    {
        var text = new StringBuilder();
        for (var unit = 0; unit < length; unit++)
        {
            text.Append(Units[random.Next(Units.Length)]);
        }

        return text.ToString();
    }
}
