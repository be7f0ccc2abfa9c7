using System.Net;
using System.Text.Json;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class SearchApiTests(Site site)
{
    [Fact]
    public async Task Search_WordThatOccurs_GivesCertificateHitsAndMarksThatCoverTheWord()
    {
        var answer = await site.JsonAsync("/api/v1/search?q=氢能");

        var certificate = answer.GetProperty("certificate");
        Assert.Equal("氢能", certificate.GetProperty("query").GetString());
        Assert.Equal(1, certificate.GetProperty("plans").GetInt32());
        var hits = answer.GetProperty("hits").EnumerateArray().ToList();
        Assert.Equal(certificate.GetProperty("records").GetInt32(), hits.Count);
        Assert.Equal(certificate.GetProperty("mentions").GetInt64(), hits.Sum(hit => hit.GetProperty("mentions").GetInt64()));
        foreach (var passage in hits.SelectMany(hit => hit.GetProperty("passages").EnumerateArray()))
        {
            var text = passage.GetProperty("text").GetString()!;
            Assert.All(
                passage.GetProperty("marks").EnumerateArray(),
                mark => Assert.Equal("氢能", text.Substring(mark[0].GetInt32(), mark[1].GetInt32())));
        }
    }

    [Fact]
    public async Task Search_Aside_ListsTheLinesThatThePageListsAndNoneUnasked()
    {
        await using var host = await TestHost.StartAsync(collection => collection.Write("mulu.txt",
            "目录市国民经济和社会发展第十四个五年规划纲要\n\n目录\n\n第一章 发展氢能 1\n\n第二章 保障措施 9\n\n第一章 发展氢能\n\n发展氢能产业。\n\n第二章 保障措施\n\n落实责任。\n"));
        const string Query = "q=氢能&plan=mulu&unit=plans";
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            await host.Client.GetStringAsync(new Uri($"/search?{Query}&aside=true", UriKind.Relative)));
        using var body = new StringContent("""{"q":"氢能","plan":"mulu","unit":"plans","aside":true}""", null, "application/json");

        var asked = await (await host.Client.GetAsync(new Uri($"/api/v1/search?{Query}&aside=true", UriKind.Relative))).JsonAsync();
        var sent = await (await host.Client.PostAsync(new Uri("/api/v1/search", UriKind.Relative), body)).JsonAsync();
        var unasked = await (await host.Client.GetAsync(new Uri($"/api/v1/search?{Query}", UriKind.Relative))).JsonAsync();

        var lines = asked.GetProperty("aside")
            .GetProperty("lines")
            .EnumerateArray()
            .Select(line => line.GetProperty("text").GetString()!)
            .ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains(line, page.QuerySelector("#aside")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(asked.GetProperty("aside").ToString(), sent.GetProperty("aside").ToString());
        Assert.False(unasked.TryGetProperty("aside", out _));
    }

    [Fact]
    public async Task Search_LongerWords_AreThoseThatThePageSetsAsideAndNoneUnasked()
    {
        await using var host = await TestHost.StartAsync(collection => collection.Write("nengyuan.txt",
            "能源市国民经济和社会发展第十四个五年规划纲要\n\n第一章 发展\n\n"
                + string.Concat("推广 开发 利用 布局 扩大 增加 支持 引进 服务".Split(' ').Select(verb => $"完善各项制度，{verb}新能源汽车，保障能源供应。\n\n"))));
        const string Query = "q=能源&plan=nengyuan";
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            await host.Client.GetStringAsync(new Uri("/search?" + Query, UriKind.Relative)));
        using var body = new StringContent("""{"q":"能源","plan":"nengyuan","longer":true}""", null, "application/json");

        var asked = await (await host.Client.GetAsync(new Uri($"/api/v1/search?{Query}&longer=true", UriKind.Relative))).JsonAsync();
        var sent = await (await host.Client.PostAsync(new Uri("/api/v1/search", UriKind.Relative), body)).JsonAsync();
        var unasked = await (await host.Client.GetAsync(new Uri($"/api/v1/search?{Query}", UriKind.Relative))).JsonAsync();

        var word = asked.GetProperty("longer")
            .GetProperty("words")
            .EnumerateArray()
            .Single(one => one.GetProperty("word").GetString() == "新能源");
        var link = page.QuerySelectorAll("#longer a")
            .Single(one => one.TextContent.StartsWith("新能源 ", StringComparison.Ordinal) && one.TextContent.EndsWith("排除", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var left = await (await host.Client.GetAsync(new Uri("/api/v1" + link, UriKind.Relative))).JsonAsync();
        Assert.Equal(9, word.GetProperty("mentions").GetInt32());
        Assert.Equal("能源!新能源", word.GetProperty("query").GetString());
        Assert.Equal(Mentions(asked) - 9, Mentions(left));
        Assert.Equal(asked.GetProperty("longer").ToString(), sent.GetProperty("longer").ToString());
        Assert.False(unasked.TryGetProperty("longer", out _));

        static int Mentions(System.Text.Json.JsonElement answer) => answer.GetProperty("certificate").GetProperty("mentions").GetInt32();
    }

    [Theory]
    [InlineData("/api/v1/search?q=氢能&unit=records", 200)]
    [InlineData("/api/v1/mentions?q=氢能&unit=mentions&aside=true", 200)]
    [InlineData("/api/v1/search?q=氢能&unit=pages", 400)]
    [InlineData("/api/v1/search?q=氢能&aside=perhaps", 400)]
    [InlineData("/api/v1/search?qcode=Imz9gA", 200)]
    [InlineData("/api/v1/search?qcode=Imz9g", 400)]
    public async Task Search_ParametersOfThePage_AreTakenOrNamed(string address, int status) =>
        Assert.Equal(status, (int)(await site.GetAsync(address)).StatusCode);

    [Fact]
    public async Task Search_Han_IsNotEscaped() => Assert.Contains("氢能产业", await site.TextAsync("/api/v1/search?q=氢能"));

    [Fact]
    public async Task Search_FileThatFailed_IsNamedAndAnswerIsNotComplete()
    {
        var certificate = (await site.JsonAsync("/api/v1/search?q=氢能")).GetProperty("certificate");

        Assert.False(certificate.GetProperty("complete").GetBoolean());
        Assert.Contains(
            certificate.GetProperty("notSearched").EnumerateArray(), file => file.GetProperty("file").GetString() == "broken.pdf");
    }

    [Fact]
    public async Task Search_PagesByLink_GiveEveryRecordOnceInTheOrderOfOnePage()
    {
        var whole = Permalinks(await site.JsonAsync("/api/v1/search?q=营商环境&size=200"));
        var paged = new List<string>();
        for (var address = "/api/v1/search?q=营商环境&size=1&facets=false"; address is not null;)
        {
            using var response = await site.GetAsync(address);
            paged.AddRange(Permalinks(await response.JsonAsync()));
            address = NextOf(response);
        }

        Assert.True(whole.Count > 2);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Search_Facets_AreLeftOutWhenNotAskedFor()
    {
        Assert.NotEmpty((await site.JsonAsync("/api/v1/search?q=氢能")).GetProperty("facets").EnumerateArray());
        Assert.Empty((await site.JsonAsync("/api/v1/search?q=氢能&facets=false")).GetProperty("facets").EnumerateArray());
    }

    [Fact]
    public async Task Search_IncludedAndExcludedValue_PartTheMentions()
    {
        var all = await MentionsAsync("");
        var boxes = await MentionsAsync("&part=专栏");

        Assert.InRange(boxes, 1, all - 1);
        Assert.Equal(all, boxes + await MentionsAsync("&part=-专栏"));
    }

    [Fact]
    public async Task Search_ColumnOfTheCollectionsOwn_IsAFacetAndAFilter()
    {
        var answer = await site.JsonAsync("/api/v1/search?q=营商环境&主管部门=发展改革委");

        Assert.Contains(answer.GetProperty("facets").EnumerateArray(), facet => facet.GetProperty("name").GetString() == "主管部门");
        Assert.All(answer.GetProperty("hits").EnumerateArray(), hit => Assert.Equal("linyi", hit.GetProperty("plan").GetString()));
        Assert.NotEmpty(answer.GetProperty("hits").EnumerateArray());
    }

    [Fact]
    public async Task Search_ByBody_GivesTheSameAsByAddress()
    {
        using var posted = await site.PostAsync("/api/v1/search", new { q = "氢能", size = 3, plan = "linyi", part = (string[])["-专栏"] });

        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        var byBody = await posted.JsonAsync();
        var byAddress = await site.JsonAsync("/api/v1/search?q=氢能&size=3&plan=linyi&part=-专栏");
        Assert.Equal(Permalinks(byAddress), Permalinks(byBody));
        Assert.Equal(byAddress.GetProperty("facets").ToString(), byBody.GetProperty("facets").ToString());
    }

    [Fact]
    public async Task Search_BodyWithAFieldThatIsNoFilter_Is400()
    {
        using var number = await site.PostAsync("/api/v1/search", new { q = "氢能", level = 3 });
        await Problem.AssertAsync(number, HttpStatusCode.BadRequest, "parameter_invalid");
        using var hollow = await site.PostAsync("/api/v1/search", new { q = "氢能", mode = "words", off = new string?[] { null } });
        await Problem.AssertAsync(hollow, HttpStatusCode.BadRequest, "parameter_invalid");
        using var unknown = await site.PostAsync("/api/v1/search", new { q = "氢能", colour = "red" });
        await Problem.AssertAsync(unknown, HttpStatusCode.BadRequest, "unknown_facet");
    }

    [Theory]
    [InlineData("""{"q":"氢能","level":"\ud800"}""")]
    [InlineData("""{"q":"氢能","level":["\ud800"]}""")]
    public async Task Search_BodyWithHalfOfASurrogatePair_Is400(string body)
    {
        using var content = new StringContent(body, null, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/search", UriKind.Relative)) { Content = content };
        using var answer = await site.SendAsync(request);

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "parameter_invalid");
    }

    [Theory]
    [InlineData("/api/v1/search", "query_empty")]
    [InlineData("/api/v1/search?q=氢能&mode=guess", "parameter_invalid")]
    [InlineData("/api/v1/search?q=氢能&sort=upwards", "parameter_invalid")]
    [InlineData("/api/v1/search?q=氢能&size=many", "parameter_invalid")]
    [InlineData("/api/v1/search?q=氢能&size=0", "size_out_of_range")]
    [InlineData("/api/v1/search?q=氢能&size=201", "size_out_of_range")]
    [InlineData("/api/v1/search?q=氢能&cursor=nonsense", "cursor_invalid")]
    [InlineData("/api/v1/search?q=氢能&colour=red", "unknown_facet")]
    public async Task Search_RequestThatMakesNoSense_Is400WithItsCode(string address, string code)
    {
        using var response = await site.GetAsync(address);

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Search_QueryThatCannotBeRead_NamesTheOffsetAndAProposalThatCanBe()
    {
        using var response = await site.GetAsync("/api/v1/search?mode=expression&q=" + Uri.EscapeDataString("氢能 (储能"));

        var problem = await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "query_syntax");
        Assert.InRange(problem.GetProperty("offset").GetInt32(), 0, 6);
        var proposal = problem.GetProperty("proposal").GetString()!;
        using var repaired = await site.GetAsync("/api/v1/search?mode=expression&q=" + Uri.EscapeDataString(proposal));
        Assert.Equal(HttpStatusCode.OK, repaired.StatusCode);
    }

    [Fact]
    public async Task Search_QueryTooLong_Is400() =>
        await Problem.AssertAsync(
            await site.GetAsync("/api/v1/search?q=" + new string('a', 2001)), HttpStatusCode.BadRequest, "query_too_long");

    private async Task<long> MentionsAsync(string more) =>
        (await site.JsonAsync("/api/v1/search?q=氢能" + more)).GetProperty("certificate").GetProperty("mentions").GetInt64();

    private static List<string> Permalinks(JsonElement answer) =>
        [.. answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("permalink").GetString()!)];

    private static string? NextOf(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var links))
        {
            return null;
        }

        const string Next = ">; rel=\"next\"";
        Assert.EndsWith(">; rel=\"first\"", links.Single(), StringComparison.Ordinal);
        return links.Single().Split(", ").FirstOrDefault(link => link.EndsWith(Next, StringComparison.Ordinal)) is { } next
            ? next[1..^Next.Length]
            : null;
    }
}
