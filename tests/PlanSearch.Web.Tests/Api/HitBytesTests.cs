using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanSearch.Web.Tests.Api;

/// <summary>
/// A page of twenty hits is light, whatever the number of plans: nothing of a hit is said twice, and no list of it grows with the
/// collection.
/// </summary>
public sealed partial class HitBytesTests
{
    private const int MostBytes = 40_000;
    private const int MostBesideTheHits = 10_500;

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

    // As many files as failed, and as many plans without a mention, would weigh more than what was found.
    [Fact]
    public async Task Page_ManyFilesFailed_SaysHowManyAndNamesThemWhenAsked()
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

        Assert.Equal(0, Occurrences(page, "failed/"));
        Assert.Contains("未能检索 61 件", page, StringComparison.Ordinal);
        Assert.Contains("absent=all#absent\">全部列出</a>", page, StringComparison.Ordinal);
        Assert.Equal(60, Occurrences(all, "failed/"));
    }

    // What names the hits belongs to them: the button that picks them all.
    [Theory]
    [InlineData(5)]
    [InlineData(300)]
    public async Task Page_OfTwentyHits_KeepsWithinItsBytes(int plans)
    {
        await using var host = await TestHost.StartAsync(collection => Fill(collection, plans, section => section % 3 == 0 ? 2 : 1));
        // A browser says where a form comes from.
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/search?q=营商环境");
        asked.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await host.Client.SendAsync(asked);
        var page = await answer.Content.ReadAsStringAsync();
        var groups = page.IndexOf("<section class=\"plan-group\">", StringComparison.Ordinal);
        var end = page.IndexOf("</section>", page.LastIndexOf("</article>", StringComparison.Ordinal), StringComparison.Ordinal);
        var hits = page[groups..end] + WholePage().Match(page).Value;

        Assert.Equal((20, 1), (Occurrences(page, "<article "), WholePage().Count(page)));
        Assert.InRange(Occurrences(page[groups..end], "营商环境</a></mark>"), 20, 100);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, MostBytes);
        Assert.InRange(Encoding.UTF8.GetByteCount(page) - Encoding.UTF8.GetByteCount(hits), 1, MostBesideTheHits);
    }

    // What is the same for every hit of a plan is said by its heading; another style of a citation is one step away.
    [Fact]
    public async Task Page_Hit_LeadsToTheOtherStylesOfItsOwnCitation()
    {
        await using var host = await TestHost.StartAsync(collection => Fill(collection, 2));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await host.Client.GetStringAsync("/search?q=放管结合&size=20"));
        var hits = page.QuerySelectorAll("article.hit").ToList();

        Assert.Equal(20, hits.Count);
        foreach (var hit in hits)
        {
            var address = hit.QuerySelector(".source a")!.GetAttribute("href")!;
            var cited = JsonSerializer.Deserialize<JsonElement>(
                await host.Client.GetByteArrayAsync(address.Replace("?", "/cite?", StringComparison.Ordinal).Split('#')[0]));
            Assert.Equal(hit.QuerySelector(".citation")!.TextContent, cited.GetProperty("official").GetString());
            Assert.StartsWith("岚江省", cited.GetProperty("short").GetString(), StringComparison.Ordinal);
        }
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

    private static void Fill(SmallCollection collection, int plans, Func<int, int>? paragraphs = null)
    {
        for (var number = 0; number < plans; number++)
        {
            collection.Write($"made/{number.ToString("D3", CultureInfo.InvariantCulture)}.txt", Plan(number, paragraphs ?? (_ => 2)));
        }
    }

    private static string Plan(int number, Func<int, int> paragraphs)
    {
        var text = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture, $"岚江省第{number}示范区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n\n第一章 全面深化改革开放，激发高质量发展新活力\n\n"));
        for (var section = 1; section <= 12; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"第{"一二三四五六七八九十"[(section - 1) % 10]}节 持续推进第{section}项重点领域和关键环节改革\n\n");
            for (var paragraph = 1; paragraph <= paragraphs(section); paragraph++)
            {
                text.Append(CultureInfo.InvariantCulture, $"第{section}项改革的第{paragraph}段说明：深入推进简政放权和放管结合，")
                    .Append("全面落实市场准入负面清单，优化营商环境，依法保护各类市场主体的产权和合法权益，健全公平竞争审查机制。\n\n");
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(
        "(?<=name=\"whole-page\" value=\")[^\"]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholePage();
}
