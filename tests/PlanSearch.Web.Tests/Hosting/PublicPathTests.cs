using System.Net;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>The site below a path of a portal, behind proxies of every habit.</summary>
public sealed class PublicPathTests
{
    [Theory]
    [InlineData("PathBase=/guihua", null, "/guihua/search?q=氢能", "/guihua")]      // passed on as it came
    [InlineData("PathBase=/guihua", null, "/search?q=氢能", "/guihua")]             // taken off by the proxy
    [InlineData("PublicUrl=https://a.example/x/y", null, "/x/y/search?q=氢能", "/x/y")]
    [InlineData("PublicUrl=https://a.example/规划", null, "/规划/search?q=氢能", "/%E8%A7%84%E5%88%92")]
    [InlineData("PathBase=", "/guihua", "/search?q=氢能", "/guihua")]               // taken off, and said so
    [InlineData("PathBase=/guihua", "/guihua", "/search?q=氢能", "/guihua")]        // said twice, counted once
    [InlineData("PathBase=", "/a/规划", "/search?q=氢能", "/a/%E8%A7%84%E5%88%92")]
    [InlineData("PathBase=", "//evil.example", "/search?q=氢能", "")]
    [InlineData("PathBase=", "/a\"><script>", "/search?q=氢能", "")]
    public async Task Links_WithForwardedHeadersOn_StandUnderThePublicPath(string setting, string? prefix, string address, string expected)
    {
        await using var host = await TestHost.StartAsync(settings: [setting, TestHost.ForwardedHeaders]);
        Assert.Equal(expected, await BaseAsync(host, address, prefix));
    }

    [Fact]
    public async Task Prefix_WithForwardedHeadersOff_IsNotBelieved()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal("", await BaseAsync(host, "/search?q=氢能", "/guihua"));
    }

    [Fact]
    public async Task NextPage_OfTheApi_StandsUnderThePublicPathWhereTheProxyTookItOff()
    {
        await using var host = await TestHost.StartAsync(settings: "PathBase=/guihua");
        using var response = await host.Client.GetAsync(new Uri("/api/v1/search?q=氢能&size=1", UriKind.Relative));

        Assert.StartsWith("</guihua/api/v1/search?", Assert.Single(response.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    private static async Task<string> BaseAsync(TestHost host, string address, string? prefix)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (prefix is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-Prefix", prefix);
        }

        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        var links = page.QuerySelectorAll("a[href^='/'], form, link[href], script[src]")
            .Select(one => one.GetAttribute("href") ?? one.GetAttribute("action") ?? one.GetAttribute("src")!)
            .ToList();
        var form = page.QuerySelector("form.search")!.GetAttribute("action")!;
        var found = form[..^"/search".Length];
        Assert.All(links, link => Assert.StartsWith(found + "/", link, StringComparison.Ordinal));
        return found;
    }
}
