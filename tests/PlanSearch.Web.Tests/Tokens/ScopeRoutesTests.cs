using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Web.Tests.Api;
using PlanSearch.Web.Tests.Api.Contract;
using PlanSearch.Web.Tokens;

namespace PlanSearch.Web.Tests.Tokens;

/// <summary>A host where reading needs a key, a token for one plan of its collection, and everything that can be asked of it.</summary>
public sealed partial class ScopeRoutesTests(ScopeRoutesTests.KeyedHost keyed) : IClassFixture<ScopeRoutesTests.KeyedHost>
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    // What only plans outside the scope say, or are called.
    private static readonly string[] Outside = ["jihu", "霁湖", "雾湖", "excerpt", "望澜", "hostile", "探针", "broken.pdf"];

    private static readonly string[] Pages =
    [
        "/", "/search?q=营商环境", "/search?q=营商环境&zero=true&absent=all", "/search?q=营商环境&sort=density", "/search?q=%23营商环境", "/search?q=霁湖", "/mentions?q=营商环境",
        "/mentions?q=的&sort=left", "/mentions?q=的&near=word", "/plans", "/plans?level=县级", "/plans/linyi?q=营商环境", "/plans/linyi/ledger", "/metadata", "/topics", "/topics/营商环境", "/suggest?q=发展",
        "/suggest?q=霁", "/help", "/embed/search", "/embed/search?q=营商环境", "/embed/demo", "/opensearch/suggest?q=霁", "/opensearch/description.xml", "/nothing-here",
        "/search?q=营商环境&plan=jihu", "/search?q=营商环境&region=霁湖区", "/plans/jihu", "/plans/jihu?q=营商环境", "/plans/jihu/ledger", "/plans/excerpt?cite=a", "/plans/excerpt/cite?q=改革&cite=a",
        "/plans/linyi/similar?block=5kj6evspb3", "/plans/jihu/similar?block=5kj6evspb3",
    ];

    public static TheoryData<string> Addresses => [.. Pages];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_WithToken_SaysNothingOfOtherPlans(string address)
    {
        var asked = Asked().Matches(address).Select(found => found.Value).ToList();
        var html = await (await keyed.Host.Client.GetAsync(keyed.InPath(address))).Content.ReadAsStringAsync();

        Assert.NotEmpty(html);
        AssertConfined(WebUtility.HtmlDecode(Uri.UnescapeDataString(html)), asked);
    }

    // Made from the description of the API, so that a route that is added there is asked here.
    [Fact]
    public async Task Api_EveryReadingRoute_SaysNothingOfOtherPlansHoweverTheTokenIsCarried()
    {
        var document = await (await keyed.Host.Client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative))).JsonAsync();
        var asked = 0;
        foreach (var operation in Operation.All(document).Where(operation => !IsWriting(operation)))
        {
            foreach (var query in (string?[])[null, "q=营商环境&zero=true", "q=营商环境&format=csv", "q=营商环境&format=ndjson", "q=营商环境&format=citations", "format=csv"])
            {
                foreach (var plan in (string[])["linyi", "jihu"])
                {
                    using var inPath = operation.Request(plan, query);
                    inPath.RequestUri = new Uri($"/s/{keyed.Token}{inPath.RequestUri}", UriKind.Relative);
                    using var inHeader = operation.Request(plan, query);
                    inHeader.Headers.Authorization = new("Bearer", keyed.Token);
                    foreach (var request in (HttpRequestMessage[])[inPath, inHeader])
                    {
                        // A certificate that is sent names plans, and is told what it named.
                        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
                        using var response = await keyed.Host.Client.SendAsync(request);
                        Assert.NotEqual(HttpStatusCode.Unauthorized, response.StatusCode);
                        AssertConfined(await response.Content.ReadAsStringAsync(), plan == "jihu" ? ["jihu", sent] : [sent]);
                        asked++;
                    }
                }
            }
        }

        Assert.True(asked > 300, $"{asked} asked");
    }

    [Fact]
    public async Task Workbook_WithToken_HasNoOtherPlan()
    {
        var bytes = await keyed.Host.Client.GetByteArrayAsync(keyed.InPath("/api/v1/mentions?q=营商环境&format=xlsx"));
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));

        Assert.Contains(archive.Entries, entry => Text(entry).Contains("临漪", StringComparison.Ordinal));
        Assert.All(archive.Entries, entry => AssertConfined(Text(entry), []));

        static string Text(System.IO.Compression.ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task Search_WithToken_NarrowsWithinTheScopeAndNeverWidens()
    {
        var whole = await KeyedAsync("/api/v1/search?q=营商环境");
        var confined = await (await keyed.Host.Client.GetAsync(keyed.InPath("/api/v1/search?q=营商环境"))).JsonAsync();

        var certificate = confined.GetProperty("certificate");
        Assert.Equal("linyi", Assert.Single(certificate.GetProperty("scope").GetProperty("plan").EnumerateArray()).GetString());
        Assert.Equal(1, certificate.GetProperty("plansSearched").GetInt32());
        Assert.True(whole.GetProperty("certificate").GetProperty("mentions").GetInt32() > certificate.GetProperty("mentions").GetInt32());
        var narrowed = await (await keyed.Host.Client.GetAsync(keyed.InPath("/api/v1/search?q=营商环境&part=标题"))).JsonAsync();
        Assert.True(
            narrowed.GetProperty("certificate").GetProperty("mentions").GetInt32() < certificate.GetProperty("mentions").GetInt32());
        foreach (var widened in (string[])["plan=jihu", "plan=linyi&plan=jihu", "plan=-linyi&plan=jihu", "region=霁湖区"])
        {
            await Problem.AssertAsync(
                await keyed.Host.Client.GetAsync(keyed.InPath("/api/v1/search?q=营商环境&" + widened)),
                HttpStatusCode.BadRequest,
                "unknown_value");
        }

        await Problem.AssertAsync(
            await keyed.Host.Client.GetAsync(keyed.InPath("/api/v1/search?q=" + Uri.EscapeDataString("地区:霁湖 营商环境") + "&mode=expression")),
            HttpStatusCode.BadRequest,
            "unknown_value");
    }

    // Two answers to one address that differ by who asks must not be taken for each other.
    [Fact]
    public async Task EntityTag_OfTheScope_IsNotThatOfTheWhole()
    {
        using var whole = new HttpRequestMessage(HttpMethod.Get, "/api/v1/plans");
        whole.Headers.Add("X-Api-Key", "read-key");
        using var confined = new HttpRequestMessage(HttpMethod.Get, "/api/v1/plans");
        confined.Headers.Add("X-Api-Key", keyed.Token);

        Assert.NotEqual(
            (await keyed.Host.Client.SendAsync(whole)).Headers.ETag, (await keyed.Host.Client.SendAsync(confined)).Headers.ETag);
    }

    [Fact]
    public async Task Page_InsideThePathOfAToken_LinksNowhereElse()
    {
        string[] names = ["href", "action", "src", "data-suggest", "data-more"];
        foreach (var address in Pages.Where(
            page => !page.StartsWith("/opensearch", StringComparison.Ordinal)
                && !page.StartsWith("/suggest", StringComparison.Ordinal)
                && !page.Contains("/cite?", StringComparison.Ordinal)))
        {
            using var response = await keyed.Host.Client.GetAsync(keyed.InPath(address));
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
            var links = page.All.SelectMany(one => names.Select(one.GetAttribute))
                .OfType<string>()
                .Where(link => link.StartsWith('/'))
                .ToList();
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.StartsWith($"/s/{keyed.Token}/", link, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/api/v1/search?q=营商环境")]
    [InlineData("/search?q=营商环境")]
    public async Task Token_AlteredExpiredOrOfAnotherSecret_IsRefusedByName(string address)
    {
        var good = keyed.Token;
        var (other, expired) = (keyed.Sign(secret: new string('x', 40)), keyed.Sign(expires: DateTimeOffset.UnixEpoch.AddYears(50)));
        var altered = good[..^1] + (good[^1] == 'A' ? 'B' : 'A');
        (string, string)[] refused =
        [
            (altered, "token_invalid"),
            (other, "token_invalid"),
            (expired, "token_expired"),
            ("ps1.", "token_invalid"),
            ("x", "token_invalid"),
        ];
        foreach (var (token, code) in refused)
        {
            using var response = await keyed.Host.Client.GetAsync(new Uri($"/s/{token}{address}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Contains(code, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            if (token.StartsWith(TokenSigner.Prefix, StringComparison.Ordinal))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Add("X-Api-Key", token);
                Assert.Equal(HttpStatusCode.Unauthorized, (await keyed.Host.Client.SendAsync(request)).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Token_WhereReadingIsOpen_ConfinesAllTheSameAndABadOneIsNotPassedOver()
    {
        await using var open = await TestHost.StartAsync(settings: "TokenSecrets=" + Secret);

        var confined = await (await open.Client.GetAsync(new Uri($"/s/{keyed.Token}/api/v1/plans", UriKind.Relative))).JsonAsync();
        Assert.Equal(1, confined.GetArrayLength());
        await Problem.AssertAsync(
            await open.Client.GetAsync(new Uri($"/s/{keyed.Token}x/api/v1/plans", UriKind.Relative)),
            HttpStatusCode.Unauthorized,
            "token_invalid");
    }

    [Fact]
    public async Task Token_ForAnAudience_IsRefusedToOtherOriginsAndFramesOnlyThere()
    {
        var token = keyed.Sign(audience: "https://portal.example");

        Assert.Equal(HttpStatusCode.OK, (await FromAsync("https://portal.example")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await FromAsync("http://localhost")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await FromAsync(null)).StatusCode);
        await Problem.AssertAsync(await FromAsync("https://evil.example"), HttpStatusCode.Forbidden, "token_audience");
        await Problem.AssertAsync(await FromAsync("null"), HttpStatusCode.Forbidden, "token_audience");

        using var frame = await keyed.Host.Client.GetAsync(new Uri($"/s/{token}/embed/search", UriKind.Relative));
        var policies = frame.Headers.GetValues("Content-Security-Policy").ToList();
        Assert.Contains("frame-ancestors 'self' https://portal.example", policies);
        Assert.Contains(policies, policy => policy.EndsWith("frame-ancestors 'self'", StringComparison.Ordinal));

        async Task<HttpResponseMessage> FromAsync(string? origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/s/{token}/api/v1/plans");
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }

            return await keyed.Host.Client.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/plans/linyi", "token_reads_only")]
    [InlineData("POST", "/api/v1/topics/氢能/members", "token_reads_only")]
    [InlineData("POST", "/api/v1/metadata", "token_reads_only")]
    [InlineData("GET", "/metrics", "token_scope")]
    public async Task Token_OnWhatWritesOrTellsOfTheWhole_IsRefused(string method, string address, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), keyed.InPath(address));
        using var response = await keyed.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // The key of the form opens writing, but not from within a scope.
    [Theory]
    [InlineData("/plans?edit=jihu")]
    [InlineData("/metadata")]
    [InlineData("/topics/氢能")]
    public async Task Form_WithinAScope_IsRefusedWhateverItsKey(string address)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(TestHost.WriteKey), "key" },
            { new StringContent("remove"), "do" },
            { new StringContent("true"), "sure" }
        };
        using var response = await keyed.Host.Client.PostAsync(keyed.InPath(address), form);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("name=\"key\"", await keyed.Host.Client.GetStringAsync(keyed.InPath(address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_OneInThePathAndAnotherInTheHeader_OpensNothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, keyed.InPath("/api/v1/plans"));
        request.Headers.Add("X-Api-Key", keyed.Sign(audience: "https://portal.example"));

        await Problem.AssertAsync(await keyed.Host.Client.SendAsync(request), HttpStatusCode.Unauthorized, "token_invalid");
    }

    [Fact]
    public async Task Token_UnderAPathBase_IsKeptBetweenThatAndThePage()
    {
        await using var host = await TestHost.StartAsync(settings: ["TokenSecrets=" + Secret, "PublicUrl=https://portal.example/guihua"]);
        var html = await host.Client.GetStringAsync(new Uri($"/guihua/s/{keyed.Token}/search?q=营商环境", UriKind.Relative));

        Assert.Contains($"action=\"/guihua/s/{keyed.Token}/search\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/guihua/search", html, StringComparison.Ordinal);
        var demo = await host.Client.GetStringAsync(new Uri($"/guihua/s/{keyed.Token}/embed/demo", UriKind.Relative));
        Assert.Contains($"https://portal.example/guihua/s/{keyed.Token}/embed/search", demo, StringComparison.Ordinal);
    }

    private static bool IsWriting(Operation operation) => operation.Description.TryGetProperty("security", out _);

    private static void AssertConfined(string answer, IReadOnlyCollection<string> asked)
    {
        // One of the plans is called as two fields of a folder begin.
        var text = answer.Replace("\"excerpts\"", "", StringComparison.Ordinal).Replace("\"excerpted\"", "", StringComparison.Ordinal);
        foreach (var name in Outside.Where(
            name => !asked.Any(word => name.Contains(word, StringComparison.Ordinal) || word.Contains(name, StringComparison.Ordinal))))
        {
            Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        }
    }

    private async Task<JsonElement> KeyedAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Api-Key", "read-key");
        return await (await keyed.Host.Client.SendAsync(request)).JsonAsync();
    }

    // What was asked for is said back.
    [GeneratedRegex("jihu|excerpt|霁湖区?|霁", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();

    /// <summary>The host, and tokens of it.</summary>
    public sealed class KeyedHost : IAsyncLifetime
    {
        private static readonly PlanScope Scope = PlanScope.Of([new("plan", ["linyi"])]).Value!;

        public TestHost Host { get; private set; } = null!;

        public string Token { get; } = new TokenSigner([Secret]).Sign(new ScopeToken(Scope));

        public string Sign(string secret = Secret, string? audience = null, DateTimeOffset? expires = null) =>
            new TokenSigner([secret]).Sign(new ScopeToken(Scope) { Audience = audience is null ? [] : [audience], Expires = expires });

        public Uri InPath(string address) => new($"/s/{Token}{address}", UriKind.Relative);

        public async Task InitializeAsync() =>
            Host = await TestHost.StartAsync(settings: ["ReadKeys=read-key", "WriteKeys=" + TestHost.WriteKey, "TokenSecrets=" + Secret]);

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
