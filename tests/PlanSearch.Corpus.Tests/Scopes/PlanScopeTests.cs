using System.Collections.Immutable;
using System.Text.Json;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Facets;
using PlanSearch.Answers.ForReading;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Corpus.Tests.Scopes;

public sealed class PlanScopeTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Refused => new()
    {
        { "part", "专栏" }, { "section", "重点任务" }, { "region", "" }, { "region", "-" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Of_BlocksOrNothing_IsNoScope(string name, string value) =>
        Assert.Equal("scope_invalid", PlanScope.Of([new(name, [value])]).Fault?.Code);

    [Fact]
    public void Of_FormerNames_IsTheScopeOfTheNamesOfToday() =>
        Assert.Equal(ScopeOf(("level", ["市级"]), ("type", ["-发展规划（纲要）"])).Key, ScopeOf(("level", ["地级"]), ("type", ["-纲要"])).Key);

    [Fact]
    public void Of_NoFacet_IsNoScope() => Assert.Equal("scope_invalid", PlanScope.Of([]).Fault?.Code);

    [Fact]
    public void Key_ValuesInAnotherOrder_IsTheSame() => Assert.Equal(
        ScopeOf(("level", ["县级", "-省级", "市级"]), ("region", ["岚江省"])).Key,
        ScopeOf(("region", ["岚江省"]), ("level", ["市级", "县级", "县级", "-省级"])).Key);

    // The key finds the plans that a scope may read: no value may make it that of another scope.
    [Theory]
    [InlineData("a\tb", "a", "b")]
    [InlineData("a\\tb", "a\tb")]
    [InlineData("a\nlevel\tb", "a", "level\tb")]
    public void Key_ValuesThatHoldWhatPartsThem_IsAnother(string one, params string[] others) =>
        Assert.NotEqual(ScopeOf(("region", [one])).Key, ScopeOf(("region", [.. others])).Key);

    // A collection of only those plans is the oracle: whatever is asked of the scope is answered as it would answer.
    [Fact]
    public void Within_RandomCollections_AnswersAsTheCollectionOfItsPlansWould()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var round = 0; round < 12; round++)
        {
            var plans = InventedCollection.Random(random, 14);
            var scope = ScopeOf(("level", ["县级", "市级", "-功能区"]), ("period", ["十四五", "未知", "十三五"]));
            using var whole = InventedCollection.Open(plans);
            using var oracle = InventedCollection.Open(plans.Where(plan =>
                plan.Plan.Metadata is { Level: "县级" or "市级", Period: "十四五" or "未知" or "十三五" }));
            using var confined = new ReadingSession(whole, scope);

            Assert.Equal(oracle.Plans.Select(plan => plan.Id), confined.Reader.Plans.Select(plan => plan.Id));
            foreach (var query in (string[])["氢能", "氢能 园区", "5G*", "2025", "储能 -园区", "标题:园区", "火星", "同段(氢能 储能)"])
            {
                AssertSame(oracle, confined, new SearchRequest { Query = query, WithZeroValues = true });
                AssertSame(oracle, confined, new SearchRequest { Query = query, Order = SearchOrder.Density, Size = 3 });
            }
        }
    }

    [Fact]
    public void Within_PlanOutside_IsUnknownWhicheverWayItIsAskedFor()
    {
        using var whole = InventedCollection.Open(Two());
        using var confined = new ReadingSession(whole, ScopeOf(("plan", ["内"])));

        Assert.Equal("plan_unknown", PlanForReading.Read(confined.Reader, "外", new SearchRequest { Query = "" }, default).Fault?.Code);
        Assert.Equal("plan_unknown", confined.Reader.Ledger("外").Fault?.Code);
        Assert.Equal("plan_unknown", confined.Reader.Source("外").Fault?.Code);
        Assert.Equal("plan_unknown", CitedBlock.Of(confined.Reader, "外", "a").Fault?.Code);
        Assert.Equal("unknown_value", Records(confined, Asked("外边", ("plan", "外"))).Fault?.Code);
        Assert.EndsWith("现有的值：内。", Records(confined, Asked("氢能", ("plan", "无"))).Fault!.Message, StringComparison.Ordinal);
        Assert.Empty(Suggestion.Find(confined.Reader, "外边", 10, default));
        Assert.NotEmpty(whole.Suggest("外边", 10));
    }

    // How the input is read shows whether it occurs: decided over the scope, it shows nothing of what lies outside.
    [Fact]
    public void Within_LiteralThatOccursOnlyOutside_IsReadAsIfItOccurredNowhere()
    {
        using var whole = InventedCollection.Open(Two());
        using var confined = new ReadingSession(whole, ScopeOf(("plan", ["内"])));

        Assert.Equal("literal", whole.Search(InventedCollection.Ask("氢能 外边"), default).Value!.Certificate.Mode);
        Assert.Equal("expression", Records(confined, InventedCollection.Ask("氢能 外边")).Value!.Certificate.Mode);
    }

    [Fact]
    public void Within_Scope_IsStatedAndFilesThatFailedAreCountedWithoutTheirNames()
    {
        var manifest = InventedCollection.Manifest with
        {
            Failures = [new NotSearched(
            "保密/外.pdf", "扫描件")],
            Warnings = ["外：重复"],
            FailureRoots = ["/plans"]
        };
        using var whole = InventedCollection.Open(manifest, Two());
        using var confined = new ReadingSession(whole, ScopeOf(("plan", ["内"])));
        var certificate = Records(confined, InventedCollection.Ask("氢能")).Value!.Certificate;

        Assert.Equal(("plan", "内"), (Assert.Single(certificate.Scope).Key, Assert.Single(certificate.Scope["plan"])));
        Assert.False(certificate.Complete);
        Assert.DoesNotContain("外", Assert.Single(certificate.NotSearched).ToString(), StringComparison.Ordinal);
        Assert.Empty(confined.Reader.Status.Warnings);
        Assert.Equal(1, confined.Reader.Status.Plans);
        Assert.Empty(whole.Search(InventedCollection.Ask("氢能"), default).Value!.Certificate.Scope);
    }

    [Theory]
    [InlineData("plan", "没有这部")]
    [InlineData("没有这栏", "甲处")]
    [InlineData("没有这栏", "-甲处")]
    public void Within_NameOrValueThatNoPlanHas_HoldsNoPlan(string name, string value)
    {
        using var whole = InventedCollection.Open(Two());
        var scope = ScopeOf((name, [value]));
        using var confined = new ReadingSession(whole, scope);

        Assert.NotNull(ScopeNames.Unknown(confined.Reader, scope));
        Assert.Empty(confined.Reader.Plans);
        var answer = Records(confined, InventedCollection.Ask("氢能")).Value!;
        Assert.Equal((0L, 0, 0), (answer.Certificate.Mentions, answer.Certificate.PlansSearched, answer.Hits.Length));
    }

    [Fact]
    public void Dispose_OfAConfinedSession_LeavesTheWholeOpen()
    {
        using var whole = InventedCollection.Open(Two());
        using (var confined = new ReadingSession(whole, ScopeOf(("plan", ["内"]))))
        {
            Assert.Single(confined.Reader.Plans);
        }

        Assert.Equal(2, whole.Plans.Length);
    }

    private static void AssertSame(PlanCollection whole, ReadingSession confined, SearchRequest request)
    {
        using var oracle = new ReadingSession(whole);
        // Another time and the scope are all that may differ.
        Assert.Equal(Json(Records(oracle, request).Value), Json(Records(confined, request).Value));
        var (expected, actual) = (oracle.Ask(request, default).Value!, confined.Ask(request, default).Value!);
        Assert.Equal(Text(expected.Stream().Rows), Text(actual.Stream().Rows));
        Assert.Equal(Text(expected.Spread(9)), Text(actual.Spread(9)));
        Assert.Equal(Text(expected.Aside), Text(actual.Aside));
    }

    private static Outcome<SearchAnswer> Records(ReadingSession session, SearchRequest request) =>
        session.Ask(request, default).Then(inquiry => inquiry.Records);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);

    private static string? Json(SearchAnswer? answer) => answer is null ? null : Text(answer with
    {
        Certificate = answer.Certificate with { Time = default, Scope = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty },
        Next = answer.Next is null ? null : "",
    });

    private static List<(StoredPlan, IReadOnlyList<string>)> Two() =>
    [
        InventedCollection.Built(new HandMadePlan("内").Heading("第一章 里面").Paragraph("氢能产业。")),
        InventedCollection.Built(new HandMadePlan("外").Heading("第一章 外边的事").Paragraph("氢能 外边的产业。")),
    ];

    private static SearchRequest Asked(string query, (string Name, string Value) filter) => InventedCollection.Ask(query) with
    {
        Filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add(filter.Name, new FacetSelection([filter.Value], [])),
    };

    private static PlanScope ScopeOf(params IEnumerable<(string Name, ImmutableArray<string> Values)> stated) =>
        PlanScope.Of(stated.Select(pair => KeyValuePair.Create(pair.Name, pair.Values))).Value!;
}
