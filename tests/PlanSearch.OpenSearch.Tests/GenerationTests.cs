using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.OpenSearch.Searching;
using PlanSearch.OpenSearch.Tests.Nodes;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Port;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>A generation is there at once and whole for everybody, or not; and one writes.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class GenerationTests(ThreeNodes nodes)
{
    private const int PlansOfEach = 4;

    [NodesFact]
    public async Task Commit_TwoHostsRead_EachSeesWholeGenerationsAlone()
    {
        using var place = new ClusterPlace(nodes.Place());
        using var written = place.Open();
        Publish(written, 1);
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var index = place.Open();
            var seen = new SortedSet<long>();
            while (!end.IsCancellationRequested)
            {
                using var snapshot = index.OpenNewest()!;
                // All plans of a generation say its number, and none of another is among them.
                var own = snapshot.Totals(new LiteralQuery(Word(snapshot.Generation)), default);
                var all = snapshot.Totals(new LiteralQuery("第"), default);
                Assert.Equal((PlansOfEach, PlansOfEach), ((int)own.Mentions, (int)all.Mentions));
                seen.Add(snapshot.Generation);
            }

            return seen;
        })).ToList();
        for (var generation = 2; generation <= 8; generation++)
        {
            Publish(written, generation);
        }

        await end.CancelAsync();

        Assert.All(await Task.WhenAll(readers), seen => Assert.NotEmpty(seen));
    }

    [NodesFact]
    public void Open_OlderGeneration_IsTheSameAfterCommitsAndInAnotherProcess()
    {
        using var place = new ClusterPlace(nodes.Place());
        using var index = place.Open();
        for (var generation = 1; generation <= 3; generation++)
        {
            Publish(index, generation);
        }

        using var other = place.Open();
        for (var generation = 1; generation <= 3; generation++)
        {
            using var snapshot = other.Open(generation)!;
            Assert.Equal(PlansOfEach, snapshot.Totals(new LiteralQuery(Word(generation)), default).Mentions);
            Assert.Equal(PlansOfEach, snapshot.PlanCount);
        }

        Assert.Null(other.Open(4));
    }

    [NodesFact]
    public void Open_GenerationThatIsOutOfTime_IsGoneAlsoForWhoeverHoldsIt()
    {
        using var place = new ClusterPlace(nodes.Place() with { Retention = TimeSpan.Zero });
        using var index = place.Open();
        Publish(index, 1);
        using var held = index.OpenNewest()!;
        for (var generation = 2; generation <= 4; generation++)
        {
            Publish(index, generation);
        }

        Assert.Null(index.Open(1));
        Assert.Throws<GenerationGoneException>(() => held.Totals(new LiteralQuery("第"), default));
        using var kept = index.Open(3)!;
        Assert.Equal(PlansOfEach, kept.Totals(new LiteralQuery(Word(3)), default).Mentions);
        // What the first had alone is gone; of the second it goes with the next commit.
        Assert.Contains(
            "\"count\":12", place.Send(HttpMethod.Get, $"/{place.Options.Prefix}-plans-*/_count?q=from:%3E0"), StringComparison.Ordinal);
    }

    [NodesFact]
    public void OpenWriter_HolderIsSilentForLong_IsCutOffAndPublishesNothing()
    {
        var clock = new MovedClock();
        using var place = new ClusterPlace(nodes.Place() with { Time = clock });
        using var first = place.Open();
        using var second = place.Open();
        Publish(first, 1);
        using var silent = first.OpenWriter();
        Put(silent, "late", "第二");
        Assert.Throws<IndexLockedException>(() => second.OpenWriter());

        clock.Moved += place.Options.Lease + TimeSpan.FromSeconds(1);
        using (var writer = second.OpenWriter())
        {
            Put(writer, "new", "第三");
            Assert.Throws<IndexLockedException>(() => silent.Commit(PlanIndexParity.Nothing));
            Assert.Equal(2, writer.Commit(PlanIndexParity.Nothing));
        }

        using var snapshot = second.OpenNewest()!;
        Assert.Equal((PlansOfEach + 1, -1), (snapshot.PlanCount, snapshot.Find("late")));
        Assert.Equal(0, snapshot.Totals(new LiteralQuery("第二"), default).Mentions);
    }

    // Requests of a commit by their order: none but the last publishes.
    [NodesTheory]
    [InlineData("/_bulk")]
    [InlineData("-plans-")]
    [InlineData("_refresh")]
    [InlineData("_msearch")]
    [InlineData("/_doc/gen-")]
    [InlineData("/_doc/head?if_seq_no")]
    public void Commit_EndsAtAStep_LeavesTheGenerationBefore(string step)
    {
        using var place = new ClusterPlace(nodes.Place());
        using var proxy = new FaultProxy(nodes.Urls[0]);
        using var index = place.Open();
        Publish(index, 1);
        var clock = new MovedClock();
        using var brokenStore = new OpenSearchIndexStore(place.Options with { Urls = [proxy.Url], Patience = TimeSpan.Zero, Time = clock });
        using var broken = brokenStore.Open();
        var writer = broken.OpenWriter();
        Replace(writer, 2);
        var isEnded = false;
        // From that request on nothing reaches the cluster: the process is dead.
        proxy.Before = request => (isEnded |= request.Path.Contains(step, StringComparison.Ordinal)) ? new NodeAnswer(503, "{}") : null;

        Assert.Throws<IndexUnavailableException>(() => writer.Commit(PlanIndexParity.Nothing));

        Assert.True(isEnded);
        writer.Dispose();
        AssertIs(index, 1);
        Assert.Throws<IndexLockedException>(() => index.OpenWriter());
        using var nextStore = new OpenSearchIndexStore(place.Options with { Time = new MovedClock { Moved = TimeSpan.FromHours(1) } });
        using var next = nextStore.Open();
        Publish(next, 2);
        AssertIs(index, 2);
        Assert.Contains(
            "\"count\":8", place.Send(HttpMethod.Get, $"/{place.Options.Prefix}-plans-*/_count?q=from:%3E0"), StringComparison.Ordinal);
    }

    [NodesFact]
    public void Commit_AnswerToTheLastStepIsLost_IsTakenForWhatItIs()
    {
        using var place = new ClusterPlace(nodes.Place());
        using var proxy = new FaultProxy(nodes.Urls[0]);
        using var indexStore = new OpenSearchIndexStore(place.Options with { Urls = [proxy.Url] });
        using var index = indexStore.Open();
        var cut = 0;
        proxy.After = (
            request, answer) => answer with { IsCut = request.Path.Contains("if_seq_no", StringComparison.Ordinal) && cut++ == 1 };

        Publish(index, 1);

        Assert.True(cut > 1);
        AssertIs(index, 1);
    }

    [NodesFact]
    public void Commit_NoAnswerTellsWhetherItWasDone_RemovesNothingOfIt()
    {
        using var place = new ClusterPlace(nodes.Place());
        using var proxy = new FaultProxy(nodes.Urls[0]);
        using var indexStore = new OpenSearchIndexStore(place.Options with { Urls = [proxy.Url], Patience = TimeSpan.Zero });
        using var index = indexStore.Open();
        var writer = index.OpenWriter();
        Replace(writer, 1);
        var isCut = false;
        proxy.Before = _ => isCut ? new NodeAnswer(503, "{}") : null;
        proxy.After = (request, answer) => answer with { IsCut = isCut |= request.Path.Contains("if_seq_no", StringComparison.Ordinal) };

        Assert.Throws<IndexUnavailableException>(() => writer.Commit(PlanIndexParity.Nothing));

        Assert.True(isCut);
        (proxy.Before, proxy.After) = (_ => null, (_, answer) => answer);
        writer.Dispose();
        // What is removed is seen until then.
        place.Send(HttpMethod.Post, $"/{place.Options.Prefix}-*/_refresh");
        AssertIs(index, 1);
    }

    [NodesFact]
    public void Open_OtherGenerationIsOpenedMeanwhile_KnowsItsPlansAllTheSame()
    {
        using var place = new ClusterPlace(nodes.Place());
        using var proxy = new FaultProxy(nodes.Urls[0]);
        using var index = place.Open();
        Publish(index, 1);
        using (var writer = index.OpenWriter())
        {
            Put(writer, "one more", "第二");
            writer.Commit(PlanIndexParity.Nothing);
        }

        Publish(index, 3);
        using var direct = new ClusterClient(place.Options);
        using var slow = new ClusterClient(place.Options with { Urls = [proxy.Url] });
        var entries = new PlanEntries();
        Assert.Equal(PlansOfEach, entries.Of(ViewOf(direct, 1)).Numbers.Length);
        var second = ViewOf(slow, 2);
        var isMet = false;
        proxy.Before = request =>
        {
            if (!isMet && request.Body.Contains("facts", StringComparison.Ordinal))
            {
                isMet = true;
                entries.Of(ViewOf(direct, 3));
            }

            return null;
        };

        Assert.Equal(PlansOfEach + 1, entries.Of(second).Numbers.Length);

        Assert.True(isMet);
    }

    [NodesFact]
    public void Check_WholeAndDamagedIndex_FindsWhatIsDamaged()
    {
        using var place = new ClusterPlace(nodes.Place());
        using var index = place.Open();
        using var store = new OpenSearchIndexStore(place.Options);
        Assert.Null(store.Check(default));
        Publish(index, 1);
        Publish(index, 2);

        // Plans made by hand have made-up digests, which is the one thing that is found.
        var whole = store.Check(default)!;
        Assert.Equal<long>([2, 1], whole.Generations);
        Assert.Equal((2 * PlansOfEach, PlansOfEach), (whole.Files, whole.Documents));
        Assert.All(whole.Findings, finding => Assert.Contains("another than the one that was put", finding, StringComparison.Ordinal));

        place.Send(HttpMethod.Post, $"/{place.Options.Prefix}-texts-*/_update_by_query?refresh=true&q=from:2", "");
        place.Send(
            HttpMethod.Post,
            $"/{place.Options.Prefix}-texts-*/_delete_by_query?refresh=true&max_docs=1",
            """{"query":{"range":{"from":{"gt":0}}}}""");

        Assert.Contains(store.Check(default)!.Findings, finding => finding.Contains("documents of generation", StringComparison.Ordinal));
    }

    private static GenerationView ViewOf(ClusterClient client, long generation)
    {
        var control = new ControlIndex(client, client.Options.Prefix, ControlIndex.Current);
        var head = control.Read(default)!.Head;
        return GenerationView.Published(
            client, control, head, control.Generation(head.Generations.First(kept => kept.Number == generation), default));
    }

    private static string Word(long generation) => $"第{"〇一二三四五六七八九"[(int)generation]}";

    private static void AssertIs(IPlanIndex index, long generation)
    {
        using var snapshot = index.OpenNewest()!;
        Assert.Equal((generation, PlansOfEach), (snapshot.Generation, snapshot.PlanCount));
        Assert.Equal(PlansOfEach, snapshot.Totals(new LiteralQuery(Word(generation)), default).Mentions);
    }

    private static void Publish(IPlanIndex index, long generation)
    {
        using var writer = index.OpenWriter();
        Replace(writer, generation);
        Assert.Equal(generation, writer.Commit(PlanIndexParity.Nothing));
    }

    private static void Replace(IPlanIndexWriter writer, long generation)
    {
        for (var plan = 0; plan < PlansOfEach; plan++)
        {
            Put(writer, $"plan {plan}", Word(generation));
        }
    }

    private static void Put(IPlanIndexWriter writer, string id, string text)
    {
        var plan = new HandMadePlan(id).Paragraph(text);
        writer.Put(plan.Stored(), plan.Texts);
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Moved { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Moved;
    }
}
