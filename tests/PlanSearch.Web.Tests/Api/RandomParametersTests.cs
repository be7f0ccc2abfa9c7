using System.Net;
using System.Text.Json;
using PlanSearch.Queries.Signs;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class RandomParametersTests(Site site, ITestOutputHelper output)
{
    private static readonly int Rounds = TestRun.Rounds(3_000);

    private static readonly string[] Routes =
    [
        "/api/v1/search", "/api/v1/search", "/api/v1/mentions", "/api/v1/mentions", "/api/v1/feed", "/feed", "/api/v1/certificate", "/api/v1/plans", "/api/v1/plans/linyi", "/api/v1/plans/linyi/outline",
        "/api/v1/plans/linyi/blocks", "/api/v1/plans/linyi/ledger", "/api/v1/plans/nowhere", "/api/v1/plans/nowhere/blocks", "/api/v1/limits", "/api/v1/status", "/api/v1/suggest", "/api/v1/topics",
        "/", "/search", "/mentions", "/plans", "/plans/linyi", "/plans/linyi/ledger", "/plans/nowhere", "/help",
    ];

    private static readonly string[] Names =
        ["q", "q", "q", "mode", "exact", "sort", "size", "cursor", "facets", "format", "region", "level", "part", "section", "period", "type", "plan", "colour", "from", "count", "id", "since", "sample", "seed", "coding"];

    private static readonly string[] Values =
    [
        "", "氢能", "氢能 储能", "氢能 OR 储能", "(", ")", "\"", "“氢能”", "同句(氢能 储能)", "能源!新能源", "*", "?", "-", "-氢能", "标题:氢能", "#氢能",
        .. PairOperators.All.Select(row => row.Word + "/3"),
        "true", "false", "literal", "expression", "relevance", "document", "density", "date", "title", "left", "right", "json", "csv", "ndjson", "xlsx", "citations", "atom", "0", "-1", "3", "200", "201", "99999999999999",
        "省级", "-县级", "专栏", "岚江省/临漪市", "linyi", "\uFFFF", "\0", "\u202E", "𨨏", "%", "<b>", "a\tb", "1;2",
    ];

    [Fact]
    public async Task Get_RandomParameters_IsNeverAFaultOfTheServerAndEveryRefusalSaysWhy()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var round = 0; round < Rounds; round++)
        {
            var address = Address(random);
            using var response = await site.GetAsync(address);

            Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}: {address}");
            if (response.StatusCode != HttpStatusCode.OK && address.StartsWith("/api", StringComparison.Ordinal))
            {
                Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", address);
                Assert.NotEmpty((await response.JsonAsync()).GetProperty("code").GetString()!);
            }
        }
    }

    [Fact]
    public async Task Send_RandomBodies_IsNeverAFaultOfTheServerAndEveryRefusalSaysWhy()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var round = 0; round < Rounds / 2; round++)
        {
            var body = Body(random);
            var route =
                random.Next(5) switch { 4 => "/api/v1/replicate", 0 => "/api/v1/plans", 1 => "/api/v1/plans/linyi", 2 => "/api/v1/mentions", _ => "/api/v1/search" };
            var method = route.Contains("plans", StringComparison.Ordinal)
                ? new[] { "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE" }[random.Next(6)]
                : "POST";
            using var request = new HttpRequestMessage(new HttpMethod(method), route)
            {
                Content = new StringContent(body, null, random.Next(9) == 0 ? "text/plain" : "application/json"),
            };
            using var response = await site.SendAsync(request);

            Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}: {method} {route} {body}");
            if (!response.IsSuccessStatusCode)
            {
                Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{method} {route} {body}");
            }
        }
    }

    private static string Body(Random random)
    {
        var fields = Enumerable.Range(0, random.Next(6))
            .Select(_ => $"{JsonSerializer.Serialize(Names[random.Next(Names.Length)])}:{Value()}");
        var body = $"{{{string.Join(',', fields)}}}";
        return random.Next(12) == 0 ? body[..random.Next(body.Length)] : body;

        string Value() => random.Next(8) switch
        {
            0 => "null",
            1 => "[]",
            2 => $"[{JsonSerializer.Serialize(Values[random.Next(Values.Length)])}]",
            3 => "{\"a\":1}",
            4 => random.Next(-3, 300).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(Values[random.Next(Values.Length)]),
        };
    }

    private static string Address(Random random)
    {
        var pairs = Enumerable.Range(0, random.Next(6)).Select(_ => $"{Pick(Names)}={Uri.EscapeDataString(Pick(Values))}");
        return $"{Pick(Routes)}?{string.Join('&', pairs)}";

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
