using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Inquiries;

/// <summary>How an input is read, and what is offered beside the answer.</summary>
public sealed class InquiryTests : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(
        InventedCollection.Built(new HandMadePlan("甲")
            .Aside(BlockKind.Contents, "封面词")
            .Heading("第一章 绿色转型").Paragraph("发展氢能和储能，建设5G网络、15G骨干网。").Paragraph("“双碳”基地（一期）|二期。")),
        InventedCollection.Built(new HandMadePlan("乙").Heading("第二章").Paragraph("推进氢能示范。").Heading("第三章").Paragraph("储能示范2025年。")));

    public static TheoryData<string, QueryMode, string, long> Readings => new()
    {
        // input              mode                   read as         mentions
        { "氢能",              QueryMode.Auto,        "literal",      2 },
        { "氢能 储能",          QueryMode.Auto,        "expression",   2 },     // no such literal; both in one record of 甲
        { "氢能 储能",          QueryMode.Literal,     "literal",      0 },
        { "\"氢能\"",          QueryMode.Auto,        "expression",   2 },     // quoted out of habit
        { "“双碳”",            QueryMode.Auto,        "expression",   1 },     // wholly in quotes: the words between them
        { " \"氢能\"　",        QueryMode.Auto,        "expression",   2 },
        { "“双碳”",            QueryMode.Literal,     "literal",      1 },     // the marks are characters
        { "“双碳”基地",         QueryMode.Auto,        "literal",      1 },     // quotes around a part are signs of the text
        { "\"氢能\" \"储能\"",   QueryMode.Auto,        "expression",   2 },
        { "氢能 －火星",         QueryMode.Auto,        "expression",   2 },     // a full-width minus
        { "氢能 −储能",          QueryMode.Auto,        "expression",   1 },
        { "“双碳”",            QueryMode.Expression,  "expression",   1 },
        { "第一章　绿色转型",    QueryMode.Auto,        "literal",      1 },     // a heading, pasted
        { "（一期）|二期",       QueryMode.Auto,        "literal",      1 },
        { "氢能|储能",          QueryMode.Auto,        "expression",   4 },
        { "氢能 NEAR/3 储能",   QueryMode.Auto,        "expression",   2 },
        { "氢能 NEAR/ 储能",    QueryMode.Auto,        "literal",      0 },     // neither occurs nor is an expression
        { "#氢能",             QueryMode.Auto,        "expression",   2 },
        { "第一章绿色转型",      QueryMode.Auto,        "literal",      1 },     // the blank after a marker is optional
        { "标题:绿色转型",       QueryMode.Auto,        "expression",   1 },
        { "封面词",             QueryMode.Auto,        "literal",      0 },     // occurs, but only where it is not counted
        { "*G网",              QueryMode.Auto,        "expression",   1 },
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public void Search_Input_IsReadAndCounted(string input, QueryMode mode, string read, long mentions)
    {
        var certificate = _corpus.Search(InventedCollection.Ask(input) with { Mode = mode }, default).Value!.Certificate;

        Assert.Equal((read, mentions), (certificate.Mode, certificate.Mentions));
        Assert.Equal(input, certificate.Query);
    }

    [Fact]
    public void Search_LiteralThatIsAnExpressionToo_OffersTheExpressionWithItsCount()
    {
        var reading = Assert.Single(_corpus.Search(InventedCollection.Ask("第一章 绿色转型"), default).Value!.Readings);

        Assert.Equal(("expression", "按检索式理解：含“第一章”并且含“绿色转型”", 2L), (reading.Kind, reading.Text, reading.Mentions));
        Assert.Equal("expression", reading.Parameters["mode"]);
    }

    [Fact]
    public void Search_ExpressionThatOccursAsItStands_OffersTheLiteral()
    {
        var request = InventedCollection.Ask("第一章 绿色转型") with { Mode = QueryMode.Expression };

        var reading = Assert.Single(_corpus.Search(request, default).Value!.Readings);

        Assert.Equal(("literal", 1L, "literal"), (reading.Kind, reading.Mentions, reading.Parameters["mode"]));
    }

    [Fact]
    public void Search_WholeRunRuleLeftSomethingOut_OffersTheOpenQueryWithItsCount()
    {
        var answer = _corpus.Search(InventedCollection.Ask("5G"), default).Value!;

        var reading = Assert.Single(answer.Readings);
        Assert.Equal((1L, 1L), (answer.Certificate.Mentions, answer.Certificate.Excluded.LongerRuns));
        Assert.Equal(("*5G*", 2L), (reading.Query, reading.Mentions));
    }

    [Fact]
    public void Search_FaultyExpressionThatDoesNotOccur_OffersTheMendedOne()
    {
        var reading = Assert.Single(_corpus.Search(InventedCollection.Ask("(氢能 储能"), default).Value!.Readings);

        Assert.Equal(("repair", "氢能 储能", 2L), (reading.Kind, reading.Query, reading.Mentions));
        Assert.Contains("括号没有配对", reading.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_WhollyInQuotes_OffersTheReadingWithItsMarks()
    {
        var answer = _corpus.Search(InventedCollection.Ask("“双碳”"), default).Value!;

        Assert.Equal(("双碳", "expression", 1L), (answer.Certificate.NormalForm, answer.Certificate.Mode, answer.Certificate.Mentions));
        var reading = Assert.Single(answer.Readings);
        Assert.Equal(("literal", "“双碳”", 1L, "literal"), (reading.Kind, reading.Query, reading.Mentions, reading.Parameters["mode"]));
    }

    public static TheoryData<string, string[]> Meant => new()
    {
        // typed             offered, with mentions
        { "氢能、储能",        ["list 氢能 储能 2", "list 氢能 | 储能 4"] },
        { "氢能，储能，火星",   ["list 氢能 储能 火星 0", "list 氢能 | 储能 | 火星 4"] },
        { "氢能 or 储能",      ["operator 氢能 | 储能 4"] },
        { "氢能 not 储能",     ["operator 氢能 -储能 1"] },
        { "氢能 And 储能",     ["operator 氢能 储能 2"] },
        { "氢能和储能",        [] },                                           // occurs
        { "推进，（氢能）",     [] },                                           // no list of words
    };

    [Theory]
    [MemberData(nameof(Meant))]
    public void Search_NearlyAnExpressionAndNowhere_IsAskedAbout(string typed, string[] offered)
    {
        var readings = _corpus.Search(InventedCollection.Ask(typed), default).Value!.Readings;

        Assert.Equal(
            offered,
            readings.Where(reading => reading.Kind is "list" or "operator")
                .Select(reading => $"{reading.Kind} {reading.Query} {reading.Mentions}"));
        Assert.All(
            readings.Where(reading => reading.Kind is "list" or "operator"),
            reading => Assert.Equal("expression", reading.Parameters["mode"]));
    }

    [Theory]
    [InlineData("氢*", "含“氢”（前后接什么字都算，不必写“*”）")]
    [InlineData("5G*", "含“5G”（计入更长的字母数字串）")]
    [InlineData("*5G网", "含“5G网”（计入更长的字母数字串）")]
    public void Search_Star_IsDescribedAsWhatItDoes(string typed, string inWords) =>
        Assert.Equal(inWords, _corpus.Search(InventedCollection.Ask(typed), default).Value!.Certificate.InWords);

    [Fact]
    public void Mentions_OfATopic_NameTheirMember() =>
        Assert.Equal(["氢能", "氢能"], _corpus.Mentions(InventedCollection.Ask("#氢能"), default).Value!.Mentions.Select(row => row.Member));

    [Fact]
    public void Search_FilterThatHidesTheLiteral_DoesNotChangeHowTheInputIsRead()
    {
        var filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add(FacetNames.Plan, new FacetSelection(["乙"], []));

        var certificate = _corpus.Search(InventedCollection.Ask("第一章 绿色转型") with { Filters = filters }, default).Value!.Certificate;

        Assert.Equal(("literal", 0L, 1), (certificate.Mode, certificate.Mentions, certificate.PlansSearched));
    }

    [Theory]
    [InlineData("", QueryMode.Auto, "query_empty")]
    [InlineData("　 ", QueryMode.Literal, "query_empty")]
    [InlineData("(氢能", QueryMode.Expression, "query_syntax")]
    [InlineData("标题:标题:氢能", QueryMode.Expression, "query_syntax")]
    [InlineData("地区:火星 氢能", QueryMode.Expression, "unknown_value")]
    public void Search_UnreadableInput_IsAFault(string input, QueryMode mode, string code) =>
        Assert.Equal(code, _corpus.Search(InventedCollection.Ask(input) with { Mode = mode }, default).Fault!.Code);

    public void Dispose() => _corpus.Dispose();
}
