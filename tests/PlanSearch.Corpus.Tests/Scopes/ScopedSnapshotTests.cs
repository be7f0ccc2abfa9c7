using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Scan;

namespace PlanSearch.Corpus.Tests.Scopes;

public sealed class ScopedSnapshotTests
{
    [Fact]
    public void Mentions_SeveralPlansOutOfOrder_HaveTheNumbersOfTheScope()
    {
        using var index = new ScanPlanIndex();
        using (var writer = index.OpenWriter())
        {
            foreach (var plan in (HandMadePlan[])[Plan("a", "湖"), Plan("b", "湖外湖"), Plan("c", "无"), Plan("d", "湖心湖畔湖")])
            {
                writer.Put(plan.Stored(), plan.Texts);
            }

            writer.Commit(new(DateTimeOffset.UnixEpoch, "d", ["/plans"], [], [], ImmutableSortedDictionary<string, string>.Empty));
        }

        using var whole = index.OpenNewest()!;
        var view = new CorpusView(whole, () => new PlanOrder(DivisionTree.Empty));
        var scope = PlanScope.Of([KeyValuePair.Create<string, ImmutableArray<string>>("plan", ["b", "c", "d", "none"])]).Value!;
        using var scoped = view.Within(scope).Snapshot;
        int[] plans = [scoped.Find("d"), scoped.Find("c"), scoped.Find("b"), scoped.Find("d")];
        var given = new List<List<Mention>>();

        scoped.Mentions(new LiteralQuery("湖"), [], plans, found => given.Add([.. found]), default);

        Assert.Equal([3, 0, 2, 3], given.Select(mentions => mentions.Count));
        for (var at = 0; at < plans.Length; at++)
        {
            Assert.All(given[at], mention => Assert.Equal(plans[at], mention.Plan));
        }
    }

    private static HandMadePlan Plan(string id, string text) => new HandMadePlan(id).Paragraph(text);
}
