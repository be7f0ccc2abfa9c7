using System.Net;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>What a proxy and a client say of the site's address and of their own, and what is believed of it.</summary>
public sealed class SiteOriginsTests
{
    [Theory]
    [InlineData("X-Forwarded-Proto", "javascript")]
    [InlineData("X-Forwarded-Proto", "ftp")]
    [InlineData("Host", "a@evil.example")]
    [InlineData("Host", "evil.example/path")]
    [InlineData("Host", "a'b.example")]
    [InlineData("Host", "a.example:port")]
    public async Task Request_WithAnOddOrigin_IsRefusedAndItsOriginReachesNoLink(string header, string value)
    {
        await using var host = await TestHost.StartAsync(settings: TestHost.ForwardedHeaders);
        foreach (var address in (string[])["/embed/demo", "/api/v1/mentions?q=氢能&format=csv", "/opensearch/description.xml", "/feed?q=氢能"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation(header, value);

            using var response = await host.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.DoesNotContain(value, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("portal.example")]
    [InlineData("xn--fiqs8s.example:8443")]
    [InlineData("10.1.2.3:5080")]
    [InlineData("[2001:db8::1]:5080")]
    [InlineData("intra_net")]
    public async Task Request_WithAPlainHost_IsAnswered(string value)
    {
        await using var host = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/opensearch/description.xml");
        request.Headers.Host = value;

        using var response = await host.Client.SendAsync(request);

        Assert.Contains($"http://{value}/search", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PathBase=", "https", true, "samesite=lax")]
    [InlineData("PathBase=", "http", false, "samesite=lax")]
    [InlineData("FrameAncestors=https://portal.example", "https", true, "samesite=none")]
    [InlineData("FrameAncestors=https://portal.example", "http", false, "samesite=lax")]
    [InlineData("FrameAncestors='self'", "https", true, "samesite=lax")]
    [InlineData("PublicUrl=https://plans.example", "http", true, "samesite=lax")] // a proxy that does not say that it speaks https
    public async Task Answer_BehindHttps_HasSecureCookiesAndSaysToStayThere(string setting, string scheme, bool isSecure, string sameSite)
    {
        await using var host = await TestHost.StartAsync(settings: [setting, TestHost.ForwardedHeaders]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=氢能&font=large");
        request.Headers.Host = "plans.example";
        request.Headers.Add("X-Forwarded-Proto", scheme);

        using var response = await host.Client.SendAsync(request);

        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.Ordinal));
            Assert.Equal(sameSite == "samesite=none", cookie.Contains("; Partitioned", StringComparison.Ordinal));
            Assert.Contains(sameSite, cookie, StringComparison.Ordinal);
        });
        Assert.Equal(isSecure, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Client_OfIpV6_IsCountedByItsLine()
    {
        await using var host = await TestHost.StartAsync(settings: "RequestsPerMinute=2");
        var statuses = new List<int>();
        foreach (var address in (string[])["2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "2001:db8:0:1::3", "2001:db8:0:2::1", "::ffff:203.0.113.9", "203.0.113.9", "203.0.113.9", "::1"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status");
            request.Headers.Add(TestHost.ClientHeader, address);
            using var response = await host.Client.SendAsync(request);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal("200 200 429 200 200 200 429 200", string.Join(' ', statuses));
    }

    [Theory]
    [InlineData("127.0.0.1", "200 200 429")]
    [InlineData("::1", "200 200 429")]
    [InlineData("203.0.113.7", "200 200 429")]
    [InlineData(null, "200 200 200")] // who asks without a proxy, from the machine itself
    public async Task Client_ThatAProxyNames_IsNeverTheMachineItself(string? forwarded, string expected)
    {
        await using var host = await LoopbackHost.StartAsync("--PlanSearch:RequestsPerMinute=2", "--ForwardedHeaders_Enabled=true");
        var statuses = new List<int>();
        for (var time = 0; time < 3; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status");
            if (forwarded is not null)
            {
                request.Headers.Add("X-Forwarded-For", forwarded);
            }

            using var response = await host.Client.SendAsync(request);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal(expected, string.Join(' ', statuses));
    }
}
