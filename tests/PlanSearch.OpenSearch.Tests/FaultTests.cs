using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.OpenSearch.Tests.Nodes;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Port;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>Whatever a cluster or the way to it does wrong is an exception of the port, with a remedy, and never a number.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class FaultTests(ThreeNodes nodes)
{
    private const string Shards = "_shards";

    // What is made of the answer to a search.
    private static readonly Dictionary<string, Action<JsonObject>> SearchFaults = new(StringComparer.Ordinal)
    {
        ["a shard has failed"] = answer => answer[Shards]!["failed"] = 1,
        ["a shard has not answered, and none has failed"] = answer => answer[Shards]!["successful"] = 2,
        ["no index is there: none of no shards"] = answer => (answer[Shards]!["successful"], answer[Shards]!["total"]) = (0, 0),
        ["the index has more shards than published"] = answer => (answer[Shards]!["successful"], answer[Shards]!["total"]) = (5, 5),
        ["it was too late"] = answer => answer["timed_out"] = true,
        ["it was ended early"] = answer => answer["terminated_early"] = true,
        ["the number of hits is a bound"] = answer => answer["hits"]!["total"]!["relation"] = "gte",
        ["a plan is missing"] = answer => answer["aggregations"]!["known"]!["known"]!["doc_count"] = 1,
        ["there is a plan more"] = answer => answer["aggregations"]!["known"]!["known"]!["doc_count"] = 3,
        ["the check of the plans is missing"] = answer => answer.Remove("aggregations"),
        ["the shards are missing"] = answer => answer.Remove(Shards),
        ["the hits are missing"] = answer => answer.Remove("hits"),
        ["more plans have it than there are"] = answer => answer["hits"]!["total"]!["value"] = 7,
    };

    public static TheoryData<string> OfSearches => [.. SearchFaults.Keys];

    [NodesTheory]
    [MemberData(nameof(OfSearches))]
    public void Search_AnswerIsNotWhole_IsAnErrorAndNoNumber(string fault)
    {
        using var site = new Site(nodes);
        using var snapshot = site.Index.OpenNewest()!;
        Assert.Equal(new UnitCounts(3, 2, 2), snapshot.Totals(new LiteralQuery("湖"), default));

        site.Proxy.After = (request, answer) => InSearches(request, answer, SearchFaults[fault]);

        Assert.Throws<IndexUnavailableException>(() => snapshot.Totals(new LiteralQuery("湖"), default));
        Assert.Throws<IndexUnavailableException>(
            () => snapshot.Tally(new TallyRequest(new LiteralQuery("湖")) { Facets = ["part"] }, default));
        Assert.Throws<IndexUnavailableException>(() => snapshot.Mentions(new LiteralQuery("湖"), [], _ => { }, default));
        Assert.Throws<IndexUnavailableException>(() => snapshot.Kept("first"));
    }

    [NodesTheory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public void Search_StatusThatMayPass_IsAskedAgainAndIsThenAnError(int status)
    {
        using var site = new Site(nodes);
        using var snapshot = site.Index.OpenNewest()!;
        var asked = 0;
        site.Proxy.Before = request => request.Path.Contains("search", StringComparison.Ordinal) && asked++ == 0
            ? new NodeAnswer(status, """{"error":{"type":"rejected","reason":"busy"}}""")
            : null;

        Assert.Equal(3, snapshot.Totals(new LiteralQuery("湖"), default).Mentions);
        Assert.True(asked > 1);

        site.Proxy.Before = _ => new NodeAnswer(status, """{"error":{"type":"rejected","reason":"busy"}}""");

        var unavailable = Assert.Throws<IndexUnavailableException>(() => snapshot.Totals(new LiteralQuery("湖"), default));
        Assert.Contains("busy", unavailable.Message, StringComparison.Ordinal);
    }

    [NodesFact]
    public void Search_ConnectionIsCutInTheBody_IsAnError()
    {
        using var site = new Site(nodes);
        using var snapshot = site.Index.OpenNewest()!;
        site.Proxy.After = (_, answer) => answer with { IsCut = true };

        Assert.Throws<IndexUnavailableException>(() => snapshot.Totals(new LiteralQuery("湖"), default));
        Assert.Throws<IndexUnavailableException>(() => snapshot.BlockText(0, 0));
    }

    [NodesTheory]
    [InlineData(401, "{}", "PlanSearch__OpenSearch__User")]
    [InlineData(
        403, """{"error":{"type":"security_exception","reason":"no permissions for [indices:data/read/search]"}}""", "docs/集群部署.md")]
    [InlineData(400, """{"error":{"type":"illegal_argument_exception","reason":"cannot execute [inline] scripts"}}""", "scripts")]
    [InlineData(200, "<html>It works!</html>", "no OpenSearch")]
    [InlineData(302, "", "OpenSearch 2.19")]
    public void Search_StatusThatDoesNotPass_NamesTheRemedyAtOnce(int status, string body, string remedy)
    {
        using var site = new Site(nodes);
        using var snapshot = site.Index.OpenNewest()!;
        var asked = 0;
        site.Proxy.Before = _ =>
        {
            asked++;
            return new NodeAnswer(status, body);
        };

        var refused = Assert.Throws<IndexRefusedException>(() => snapshot.Totals(new LiteralQuery("湖"), default));

        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [NodesFact]
    public void Bulk_ItemsOfTheirOwnStatus_AreLookedAtOneByOne()
    {
        using var site = new Site(nodes);
        void Items(string type, int status) => site.Proxy.After = (request, answer) => request.Path != "/_bulk" ? answer : answer with
        {
            Body = Changed(answer.Body, root => root["items"]![0]!["create"] = Failed(type, status)),
        };

        Items("mapper_parsing_exception", 400);
        Assert.Throws<IndexRefusedException>(() => site.Publish("海"));
        Items("cluster_block_exception", 429);
        Assert.Contains("disks", Assert.Throws<IndexUnwritableException>(() => site.Publish("海")).Message, StringComparison.Ordinal);
        Items("unavailable_shards_exception", 503);
        Assert.Throws<IndexUnavailableException>(() => site.Publish("海"));
        Items("rejected_execution_exception", 429);
        Assert.Throws<IndexUnavailableException>(() => site.Publish("海"));

        site.Proxy.After = (_, answer) => answer;
        using var snapshot = site.Index.OpenNewest()!;
        Assert.Equal((1, 2), (snapshot.Generation, snapshot.PlanCount));
        Assert.Equal(2, site.Publish("海"));
    }

    [NodesFact]
    public void Bulk_DeletesThatANodeHasNoTimeFor_AreSentAgainAndAreThenAnError()
    {
        using var site = new Site(nodes);
        using var patient = new ClusterClient(site.Options with { Patience = TimeSpan.FromMinutes(1) });
        using var hasty = new ClusterClient(site.Options with { Patience = TimeSpan.Zero });
        var (sent, always) = (0, false);
        site.Proxy.After = (request, answer) =>
            request.Path == "/_bulk" && request.Body.Contains("\"delete\"", StringComparison.Ordinal) && (sent++ == 0 || always)
                ? answer with
                {
                    Body = Changed(answer.Body, root => root["items"]![0]!["delete"] = Failed("rejected_execution_exception", 429)),
                }
                : answer;
        void Remove(ClusterClient client) => Indexes.RemoveDocuments(client, [($"{site.Place.Options.Prefix}-control", "nobody")], default);

        Remove(patient);
        Assert.Equal(2, sent);

        always = true;
        Assert.Contains("429", Assert.Throws<IndexUnavailableException>(() => Remove(hasty)).Message, StringComparison.Ordinal);
    }

    [NodesFact]
    public void Commit_PlansAreShort_IsUnavailableAndNotGone()
    {
        using var site = new Site(nodes);
        using var writer = site.Index.OpenWriter();
        Site.Put(writer, "海");
        site.Proxy.After = (request, answer) => InSearches(request, answer, SearchFaults["a plan is missing"]);

        var unavailable = Assert.Throws<IndexUnavailableException>(() => writer.Commit(PlanIndexParity.Nothing));

        Assert.Contains("1 documents of generation 2, which has 3", unavailable.Message, StringComparison.Ordinal);
    }

    [NodesFact]
    public void Read_SeveralTextsAreDamaged_IsDamage()
    {
        using var site = new Site(nodes);
        using var snapshot = site.Index.OpenNewest()!;
        void Texts(string packed) => site.Proxy.After = (request, answer) => !IsOfTexts(request) ? answer : answer with
        {
            Body = Changed(answer.Body, root =>
            {
                foreach (var hit in root["hits"]!["hits"]!.AsArray())
                {
                    hit!["fields"]!["packed"]![0] = packed;
                }
            }),
        };

        foreach (var packed in new[] { "AAAA", "", "A", "????" })
        {
            Texts(packed);
            Assert.Throws<IndexDamagedException>(() => snapshot.Prefetch([0, 1]));
        }
    }

    [NodesFact]
    public void Read_ATextIsNotGiven_IsDamageAndNoNumber()
    {
        using var site = new Site(nodes);
        using var snapshot = site.Index.OpenNewest()!;
        site.Proxy.After = (request, answer) => !IsOfTexts(request) ? answer : answer with
        {
            Body = Changed(answer.Body, root =>
            {
                root["hits"]!["hits"]!.AsArray().RemoveAt(0);
                root["hits"]!["total"]!["value"] = 1;
            }),
        };
        var near = new NearQuery(new LiteralQuery("湖"), new LiteralQuery("湖"), 50);

        Assert.Throws<IndexDamagedException>(() => snapshot.Prefetch([0, 1]));
        Assert.Throws<IndexDamagedException>(() => snapshot.Tally(new TallyRequest(near), default));
    }

    [NodesFact]
    public void Read_AShardOfTheTextsIsAway_IsUnavailableAndNoNumber()
    {
        using var site = new Site(nodes);
        using var snapshot = site.Index.OpenNewest()!;
        site.Proxy.After = (request, answer) => !IsOfTexts(request) ? answer : answer with
        {
            Body = Changed(answer.Body, root => root[Shards]!["successful"] = 2),
        };

        Assert.Throws<IndexUnavailableException>(() => snapshot.Prefetch([0, 1]));
        Assert.Throws<IndexUnavailableException>(() => snapshot.BlockText(0, 0));
    }

    [NodesFact]
    public void Write_IndexIsBlocked_SaysWhatToDoAndChangesNothing()
    {
        using var site = new Site(nodes);
        site.Place.Send(
            HttpMethod.Put, $"/{site.Place.Options.Prefix}-plans-*/_settings", """{"index.blocks.read_only_allow_delete":true}""");

        var blocked = Assert.Throws<IndexUnwritableException>(() => site.Publish("海"));

        Assert.Contains("index.blocks", blocked.Message, StringComparison.Ordinal);
        site.Place.Send(
            HttpMethod.Put, $"/{site.Place.Options.Prefix}-plans-*/_settings", """{"index.blocks.read_only_allow_delete":null}""");
        Assert.Equal(2, site.Publish("海"));
    }

    [NodesFact]
    public void Refresh_AShardDoesNotShowWhatWasWritten_PublishesNothing()
    {
        using var site = new Site(nodes);
        site.Proxy.After = (request, answer) => request.Path.EndsWith("_refresh", StringComparison.Ordinal)
            ? answer with { Body = Changed(answer.Body, root => root[Shards]!["successful"] = 2) }
            : answer;

        Assert.Throws<IndexUnavailableException>(() => site.Publish("海"));

        site.Proxy.After = (_, answer) => answer;
        Assert.Equal(1, site.Index.NewestGeneration);
    }

    [NodesFact]
    public void Count_AnyPlanIsLost_IsNoticedByEverySearch()
    {
        using var site = new Site(nodes);
        using var snapshot = site.Index.OpenNewest()!;
        site.Place.Send(
            HttpMethod.Post, $"/{site.Place.Options.Prefix}-plans-*/_delete_by_query?refresh=true", """{"query":{"term":{"id":"hill"}}}""");

        var lost = Assert.Throws<IndexUnavailableException>(() => snapshot.Totals(new LiteralQuery("湖"), default));

        Assert.Contains("1 documents of generation 1, which has 2", lost.Message, StringComparison.Ordinal);
    }

    [NodesFact]
    public void Calibration_ClusterCountsOtherwise_IsRefused()
    {
        using var site = new Site(nodes);
        site.Proxy.After = (request, answer) => request.Path.Contains("search", StringComparison.Ordinal)
            ? answer with { Body = answer.Body.Replace("\"_score\":", "\"_score\":1", StringComparison.Ordinal) }
            : answer;

        // Another host, which has not asked yet.
        using var freshStore = new OpenSearchIndexStore(site.Options);
        using var fresh = freshStore.Open();
        var refused = Assert.Throws<IndexRefusedException>(() => fresh.OpenNewest());

        Assert.Contains("PlanSearch can count with", refused.Message, StringComparison.Ordinal);
    }

    [NodesFact]
    public void Open_HeadOfAnotherFormat_IsAnotherVersionAndIsRebuilt()
    {
        using var site = new Site(nodes);
        var head = $"/{site.Place.Options.Prefix}-control/_doc/head";
        site.Place.Send(
            HttpMethod.Put, head + "?refresh=true", """{"versions":"0.1.1.1","generations":[{"number":41,"document":"gen-41-1"}]}""");

        Assert.Throws<IndexVersionException>(() => site.Index.OpenNewest());
        Assert.Throws<IndexVersionException>(() => site.Index.OpenWriter());

        using var store = new OpenSearchIndexStore(site.Options);
        using (var rebuild = store.BeginRebuild())
        {
            using var next = rebuild.Open();
            Assert.Equal(42, rebuild.FirstGeneration);
            Assert.Equal(42, Site.Publish(next, "海"));
            rebuild.TakePlace();
        }

        using var fresh = store.Open();
        using var snapshot = fresh.OpenNewest()!;
        Assert.Equal((42, 1), (snapshot.Generation, snapshot.PlanCount));
    }

    [NodesFact]
    public void Open_AnotherProgramsIndex_IsForeignAndIsLeft()
    {
        using var place = new ClusterPlace(nodes.Place());
        place.Send(HttpMethod.Put, $"/{place.Options.Prefix}-control/_doc/head?refresh=true", "");
        place.Send(HttpMethod.Put, $"/{place.Options.Prefix}-control", "{}");
        place.Send(HttpMethod.Put, $"/{place.Options.Prefix}-control/_doc/head?refresh=true", """{"title":"another program's"}""");
        using var index = place.Open();

        Assert.Throws<IndexForeignException>(() => index.OpenNewest());
        Assert.Throws<IndexForeignException>(() => index.OpenWriter());

        Assert.Contains(
            "another program's", place.Send(HttpMethod.Get, $"/{place.Options.Prefix}-control/_doc/head"), StringComparison.Ordinal);
    }

    [NodesFact]
    public void Connect_UserAndPassword_ComeFromTheFile()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("password"), "密码 1\n");
        using var site = new Site(nodes);
        var wanted = "Basic " + Convert.ToBase64String("reader:密码 1"u8);
        site.Proxy.Before = request => request.Authorization == wanted ? null : new NodeAnswer(401, "{}");

        Assert.Throws<IndexRefusedException>(() => site.Index.NewestGeneration);

        using var knownStore = new OpenSearchIndexStore(site.Options with { User = "reader", PasswordFile = folder.At("password") });
        using var known = knownStore.Open();
        Assert.Equal(1, known.NewestGeneration);
    }

    [NodesFact]
    public void Connect_NothingThere_IsUnavailableAndNamesTheAddress()
    {
        using var site = new Site(nodes);
        var nobody = new Uri("http://127.0.0.1:9");
        using var indexStore = new OpenSearchIndexStore(site.Options with { Urls = [nobody], Patience = TimeSpan.FromMilliseconds(200) });
        using var index = indexStore.Open();

        Assert.Contains(
            "127.0.0.1:9", Assert.Throws<IndexUnavailableException>(() => index.NewestGeneration).Message, StringComparison.Ordinal);

        using var secondStore = new OpenSearchIndexStore(site.Options with { Urls = [nobody, .. site.Options.Urls] });
        using var second = secondStore.Open();
        Assert.Equal(1, second.NewestGeneration);
    }

    private static JsonObject Failed(string type, int status) => new()
    {
        ["status"] = status,
        ["error"] = new JsonObject { ["type"] = type, ["reason"] = "said by the test" },
    };

    private static bool IsOfTexts(NodeRequest request) =>
        request.Path.Contains("-texts-", StringComparison.Ordinal) && request.Path.Contains("_search", StringComparison.Ordinal);

    private static NodeAnswer InSearches(NodeRequest request, NodeAnswer answer, Action<JsonObject> change) =>
        request.Path.Contains("search", StringComparison.Ordinal) ? answer with { Body = Changed(answer.Body, change) } : answer;

    private static string Changed(string body, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        if (root["responses"] is JsonArray several)
        {
            foreach (var one in several)
            {
                change(one!.AsObject());
            }
        }
        else
        {
            change(root);
        }

        return root.ToJsonString();
    }

    /// <summary>Two plans behind a proxy.</summary>
    private sealed class Site : IDisposable
    {
        private readonly OpenSearchIndexStore _store;

        public Site(ThreeNodes nodes)
        {
            Place = new ClusterPlace(nodes.Place());
            Proxy = new FaultProxy(nodes.Urls[0]);
            Options = Place.Options with { Urls = [Proxy.Url], Patience = TimeSpan.FromMilliseconds(300) };
            _store = new OpenSearchIndexStore(Options);
            Index = _store.Open();
            using var writer = Index.OpenWriter();
            Put(writer, new HandMadePlan("lake").Heading("湖边").Paragraph("湖心岛"));
            Put(writer, new HandMadePlan("hill").Paragraph("山上有湖"));
            writer.Commit(PlanIndexParity.Nothing);
        }

        public ClusterPlace Place { get; }

        public FaultProxy Proxy { get; }

        public ClusterOptions Options { get; }

        public IPlanIndex Index { get; }

        public long Publish(string text) => Publish(Index, text);

        public static long Publish(IPlanIndex index, string text)
        {
            using var writer = index.OpenWriter();
            Put(writer, text);
            return writer.Commit(PlanIndexParity.Nothing);
        }

        public static void Put(IPlanIndexWriter writer, string text) => Put(writer, new HandMadePlan("sea").Paragraph(text));

        public void Dispose()
        {
            Index.Dispose();
            _store.Dispose();
            Proxy.Dispose();
            Place.Dispose();
        }

        private static void Put(IPlanIndexWriter writer, HandMadePlan plan) => writer.Put(plan.Stored(), plan.Texts);
    }
}
