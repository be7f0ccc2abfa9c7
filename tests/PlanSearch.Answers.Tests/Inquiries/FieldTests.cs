using System.Collections.Immutable;
using PlanSearch.Answers.Hits;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Inquiries;

/// <summary>Fields of a query, words that name a place, level or period, and the orders and facets beside them.</summary>
public sealed class FieldTests : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(
        InventedCollection.Built(
            new HandMadePlan("甲")
                .Heading("第一章 氢能")
                .Paragraph("氢能与储能。")
                .Heading("第二章 其他")
                .Paragraph("其他内容。")
                .BoxTitle("储能工程")
                .Entry("建设储能电站"),
            metadata => metadata with { RegionPath = ["岚江省", "临漪市"], Level = "市级", Period = "十四五", Type = "发展规划（纲要）" }),
        InventedCollection.Built(
            new HandMadePlan("乙").Heading("第一章 总则").Paragraph("氢能。氢能。氢能。"),
            metadata => metadata with { RegionPath = ["岚江省", "望澜市"], Level = "市级", Period = "十五五" }),
        InventedCollection.Built(
            new HandMadePlan("丙").Heading("第一章 总则").Paragraph("储能和氢能，与临漪合作。"),
            metadata => metadata with { RegionPath = ["岚江省"], Level = "省级", Period = "2021—2023年", Type = "实施方案和行动计划" }));

    public static TheoryData<string, long, int> Fields => new()
    {
        // query                          mentions  plans searched
        { "氢能",                          6,        3 },
        { "地区:临漪市 氢能",                2,        1 },
        { "地区:临漪 氢能",                 2,        1 },                  // the name without its suffix
        { "地区:岚江省/临漪市 氢能",          2,        1 },
        { "地区:岚江 氢能",                 6,        3 },                  // holds for all below it
        { "地区:临漪|望澜 氢能",             5,        2 },
        { "-地区:临漪 氢能",                4,        2 },
        { "时期:十四五 层级:市级 氢能",       2,        1 },
        { "时期:“十四五”时期 氢能",          2,        1 },
        { "时期:2021-2023 氢能",            1,        1 },
        { "时期:2021—2023年 氢能",          1,        1 },
        { "层级:市级 氢能",                 5,        2 },
        { "层级:地级 氢能",                 5,        2 },                  // the name it had
        { "类型:纲要 氢能",                 2,        1 },
        { "类型:发展规划（纲要） 氢能",        2,        1 },
        { "类型:行动计划|发展规划（纲要） 氢能", 3,        2 },
        { "部位:标题 氢能",                 1,        3 },
        { "标题:氢能",                      1,        3 },
        { "标题:氢能 储能",                  2,        3 },                  // the other word anywhere in the record
        { "专栏:储能",                      1,        3 },
        { "专栏:储能 电站",                  2,        3 },
        { "储能 -标题:氢能",                 3,        3 },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Search_FieldsInTheQuery_NarrowTheAnswer(string query, long mentions, int plans)
    {
        var certificate = _corpus.Search(InventedCollection.Ask(query) with { Mode = QueryMode.Expression }, default).Value!.Certificate;

        Assert.Equal((mentions, plans), (certificate.Mentions, certificate.PlansSearched));
        Assert.Empty(certificate.Filters);
    }

    [Fact]
    public void Search_FilterByAFormerName_IsAskedAndCertifiedByTheNameOfToday()
    {
        var filters = InventedCollection.Ask("").Filters.Add("level", new FacetSelection(["地级"], []))
            .Add("type", new FacetSelection([], ["纲要", "发展规划（纲要）"]));

        var certificate = _corpus.Search(InventedCollection.Ask("氢能") with { Filters = filters }, default).Value!.Certificate;

        Assert.Equal(3, certificate.Mentions);
        Assert.Equal(
            "level=市级 type=-发展规划（纲要）",
            string.Join(' ', certificate.Filters.Select(filter => $"{filter.Key}={string.Join('|', filter.Value)}")));
    }

    [Theory]
    [InlineData("类型:纲要 氢能")]
    [InlineData("类型:发展规划（纲要） 氢能")]
    [InlineData("-类型:发展规划（纲要）|行动计划 氢能")]
    public void Search_NormalFormOfAFilterWithBrackets_ReadsBackTheSame(string query)
    {
        var first = _corpus.Search(InventedCollection.Ask(query) with { Mode = QueryMode.Expression }, default).Value!.Certificate;
        var again = _corpus.Search(InventedCollection.Ask(first.Query) with { Mode = QueryMode.Expression }, default).Value!.Certificate;

        Assert.Equal((first.Query, first.Mentions), (again.Query, again.Mentions));
    }

    [Fact]
    public void Search_UnknownValue_NamesThoseThereAreAndProposesWithout()
    {
        var fault = _corpus.Search(InventedCollection.Ask("地区:火星 氢能") with { Mode = QueryMode.Expression }, default).Fault!;

        Assert.Equal(("unknown_value", "氢能"), (fault.Code, fault.Proposal));
        Assert.Contains("岚江省/临漪市", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_FacetUnderAFieldOfTheQuery_CountsWithinIt()
    {
        var facets = _corpus.Search(InventedCollection.Ask("地区:临漪 氢能"), default).Value!.Facets;

        Assert.Equal(
            [("岚江省", 2L), ("岚江省/临漪市", 2L)],
            facets.Single(facet => facet.Name == FacetNames.Region).Values.Select(value => (value.Value, value.Mentions)));
    }

    [Fact]
    public void Search_WordThatIsAPlace_IsOfferedAsAFilterAndNotApplied()
    {
        var answer = _corpus.Search(InventedCollection.Ask("临漪 氢能"), default).Value!;

        Assert.Equal((2L, 3), (answer.Certificate.Mentions, answer.Certificate.PlansSearched));
        var reading = Assert.Single(answer.Readings);
        Assert.Equal(("filter", "按“地区：临漪市”查“氢能”", "氢能", 2L), (reading.Kind, reading.Text, reading.Query, reading.Mentions));
        Assert.Equal("岚江省/临漪市", reading.Parameters[FacetNames.Region]);
    }

    [Theory]
    [InlineData("临漪氢能", "按“地区：临漪市”查“氢能”")]
    [InlineData("十四五氢能", "按“时期：十四五”查“氢能”")]
    [InlineData("省级 氢能", "按“层级：省级”查“氢能”")]
    public void Search_WordsThatName_AreOffered(string query, string text) =>
        Assert.Contains(_corpus.Search(InventedCollection.Ask(query), default).Value!.Readings, reading => reading.Text == text);

    [Fact]
    public void Search_SeveralWordsThatName_AreOfferedTogetherToo()
    {
        var readings = _corpus.Search(InventedCollection.Ask("临漪 十四五 氢能"), default).Value!.Readings;

        var both = readings.Single(
            reading => reading.Parameters.ContainsKey(FacetNames.Region) && reading.Parameters.ContainsKey(FacetNames.Period));
        Assert.Equal(("按“地区：临漪市”、“时期：十四五”查“氢能”", 2L), (both.Text, both.Mentions));
    }

    [Fact]
    public void Search_ByDensity_PutsTheDensestPlanFirstAndSaysWhy()
    {
        var hits = _corpus.Search(InventedCollection.Ask("氢能") with { Order = SearchOrder.Density }, default).Value!.Hits;

        Assert.Equal("乙", hits[0].Plan);
        Assert.All(hits, hit => Assert.StartsWith("本规划每万字提及", hit.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void Search_ByRelevance_SaysWhy()
    {
        var hits = _corpus.Search(InventedCollection.Ask("氢能") with { Order = SearchOrder.Relevance }, default).Value!.Hits;

        Assert.Contains(hits, hit => hit.Why!.StartsWith("标题1处、其他文字1处；得分", StringComparison.Ordinal));
    }

    [Fact]
    public void Search_WithZeroValues_ListsValuesWithoutAMention()
    {
        var request = InventedCollection.Ask("电站");
        ImmutableArray<FacetValue> Periods(SearchRequest asked) =>
            _corpus.Search(asked, default).Value!.Facets.Single(facet => facet.Name == FacetNames.Period).Values;

        Assert.Equal(["十四五"], Periods(request).Select(value => value.Value));
        Assert.Equal(
            [("十四五", 1L), ("2021—2023年", 0L), ("十五五", 0L)],
            Periods(request with { WithZeroValues = true }).Select(value => (value.Value, value.Mentions)));
    }

    public void Dispose() => _corpus.Dispose();
}
