using System.Net;
using AngleSharp.Html.Parser;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>The words of a topic set on the pages: counted, ticked, added, without script.</summary>
[Collection(SiteTests.Name)]
public sealed class TopicPageTests(Site site)
{
    [Fact]
    public async Task SearchPage_OfATopic_ShowsEachWordWithTheCountOfTheApi()
    {
        var page = await site.PageAsync("/search?q=%23氢能");
        var members = (await site.JsonAsync("/api/v1/search?q=%23氢能")).GetProperty("topics")[0]
            .GetProperty("members")
            .EnumerateArray()
            .ToList();

        Assert.Equal(
            members.Select(member => member.GetProperty("word").GetString()),
            page.QuerySelectorAll(".members input[name=word]").Select(box => box.GetAttribute("value")));
        Assert.All(page.QuerySelectorAll(".members input[name=word]"), box => Assert.True(box.HasAttribute("checked")));
        Assert.Equal(
            members.Select(member => $"{member.GetProperty("mentions").GetInt32()}"),
            page.QuerySelectorAll(".members a.count").Select(count => count.TextContent));
    }

    [Fact]
    public async Task Form_WithTwoWordsTicked_LeadsToTheExpressionThatHasThem()
    {
        using var response = await site.GetAsync("/search/topic?q=%23氢能 产业&topic=氢能&word=制氢&word=氢能&level=地级");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var address = response.Headers.Location!.ToString();
        var page = await site.PageAsync(address);
        Assert.Equal(["氢能", "制氢"], page.QuerySelectorAll(".members input[checked]").Select(box => box.GetAttribute("value")));
        var query = page.QuerySelector("#q")!.GetAttribute("value")!;
        Assert.StartsWith("#氢能!氢气!", query, StringComparison.Ordinal);
        Assert.EndsWith(" 产业", query, StringComparison.Ordinal);
        var answer = await site.JsonAsync("/api/v1" + address);
        Assert.Equal("市级", answer.GetProperty("certificate").GetProperty("filters").GetProperty("level")[0].GetString());
        Assert.Equal(query, answer.GetProperty("certificate").GetProperty("normalForm").GetString());
        Assert.Equal(
            "氢能、制氢",
            string.Join(
                '、',
                answer.GetProperty("certificate").GetProperty("topics")[0]
                    .GetProperty("on")
                    .EnumerateArray()
                    .Select(word => word.GetString())));
    }

    [Theory]
    [InlineData("/search/topic?q=%23氢能&topic=氢能", HttpStatusCode.BadRequest, "topic_without_words")]
    [InlineData("/search/topic?q=%23氢能&topic=火星&word=x", HttpStatusCode.NotFound, "topic_unknown")]
    [InlineData("/search/topic?q=(&topic=氢能&word=氢能", HttpStatusCode.BadRequest, "query_syntax")]
    [InlineData("/topics/火星", HttpStatusCode.NotFound, "topic_unknown")]
    public async Task Form_ThatMakesNoSense_IsRefusedByName(string address, HttpStatusCode status, string code)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TopicPage_EveryNumber_IsThatOfTheApi()
    {
        var report = await site.JsonAsync("/api/v1/topics/营商环境");
        var page = await site.PageAsync("/topics/营商环境");

        Assert.Equal($"{report.GetProperty("mentions").GetInt32()}", page.QuerySelector("b[data-count=mentions]")!.TextContent);
        Assert.Equal(
            report.GetProperty("members")
                .EnumerateArray()
                .Select(member => $"{member.GetProperty("mentions")} {member.GetProperty("records")} {member.GetProperty("plans")}"),
            page.QuerySelectorAll(".topic-words tbody tr")
                .Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent))));
        Assert.Equal(
            report.GetProperty("proposals").EnumerateArray().Select(proposal => $"{proposal.GetProperty("mentions")} 处"),
            page.QuerySelectorAll(".proposal [data-count=mentions]").Select(count => count.TextContent));
    }

    [Fact]
    public async Task Proposal_Example_LeadsToItsMarkInThePlan()
    {
        await using var host = await TestHost.StartAsync(collection => collection.Write("chu.txt", Plan));
        var page = new HtmlParser().ParseDocument(await host.Client.GetStringAsync(new Uri("/topics/储能", UriKind.Relative)));
        var examples = page.QuerySelectorAll(".proposal mark a").ToList();

        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var address = example.GetAttribute("href")!.Split('#');
            var plan = new HtmlParser().ParseDocument(await host.Client.GetStringAsync(new Uri(address[0], UriKind.Relative)));
            Assert.Equal(example.TextContent, plan.GetElementById(Uri.UnescapeDataString(address[1]))?.TextContent);
        }
    }

    [Fact]
    public async Task Proposal_AcceptedWithTheKey_IsInTheFileAndCounts()
    {
        await using var host = await TestHost.StartAsync(
            collection => collection.Write("chu.txt", Plan), settings: "WriteKeys=" + TestHost.WriteKey);
        var before = new HtmlParser().ParseDocument(await host.Client.GetStringAsync(new Uri("/topics/储能", UriKind.Relative)));
        var proposal = before.QuerySelectorAll(".proposal").Single(one => one.QuerySelector("h3 a")!.TextContent == "钒液流");
        var line = proposal.QuerySelector("code")!.TextContent;
        var form = proposal.QuerySelector("form")!;
        Assert.Equal("钒液流", form.QuerySelector("input[name=word]")!.GetAttribute("value"));

        using (var wrong = await SendAsync("wrong"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
            Assert.False(File.Exists(TopicsFile(host)));
        }

        using var sent = await SendAsync(TestHost.WriteKey);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains(line, await File.ReadAllTextAsync(TopicsFile(host)), StringComparison.Ordinal);
        var after = new HtmlParser().ParseDocument(await host.Client.GetStringAsync(sent.Headers.Location!.ToString().Split('#')[0]));
        Assert.Contains("钒液流", after.QuerySelector("#done")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(after.QuerySelectorAll(".topic-words th a"), word => word.TextContent == "钒液流");
        Assert.DoesNotContain(after.QuerySelectorAll(".proposal h3 a"), word => word.TextContent == "钒液流");

        Task<HttpResponseMessage> SendAsync(string key) =>
            host.Client.PostAsync(new Uri("/topics/储能", UriKind.Relative), new MultipartFormDataContent
        {
            { new StringContent(key), "key" }, { new StringContent("member"), "do" }, { new StringContent("钒液流"), "word" },
        });
    }

    // The topics are what an answer rests on as much as the plans are.
    [Fact]
    public async Task Api_WordAdded_IsInTheNextAnswerAndItsTagIsAnother()
    {
        await using var host = await TestHost.StartAsync(
            collection => collection.Write("chu.txt", Plan), settings: "WriteKeys=" + TestHost.WriteKey);
        using var before = await host.Client.GetAsync(new Uri("/api/v1/search?q=%23储能", UriKind.Relative));
        using var body = new StringContent("""{"word":"钒液流"}""", System.Text.Encoding.UTF8, "application/json");

        (await host.WriteAsync(HttpMethod.Post, "/api/v1/topics/储能/members", body)).EnsureSuccessStatusCode();

        using var after = await host.Client.GetAsync(new Uri("/api/v1/search?q=%23储能", UriKind.Relative));
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal(await MentionsAsync(before) + 2, await MentionsAsync(after));

        static async Task<int> MentionsAsync(HttpResponseMessage response) =>
            (await response.JsonAsync()).GetProperty("certificate").GetProperty("mentions").GetInt32();
    }

    private const string Plan =
        """
        澄湾县国民经济和社会发展第十四个五年规划纲要

        第一章 能源

        推进新型储能、钒液流、压缩空气等技术。布局新型储能、钒液流、飞轮等示范。
        """;

    private static string TopicsFile(TestHost host) => Path.Combine(Path.GetDirectoryName(host.Collection.Index)!, "topics.yaml");
}
