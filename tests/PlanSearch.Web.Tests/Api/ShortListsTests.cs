using System.Globalization;
using System.Text;
using System.Text.Json;
using PlanSearch.TestSupport;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Tests.Api;

/// <summary>
/// An answer does not grow with the collection: lists are cut to their beginnings, and all of each is at the address beside it.
/// </summary>
public sealed class ShortListsTests : IClassFixture<ManyPlans>
{
    private readonly HttpClient _client;

    public ShortListsTests(ManyPlans plans) => _client = plans.Host.Client;

    [Fact]
    public async Task Search_ManyPlansDoNotSayIt_ListsTheFirstAndTheAddressOfAll()
    {
        var answer = await Json("/api/v1/search?q=氢能");
        var absent = answer.GetProperty("absent");

        Assert.Equal(ShortLists.MostNamed, absent.GetProperty("notMentioned").GetArrayLength());
        var all = await Json(absent.GetProperty("rest").GetString()!);
        Assert.InRange(all.GetProperty("notMentioned").GetArrayLength(), ManyPlans.Plans, int.MaxValue);
        Assert.Equal(all.GetProperty("notMentioned").GetArrayLength(), absent.GetProperty("notMentionedTotal").GetInt32());
        Assert.Equal(
            Ids(all.GetProperty("notMentioned")).Take(ShortLists.MostNamed),
            Ids(absent.GetProperty("notMentioned")));
        Assert.Equal(JsonValueKind.Null, all.GetProperty("rest").ValueKind);
    }

    [Fact]
    public async Task Search_ManyFilesFailed_NamesTheFirstAndTheAddressOfTheWholeCertificate()
    {
        foreach (var address in (string[])["/api/v1/search?q=氢能", "/api/v1/mentions?q=氢能"])
        {
            var certificate = (await Json(address)).GetProperty("certificate");

            Assert.Equal(
                (ShortLists.MostNamed, ManyPlans.Broken),
                (certificate.GetProperty("notSearched").GetArrayLength(), certificate.GetProperty("notSearchedTotal").GetInt32()));
            var whole = (await Json(certificate.GetProperty("rest").GetString()!)).GetProperty("certificate");
            Assert.Equal(ManyPlans.Broken, whole.GetProperty("notSearched").GetArrayLength());
            Assert.False(whole.TryGetProperty("rest", out _));
        }
    }

    [Fact]
    public async Task Search_TreeOfManyValues_ListsItsUpperLevelsAndWhatIsChosen()
    {
        var region = Facet(await Json("/api/v1/search?q=发展"), "region");

        Assert.Equal(
            [0, 1],
            region.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("depth").GetInt32()).Distinct().Order());
        Assert.InRange(region.GetProperty("total").GetInt32(), ShortLists.MostTreeValues + 1, int.MaxValue);
        var all = await Json(region.GetProperty("rest").GetString()!);
        Assert.Equal(region.GetProperty("total").GetInt32(), all.GetProperty("values").GetArrayLength());

        var deep = all.GetProperty("values")
            .EnumerateArray()
            .First(value => value.GetProperty("depth").GetInt32() == 2)
            .GetProperty("value")
            .GetString()!;
        var chosen = Facet(await Json($"/api/v1/search?q=发展&region={Uri.EscapeDataString(deep)}"), "region");
        Assert.Contains(
            chosen.GetProperty("values").EnumerateArray(),
            value => value.GetProperty("value").GetString() == deep && value.GetProperty("state").GetString() == "included");
    }

    [Fact]
    public async Task Search_UnknownFacet_IsAFaultThatNamesTheKnown()
    {
        using var answer = await _client.GetAsync("/api/v1/facets/颜色?q=发展");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("region", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Hits_NameTheirPlanOnce()
    {
        var answer = await Json("/api/v1/search?q=氢能&size=20");
        var plans = Ids(answer.GetProperty("plans")).ToList();

        Assert.Equal(plans.Distinct(), plans);
        Assert.Equal(plans, answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("plan").GetString()).Distinct());
    }

    // 3,200 plans have as many lists as these, and none is longer. Why files failed is said in sentences of any length.
    [Fact]
    public async Task Search_EverythingButTheHits_StaysWithinEightKilobytes()
    {
        foreach (var query in (string[])["氢能", "发展", "火星"])
        {
            var answer = await Json($"/api/v1/search?q={query}");
            var reasons = Encoding.UTF8.GetByteCount(answer.GetProperty("certificate").GetProperty("notSearched").GetRawText());
            var bytes = answer.EnumerateObject()
                .Where(part => part.Name is not ("hits" or "plans"))
                .Sum(part => Encoding.UTF8.GetByteCount(part.Value.GetRawText())) - reasons;

            Assert.InRange(bytes, 500, 8 * 1024);
        }
    }

    private static JsonElement Facet(JsonElement answer, string name) =>
        answer.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("name").GetString() == name);

    private static IEnumerable<string?> Ids(JsonElement plans) => plans.EnumerateArray().Select(plan => plan.GetProperty("id").GetString());

    private async Task<JsonElement> Json(string address)
    {
        using var answer = await _client.GetAsync(address);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>
/// A host over many small plans in many places, most of which do not say what is looked for, and many files that cannot be read.
/// </summary>
public sealed class ManyPlans : IAsyncLifetime
{
    /// <summary>Complete plans that do not say 氢能, in as many counties.</summary>
    public const int Plans = 50;

    /// <summary>Files that cannot be read; one lies in every collection of the tests.</summary>
    public const int Broken = 25;

    public TestHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await TestHost.StartAsync(
        collection =>
        {
            for (var number = 0; number < Broken - 1; number++)
            {
                collection.Write($"broken/{number}.pdf", "%PDF-1.4 no more");
            }

            foreach (var (number, county) in Counties().Take(Plans).Index())
            {
                collection.Write($"many/{number}.txt", Plan(number));
                collection.Write($"many/{number}.meta.yaml", $"region: {county}\n");
            }
        });

    public async Task DisposeAsync() => await Host.DisposeAsync();

    private static IEnumerable<string> Counties()
    {
        var rows = File.ReadLines(Path.Combine(Repository.ReferenceData, "regions.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(row => row[0]);
        return rows.Values
            .Where(row => rows.TryGetValue(row[2], out var city) && rows.ContainsKey(city[2]))
            .Select(row => $"{rows[rows[row[2]][2]][1]}/{rows[row[2]][1]}/{row[1]}");
    }

    private static string Plan(int number) =>
        string.Create(
            CultureInfo.InvariantCulture, $"某地第{number}号国民经济和社会发展第十四个五年规划纲要\n\n第一章 发展基础\n\n经济平稳发展。\n\n第二章 重点任务\n\n扩大有效投资，发展特色产业。\n");
}
