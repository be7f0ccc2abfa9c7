using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PlanSearch.Corpus;
using PlanSearch.TestSupport;

namespace PlanSearch.Web.Tests.Hosting;

public sealed class AccessTests
{
    [Theory]
    [InlineData("/api/v1/search?q=氢能")]
    [InlineData("/api/v1/plans/linyi")]
    [InlineData("/search?q=氢能")]
    [InlineData("/plans/linyi")]
    [InlineData("/metrics")]
    public async Task Read_WhereItNeedsAKey_IsOnlyAnsweredWithOne(string address)
    {
        await using var host = await KeyedAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, address, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, address, new("Bearer", "read-keY")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, address, new("Bearer", "")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, address, new("Bearer", "read-key")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, address, new("Bearer", "second")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, address, new("Bearer", TestHost.WriteKey)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, address, Password("read-key")));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Read_WhatGivesNothingAway_NeedsNoKey(string address)
    {
        await using var host = await KeyedAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, address, null));
    }

    [Fact]
    public async Task Page_WithoutKey_AsksTheBrowserForOne()
    {
        await using var host = await KeyedAsync();

        using var response = await host.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Theory]
    [InlineData(null, 401, "key_missing")]
    [InlineData("Bearer wrong", 401, "key_missing")]
    [InlineData("Bearer read-key", 403, "key_reads_only")]
    [InlineData("Basic OndyaXRlLWtleQ==", 401, "key_missing")] // what a browser would send by itself
    public async Task Write_WithoutTheWriteKey_IsRefused(string? authorization, int status, string code)
    {
        await using var host = await KeyedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/plans/linyi");
        request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        await Api.Problem.AssertAsync(await host.Client.SendAsync(request), (HttpStatusCode)status, code);

        Assert.True(File.Exists(Path.Combine(host.Collection.Plans, "linyi.txt")));
    }

    [Fact]
    public async Task Write_WithoutConfiguredKey_IsOff()
    {
        await using var host = await TestHost.StartAsync();

        await Api.Problem.AssertAsync(
            await host.WriteAsync(HttpMethod.Delete, "/api/v1/plans/linyi"), HttpStatusCode.Forbidden, "writing_off");
    }

    [Fact]
    public async Task Client_OverItsLimit_IsToldWhenToComeBackAndOthersAreServed()
    {
        await using var host = await TestHost.StartAsync(settings: "RequestsPerMinute=2");

        var statuses = new List<int>();
        foreach (var address in (string[])["203.0.113.1", "203.0.113.1", "203.0.113.1", "203.0.113.2", "127.0.0.1", "127.0.0.1", "127.0.0.1"])
        {
            statuses.Add(await FromAsync(address));
        }

        Assert.Equal("200 200 429 200 200 200 200", string.Join(' ', statuses));

        async Task<int> FromAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status");
            request.Headers.Add(TestHost.ClientHeader, address);
            using var response = await host.Client.SendAsync(request);
            Assert.Equal(response.StatusCode == HttpStatusCode.TooManyRequests, response.Headers.RetryAfter is not null);
            return (int)response.StatusCode;
        }
    }

    [Fact]
    public async Task Cors_OriginOfTheSetting_MayAskAndOthersMayNot()
    {
        await using var host = await TestHost.StartAsync(settings: "CorsOrigins=https://portal.example");

        Assert.Equal("https://portal.example", await AllowedAsync("https://portal.example"));
        Assert.Null(await AllowedAsync("https://evil.example"));
        Assert.Equal("https://portal.example", await AllowedAsync("https://portal.example", "OPTIONS", "/api/v1/mentions"));
        Assert.Null(await AllowedAsync("https://portal.example", "OPTIONS", "/api/v1/plans/linyi", "DELETE"));
        Assert.Null(await AllowedAsync("https://portal.example", "OPTIONS", "/api/v1/plans", "POST"));
        Assert.Null(await AllowedAsync("https://portal.example", "GET", "/search?q=氢能"));

        async Task<string?> AllowedAsync(string origin, string method = "GET", string address = "/api/v1/status", string asked = "POST")
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", asked);
            request.Headers.Add("Access-Control-Request-Headers", "authorization");
            using var response = await host.Client.SendAsync(request);
            return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
        }
    }

    [Fact]
    public async Task PublicUrl_Set_MakesPermalinksAbsoluteInEveryFormat()
    {
        await using var host = await TestHost.StartAsync(settings: "PublicUrl=https://portal.example/guihua/");

        var search = await (await host.Client.GetAsync(new Uri("/api/v1/search?q=文旅产业", UriKind.Relative))).JsonAsync();
        Assert.StartsWith(
            "https://portal.example/guihua/plans/",
            search.GetProperty("hits")[0].GetProperty("permalink").GetString(),
            StringComparison.Ordinal);
        foreach (var format in (string[])["json", "ndjson", "csv"])
        {
            var text = await host.Client.GetStringAsync(new Uri($"/guihua/api/v1/mentions?q=文旅产业&format={format}", UriKind.Relative));
            Assert.Contains("https://portal.example/guihua/plans/", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PublicUrl_NotSet_MakesTheLinksOfFilesThoseOfTheAddressAsked()
    {
        await using var host = await TestHost.StartAsync(settings: "PathBase=/guihua");

        foreach (var format in (string[])["ndjson", "csv"])
        {
            var text = await host.Client.GetStringAsync(
                new Uri($"http://intranet.test:8080/guihua/api/v1/mentions?q=文旅产业&format={format}"));
            Assert.Contains("http://intranet.test:8080/guihua/plans/", text, StringComparison.Ordinal);
        }

        var page = await host.Client.GetStringAsync(new Uri("http://intranet.test:8080/guihua/api/v1/mentions?q=文旅产业"));
        Assert.DoesNotContain("intranet.test", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OverItsTime_IsAnErrorAndNoPartOfAnAnswer()
    {
        // The index answers once the time is over, however fast the machine is.
        await using var host = await TestHost.StartOverAsync(
            folder => new WatchedIndex(new CorpusOptions { IndexDirectory = folder }.Store.Open())
            {
                BeforeTally = token => Assert.True(token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)))
            },
            "QuerySeconds=0.05");

        using var response = await host.Client.GetAsync(new Uri("/api/v1/search?q=" + Uri.EscapeDataString("营商环境"), UriKind.Relative));

        await Api.Problem.AssertAsync(response, HttpStatusCode.ServiceUnavailable, "over_budget");
    }

    [Fact]
    public async Task Metrics_AfterRequests_CountThemByRouteAndNameNoQuery()
    {
        await using var host = await TestHost.StartAsync();
        (await host.Client.GetAsync(new Uri("/api/v1/search?q=氢能", UriKind.Relative))).EnsureSuccessStatusCode();

        // A request is counted when it has ended, which may be a moment after its answer is there.
        const string Counted = "plansearch_requests_total{route=\"/api/v1/search\",status=\"200\"} 1";
        var text = "";
        for (var tries = 0; tries < 100 && !text.Contains(Counted, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(20);
            text = await host.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        }

        Assert.Contains(Counted, text, StringComparison.Ordinal);
        Assert.DoesNotContain("氢能", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docs_Page_AsksNothingOfOthers()
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri("/api/docs/index.html", UriKind.Relative));

        var settings = await host.Client.GetStringAsync(new Uri("/api/docs/index.js", UriKind.Relative));

        Assert.DoesNotContain("//", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"validatorUrl\":\"", settings, StringComparison.Ordinal);
        Assert.StartsWith(
            "default-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "unsafe-inline", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static Task<TestHost> KeyedAsync() =>
        TestHost.StartAsync(settings: ["ReadKeys=read-key;second", "WriteKeys=" + TestHost.WriteKey]);

    private static AuthenticationHeaderValue Password(string key) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("anyone:" + key)));

    private static async Task<HttpStatusCode> StatusAsync(TestHost host, string address, AuthenticationHeaderValue? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = authorization;
        using var response = await host.Client.SendAsync(request);
        return response.StatusCode;
    }
}
