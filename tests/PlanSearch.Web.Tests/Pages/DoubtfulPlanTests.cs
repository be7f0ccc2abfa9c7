using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>A plan whose headings were not found: wherever its places are named it says 章节待核, and no section is cited.</summary>
public sealed class DoubtfulPlanTests : IAsyncLifetime
{
    private const string Title = "临漪市清洁能源发展专项规划（2021—2025年）";
    private const string Place = "“推动清洁探针利用。”一段（章节待核）";
    private const string Reason = "没有找到任何标题";

    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(fill: collection =>
    {
        var text = new StringBuilder(Title).Append("\n\n推动清洁探针利用。健全储运体系，完善加注网络。\n\n");
        for (var year = 2021; year <= 2060; year++)
        {
            text.Append(null, $"{year}年，全市继续完善电网、热网和气网，推进清洁供暖，保障群众温暖过冬，统筹安排各项配套设施。\n\n");
        }

        collection.Write("doubtful.txt", text.ToString());
        collection.Write("unnamed.txt", "第一章 总则\n\n推动清洁样词利用，健全储运体系。\n\n第二章 保障\n\n加强组织领导。\n");
    });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Search_Hit_CitesTheFirstWordsUnderThePlanThatSaysWhy()
    {
        var hit = Assert.Single((await PageAsync("/search?q=清洁探针")).QuerySelectorAll("article.hit"));

        Assert.Equal($"《{Title}》，{Place}", hit.QuerySelector(".source [data-copy]")!.TextContent);
        var doubt = hit.Closest(".plan-group")!.QuerySelector("h2 a.doubt")!;
        Assert.Equal("章节待核", doubt.TextContent);
        var reasons = (await PageAsync(doubt.GetAttribute("href")!.Split('#')[0])).QuerySelector("details#doubts ul")!;
        Assert.Contains(Reason, reasons.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "章节待核")]
    [InlineData("&lang=en", "Sections to be checked")]
    public async Task Pages_OfThePlan_SayItWithTheReasons(string language, string words)
    {
        foreach (var (address, element) in new[]
        {
            ("/plans/doubtful?", ".plan-head .doubts"), ("/plans/doubtful/ledger?", ".doubts"),
        })
        {
            var doubts = (await PageAsync(address + language)).QuerySelector(element);
            Assert.Equal(words, doubts?.QuerySelector("summary")?.TextContent);
            Assert.Contains(Reason, doubts!.QuerySelector("ul")!.TextContent, StringComparison.Ordinal);
        }

        var row = (await PageAsync("/plans?" + language)).QuerySelectorAll(".plans tbody tr")
            .Single(row => row.TextContent.Contains("清洁能源", StringComparison.Ordinal));
        Assert.Equal(words, row.QuerySelector(".doubt")?.TextContent);
    }

    [Fact]
    public async Task Pages_OfASurePlan_SayNothing()
    {
        foreach (var address in new[] { "/plans/linyi", "/plans/linyi/ledger", "/search?q=氢能重卡" })
        {
            Assert.Empty((await PageAsync(address)).QuerySelectorAll(".doubt, .doubts"));
        }
    }

    [Fact]
    public async Task Api_OutlineSearchAndMentions_SayIt()
    {
        var outline = await JsonAsync("/api/v1/plans/doubtful/outline");
        Assert.InRange(outline.GetProperty("confidence").GetDouble(), 0, 0.8);
        Assert.Contains(outline.GetProperty("reasons").EnumerateArray(), reason => reason.GetString() == Reason);
        Assert.Equal(1, (await JsonAsync("/api/v1/plans/linyi/outline")).GetProperty("confidence").GetDouble());

        var plan = Assert.Single((await JsonAsync("/api/v1/search?q=清洁探针")).GetProperty("plans").EnumerateArray());
        Assert.True(plan.GetProperty("sectionsInDoubt").GetBoolean());
        Assert.Equal(outline.GetProperty("confidence").GetDouble(), plan.GetProperty("outlineConfidence").GetDouble());

        var mention = Assert.Single((await JsonAsync("/api/v1/mentions?q=清洁探针")).GetProperty("mentions").EnumerateArray());
        Assert.True(mention.GetProperty("sectionsInDoubt").GetBoolean());
        Assert.Equal(Place, mention.GetProperty("inPlan").GetString());
        Assert.False(Assert.Single(
            (await JsonAsync("/api/v1/mentions?q=氢能重卡")).GetProperty("mentions").EnumerateArray())
                .GetProperty("sectionsInDoubt")
                .GetBoolean());
    }

    [Fact]
    public async Task Csv_ColumnOfSections_BeginsWithTheMark()
    {
        var lines = (await _host.Client.GetStringAsync(new Uri("/api/v1/mentions?q=清洁探针&format=csv", UriKind.Relative))).Split("\r\n");

        Assert.Contains(",〔章节待核〕,", lines[1], StringComparison.Ordinal);
        Assert.Contains($"《{Title}》，{Place}", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_PlanWithoutTitle_CitesNoFileNameAsATitle()
    {
        var hit = Assert.Single((await PageAsync("/search?q=清洁样词")).QuerySelectorAll("article.hit"));

        var citation = hit.QuerySelector(".source [data-copy]")!.TextContent;
        Assert.StartsWith("〔题名未识别：unnamed.txt〕", citation, StringComparison.Ordinal);
        Assert.DoesNotContain("《", citation, StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> PageAsync(string address) =>
        await new HtmlParser().ParseDocumentAsync(await _host.Client.GetStringAsync(new Uri(address, UriKind.Relative)));

    private async Task<JsonElement> JsonAsync(string address) =>
        JsonSerializer.Deserialize<JsonElement>(await _host.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
}
