using System.Net;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class RandomParametersTests(Site site, ITestOutputHelper output)
{
    private const int Rounds = 600;

    private static readonly string[] Routes =
    [
        "/api/v1/search", "/api/v1/mentions", "/api/v1/plans", "/api/v1/plans/linyi", "/api/v1/plans/linyi/outline", "/api/v1/plans/nowhere",
        "/", "/search", "/mentions", "/plans", "/plans/linyi", "/plans/linyi/ledger", "/plans/nowhere", "/help",
    ];

    private static readonly string[] Names =
        ["q", "q", "q", "mode", "exact", "sort", "size", "cursor", "facets", "format", "region", "level", "part", "section", "period", "type", "plan", "colour"];

    private static readonly string[] Values =
    [
        "", "氢能", "氢能 储能", "氢能 OR 储能", "(", ")", "\"", "“氢能”", "同句(氢能 储能)", "能源!新能源", "*", "?", "-", "-氢能", "标题:氢能", "#氢能", "NEAR/3",
        "true", "false", "literal", "expression", "relevance", "document", "json", "csv", "ndjson", "0", "-1", "3", "200", "201", "99999999999999",
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

    private static string Address(Random random)
    {
        var pairs = Enumerable.Range(0, random.Next(6)).Select(_ => $"{Pick(Names)}={Uri.EscapeDataString(Pick(Values))}");
        return $"{Pick(Routes)}?{string.Join('&', pairs)}";

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
