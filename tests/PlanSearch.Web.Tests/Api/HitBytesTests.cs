using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PlanSearch.Web.Tests.Api;

/// <summary>
/// A page of twenty hits is light, whatever the number of plans: nothing of a hit is said twice, and no list of it grows with the
/// collection.
/// </summary>
public sealed class HitBytesTests
{
    private const int MostBytes = 40_000;
    private const int MostBesideTheHits = 8 * 1024;

    // Beside what is quoted, a hit of a plan with a long title and deep headings.
    private const int MostOfOneHit = 1_300;

    [Theory]
    [InlineData(2)]
    [InlineData(60)]
    public async Task Search_PageOfTwentyHits_KeepsWithinItsBytes(int plans)
    {
        await using var host = await TestHost.StartAsync(collection => Fill(collection, plans));
        var answer = JsonSerializer.Deserialize<JsonElement>(await host.Client.GetByteArrayAsync("/api/v1/search?q=放管结合&size=20"));
        var hits = answer.GetProperty("hits").EnumerateArray().ToList();

        Assert.Equal((20, plans), (hits.Count, answer.GetProperty("certificate").GetProperty("plans").GetInt32()));
        var quoted = hits.SelectMany(hit => hit.GetProperty("passages").EnumerateArray())
            .Sum(passage => Bytes(passage.GetProperty("text")));
        Assert.InRange(quoted, 8_000, MostBytes);
        Assert.InRange(Bytes(answer.GetProperty("hits")) - quoted, 1, 20 * MostOfOneHit);
        Assert.InRange(Bytes(answer), 1, MostBytes);
        Assert.InRange(Bytes(answer) - Bytes(answer.GetProperty("hits")), 1, MostBesideTheHits);
    }

    [Fact]
    public async Task Search_OneHit_SaysNothingTwice()
    {
        await using var host = await TestHost.StartAsync(collection => Fill(collection, 2));
        var answer = JsonSerializer.Deserialize<JsonElement>(await host.Client.GetByteArrayAsync("/api/v1/search?q=放管结合&size=20"));

        Assert.All(answer.GetProperty("hits").EnumerateArray(), hit =>
        {
            // What is quoted may be the heading that the place names; several blocks may be of one kind.
            var said = Texts(hit)
                .Where(text => text.Name is not ("text" or "kind") && text.Value.Length > 8)
                .Select(text => text.Value)
                .ToList();
            Assert.True(said.Count > 4);
            Assert.Equal(said.Distinct(), said);
        });
    }

    // The page names of the files that failed as many as of the plans without a mention.
    [Fact]
    public async Task Page_ManyFilesFailed_NamesTheFirst()
    {
        await using var host = await TestHost.StartAsync(collection =>
        {
            for (var number = 0; number < 60; number++)
            {
                collection.Write($"failed/{number}.pdf", "%PDF-1.4 no more");
            }
        });
        var page = await host.Client.GetStringAsync("/search?q=氢能");
        var all = await host.Client.GetStringAsync("/search?q=氢能&absent=all");

        Assert.InRange(Occurrences(page, "failed/"), 20, 40);
        Assert.InRange(Occurrences(all, "failed/"), 60, 60 + 20);
        Assert.Contains("absent=all", page, StringComparison.Ordinal);
        Assert.Contains("全部列出（61 件）", page, StringComparison.Ordinal);
    }

    // The reasons for doubt are said once a plan, a citation once a passage.
    [Fact]
    public async Task Page_PageOfHits_SaysNoAttributeTwiceInAPassage()
    {
        await using var host = await TestHost.StartAsync(collection => Fill(collection, 2));
        var page = await host.Client.GetStringAsync("/search?q=放管结合&size=20");
        var links = page.Split("<a ")
            .Skip(1)
            .Where(link => link.Contains("data-cite", StringComparison.Ordinal))
            .Select(link => link[..link.IndexOf('>', StringComparison.Ordinal)])
            .ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(1, Occurrences(link, "《")));
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static IEnumerable<(string Name, string Value)> Texts(JsonElement value, string name = "") => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value, member.Name)),
        JsonValueKind.Array when name == "path" => [(name, value.GetRawText())],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Texts(item, name)),
        JsonValueKind.String => [(name, value.GetString()!)],
        _ => [],
    };

    private static int Bytes(JsonElement value) => Encoding.UTF8.GetByteCount(value.GetRawText());

    private static void Fill(SmallCollection collection, int plans)
    {
        for (var number = 0; number < plans; number++)
        {
            collection.Write($"made/{number.ToString("D3", CultureInfo.InvariantCulture)}.txt", Plan(number));
        }
    }

    private static string Plan(int number)
    {
        var text = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture, $"岚江省第{number}示范区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n\n第一章 全面深化改革开放，激发高质量发展新活力\n\n"));
        for (var section = 1; section <= 12; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"第{"一二三四五六七八九十"[(section - 1) % 10]}节 持续推进第{section}项重点领域和关键环节改革\n\n");
            for (var paragraph = 1; paragraph <= 2; paragraph++)
            {
                text.Append(CultureInfo.InvariantCulture, $"第{section}项改革的第{paragraph}段说明：深入推进简政放权和放管结合，")
                    .Append("全面落实市场准入负面清单，优化营商环境，依法保护各类市场主体的产权和合法权益，健全公平竞争审查机制。\n\n");
            }
        }

        return text.ToString();
    }
}
