using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PlanSearch.Answers.Citations;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Tests.Hosting;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>A paste of the longest query there is: asked, paged, narrowed, downloaded and gone back to like any other.</summary>
public sealed class LongQueryTests
{
    // What proxies take of an address where nobody has said more.
    private const int ProxyLimit = 8_000;

    private static readonly string Paste = string.Concat(
        Enumerable.Range(0, SearchRequest.MaxQueryLength / 5).Select(at => $"推广{(char)('一' + at)}能、"));

    [Fact]
    public async Task Paste_Posted_IsAnsweredByAnAddressThatAProxyTakes()
    {
        await using var host = await StartAsync();

        using var posted = await PostAsync(host, "/search", ("q", Paste), ("size", "1"), ("unit", "plans"), ("level", ""));

        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        var address = posted.Headers.Location!.OriginalString;
        Assert.InRange(address.Length, 1, ProxyLimit);
        var first = await PageAsync(host, address);
        Assert.Equal(Paste, first.QuerySelector("h1 q")!.TextContent);
        Assert.Equal(Paste, first.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Single(first.QuerySelectorAll("article.hit"));
        Assert.Equal("份", first.QuerySelector(".units a[aria-current]")!.TextContent.Trim()[..1]);

        // Back is the same address once more.
        var second = await PageAsync(host, first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.NotEqual(first.QuerySelector("article.hit h3")!.InnerHtml, second.QuerySelector("article.hit h3")!.InnerHtml);
        Assert.Equal(
            first.QuerySelector("article.hit")!.InnerHtml, (await PageAsync(host, address)).QuerySelector("article.hit")!.InnerHtml);
        Assert.NotNull(second.QuerySelector("a[rel=first]"));
    }

    [Fact]
    public async Task Links_OfItsPages_AreTakenByAProxyAndLeadToTheSameSearch()
    {
        await using var host = await StartAsync();
        using var posted = await PostAsync(host, "/search", ("q", Paste));
        var page = await PageAsync(host, posted.Headers.Location!.OriginalString);

        var links = page.QuerySelectorAll("a[href*=qcode]").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        var proof = links.Single(link => link.Contains("certificate=true", StringComparison.Ordinal));
        links.AddRange((await PageAsync(host, proof)).QuerySelectorAll("#certificate a").Select(link => link.GetAttribute("href")!));

        Assert.True(links.Count > 15, $"{links.Count} links");
        Assert.All(page.QuerySelectorAll("a[href], link[href]"), link => Assert.InRange(link.GetAttribute("href")!.Length, 1, ProxyLimit));
        foreach (var link in links)
        {
            using var answer = await host.Client.GetAsync(new Uri(link, UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {link}");
        }

        Assert.Contains(links, link => link.Contains("format=csv", StringComparison.Ordinal));
        Assert.Contains(links, link => link.StartsWith("/feed?", StringComparison.Ordinal));
        Assert.Contains(links, link => link.StartsWith("/api/v1/certificate?", StringComparison.Ordinal));
        var csv = await host.Client.GetStringAsync(
            new Uri(links.First(link => link.Contains("format=csv", StringComparison.Ordinal)), UriKind.Relative));
        Assert.Equal(
            2,
            csv.Split('\n')
                .Count(line => line.Contains("changwen", StringComparison.Ordinal) && line.Contains("qcode=", StringComparison.Ordinal)));
        var reading = await PageAsync(host, page.QuerySelector("article.hit mark a")!.GetAttribute("href")!.Split('#')[0]);
        Assert.NotEmpty(reading.QuerySelectorAll("mark"));
        Assert.Equal(Paste, reading.QuerySelector("#inside")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Forms_OfItsPages_KeepIt()
    {
        await using var host = await StartAsync();
        using var posted = await PostAsync(host, "/search", ("q", Paste));
        var page = await PageAsync(host, posted.Headers.Location!.OriginalString);

        foreach (var form in page.QuerySelectorAll("form.manner, form.filters, aside form"))
        {
            var fields = form.QuerySelectorAll("input[type=hidden]")
                .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));
            using var content = new FormUrlEncodedContent(fields);
            var kept = await PageAsync(host, form.GetAttribute("action") + "?" + await content.ReadAsStringAsync());
            Assert.Equal(Paste, kept.QuerySelector("h1 q")!.TextContent);
        }

        using var picked = new HttpRequestMessage(HttpMethod.Post, "/clips")
        {
            Content = new FormUrlEncodedContent(
            [
                new("do", "pick"),
                new("search", page.QuerySelector("form.picks input[name=search]")!.GetAttribute("value")!),
                new("pick", page.QuerySelector("input.whole")!.GetAttribute("value")!),
            ]),
        };
        picked.Headers.Add("Origin", "http://localhost");
        using var answer = await host.Client.SendAsync(picked);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Theory]
    [InlineData("/search?q=")]
    [InlineData("/mentions?q=")]
    [InlineData("/plans/changwen?q=")]
    [InlineData("/api/v1/search?q=")]
    [InlineData("/api/v1/mentions?format=csv&q=")]
    public async Task Paste_InAnAddress_IsAnsweredByTheServerItself(string address)
    {
        await using var host = await LoopbackHost.StartAsync();

        using var answer = await host.Client.GetAsync(new Uri(address + Uri.EscapeDataString(Paste), UriKind.Relative));

        Assert.Equal(
            address.StartsWith("/plans", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/search?q=", 0, 414, "address_too_long")]
    [InlineData("/help?q=", 70_000, 431, "headers_too_long")]
    [InlineData("/api/v1/search?q=", 0, 414, "address_too_long")]
    [InlineData("/api/v1/search?q=a&x=", 70_000, 431, "headers_too_long")]
    public async Task Request_TooLongForAnyone_IsRefusedWithAReason(string address, int header, int status, string code)
    {
        await using var host = await LoopbackHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address + new string('a', header > 0 ? 10 : 60_000));
        request.Headers.Add("X-Long", new string('a', header + 1));

        using var answer = await host.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        if (address.StartsWith("/api", StringComparison.Ordinal))
        {
            await Api.Problem.AssertAsync(answer, (HttpStatusCode)status, code);
        }
        else
        {
            Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("太长", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("q=" + "氢能", "/search?q=%E6%B0%A2%E8%83%BD")]
    [InlineData("mode=literal&q=a&level=省级&level=县级", "/search?q=a&mode=literal&level=%E7%9C%81%E7%BA%A7&level=%E5%8E%BF%E7%BA%A7")]
    public async Task Form_OfAShortQuery_LeadsToItsUsualAddress(string fields, string expected)
    {
        await using var host = await TestHost.StartAsync();
        using var posted = await host.Client.PostAsync(
            new Uri("/search", UriKind.Relative), new StringContent(fields, null, "application/x-www-form-urlencoded"));

        Assert.Equal(expected, posted.Headers.Location!.OriginalString);
    }

    [Fact]
    public void Code_OfAnyQuery_ReadsBackAsThatQueryAndFitsAnAddress()
    {
        foreach (var query in (string[])[Paste, new(
            '\uD800', SearchRequest.MaxQueryLength), new('%', SearchRequest.MaxQueryLength), new('a', AddressQuery.MaxPlainLength + 1)])
        {
            var (name, code) = AddressQuery.Of(query);

            Assert.Equal(AddressQuery.Code, name);
            Assert.InRange(code!.Length, 1, 5_400);
            Assert.Equal(query, AddressQuery.Read(code));
        }

        Assert.Null(AddressQuery.Read("AAAA"));
        Assert.Null(AddressQuery.Read("/"));
        Assert.Equal(AddressQuery.Plain, AddressQuery.Of(new string('a', AddressQuery.MaxPlainLength)).Key);
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(collection => collection.Write("changwen.txt",
        $"长文市国民经济和社会发展第十四个五年规划纲要\n\n第一章 发展基础\n\n{Paste}这是现状。\n\n第二章 重点任务\n\n{Paste}这是任务。\n"));

    private static Task<HttpResponseMessage> PostAsync(TestHost host, string address, params (string Name, string Value)[] fields) =>
        host.Client.PostAsync(
            new Uri(address, UriKind.Relative),
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private static async Task<IHtmlDocument> PageAsync(TestHost host, string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
