using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml;
using PlanSearch.Queries.Signs;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class ExportParityTests(Site site, ITestOutputHelper output)
{
    private static readonly int Rounds = TestRun.Rounds(60);

    private static readonly string[] Words =
        ["氢能", "储能", "营商环境", "探针甲", "发展", "规划", "第", "。", "5G", "2025", "script", "alert", "<", "\"", "没有的词"];

    private static readonly string[] Joins = [" ", " OR ", " -", "!", .. PairOperators.All.Select(row => $" {row.Word}/20 "), ""];

    private static readonly string[] Filters = ["", "", "&part=专栏", "&part=-标题", "&level=-未知", "&type=纲要", "&plan=linyi", "&section=重点任务"];

    [Fact]
    public async Task Export_RandomQueries_HasAsManyRowsInEveryFormatAsTheJsonAndThePageCount()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var rows = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var query = $"q={Uri.EscapeDataString(Query(random))}{Filters[random.Next(Filters.Length)]}";
            using var counted = await site.GetAsync("/api/v1/search?facets=false&" + query);
            if (counted.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            var total = (await counted.JsonAsync()).GetProperty("certificate").GetProperty("mentions").GetInt64();
            Assert.Equal((query, total), (query, await PageTotalAsync("/search?" + query)));
            Assert.Equal((query, total), (query, await PageTotalAsync("/mentions?" + query)));
            Assert.Equal(
                (query, total), (query, (await site.TextAsync($"/api/v1/mentions?format=ndjson&{query}")).Count(sign => sign == '\n') - 1));
            Assert.Equal((query, total), (query, CsvRecords(await site.TextAsync($"/api/v1/mentions?format=csv&{query}")) - 2));
            Assert.Equal((query, total), (query, await WorkbookRowsAsync(query) - 1));
            rows += total;
        }

        Assert.True(rows > 0);
    }

    private static string Query(Random random)
    {
        var first = Words[random.Next(Words.Length)];
        return random.Next(2) == 0 ? first : first + Joins[random.Next(Joins.Length)] + Words[random.Next(Words.Length)];
    }

    // A page that found nothing says so, without a number.
    private async Task<long> PageTotalAsync(string address)
    {
        var summary = (await site.PageAsync(address)).QuerySelector("p.summary")!;
        var total = summary.QuerySelector("b[data-count=mentions]")?.TextContent ?? "0";
        return long.Parse(total, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    private static long CsvRecords(string csv)
    {
        var (records, isQuoted) = (0L, false);
        foreach (var sign in csv)
        {
            isQuoted ^= sign == '"';
            records += sign == '\n' && !isQuoted ? 1 : 0;
        }

        return records;
    }

    private async Task<long> WorkbookRowsAsync(string query)
    {
        using var response = await site.GetAsync($"/api/v1/mentions?format=xlsx&{query}");
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var sheet = XmlReader.Create(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        var rows = 0L;
        while (sheet.ReadToFollowing("row"))
        {
            rows++;
        }

        return rows;
    }
}
