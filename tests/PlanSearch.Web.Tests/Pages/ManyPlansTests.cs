using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PlanSearch.TestSupport;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>A collection of more plans, and more divisions, than a page can show at once.</summary>
public sealed class ManyPlansTests : IAsyncLifetime
{
    private const int Provinces = 17, Counties = 14;
    private const int All = Provinces * (Counties + 1);

    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(fill: collection =>
    {
        foreach (var (province, below) in Regions())
        {
            Write(collection, province, province, "探针词");
            foreach (var (at, name) in below.Index())
            {
                Write(collection, $"{province}-{name}", $"{province}/{name}", at == 0 ? "别的词" : "探针词");
            }
        }
    });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Regions_TooManyForAPage_AreUnfoldedOneByOne()
    {
        var first = await PageAsync("/search?q=探针词");
        Assert.Equal(5, first.QuerySelectorAll("input[type=checkbox][name=region]").Length);
        Assert.Equal($"全部 {Provinces * Counties}", first.QuerySelector("button[name=open][value=region]")!.TextContent);

        var folded = await PageAsync("/search?q=探针词&open=region");
        Assert.Equal(Provinces, folded.QuerySelectorAll("input[type=checkbox][name=region]").Length);

        var unfolded = await PageAsync(folded.QuerySelectorAll(".below")[3].GetAttribute("href")!);
        var values = unfolded.QuerySelectorAll("input[type=checkbox][name=region]").Select(input => input.GetAttribute("value")!).ToList();
        Assert.Equal(Provinces + Counties - 1, values.Count);

        var county = values.Last(value => value.Contains('/', StringComparison.Ordinal));
        var chosen = await PageAsync("/search?q=探针词&region=" + county);
        Assert.Equal(county, chosen.QuerySelector("input[type=checkbox][name=region][checked]")!.GetAttribute("value"));
        Assert.InRange(chosen.QuerySelectorAll("input[type=checkbox][name=region]").Length, 6, 7);
    }

    [Fact]
    public async Task AbsenceList_Long_IsWholeWhenAskedFor()
    {
        var first = await PageAsync("/search?q=别的词");
        Assert.Empty(first.QuerySelectorAll("#absent li"));

        var whole = await PageAsync(first.QuerySelector("#absent a")!.GetAttribute("href")!);

        // The plans of the small collection do not say it either.
        Assert.InRange(whole.QuerySelector("#absent ul")!.ChildElementCount, All - Provinces, int.MaxValue);
        Assert.Equal(first.QuerySelector("#absent span")!.TextContent, whole.QuerySelector("#absent summary span")!.TextContent);
    }

    [Fact]
    public async Task PlansList_Long_HasPagesThatTogetherListEveryPlanOnce()
    {
        var titles = new List<string>();
        for (string? address = "/plans?period=十四五"; address is not null;)
        {
            var page = await PageAsync(address);
            titles.AddRange(page.QuerySelectorAll(".plans tbody th a").Select(link => link.GetAttribute("href")!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.True(titles.Count >= All);
        Assert.Equal(titles.Count, titles.Distinct().Count());
        Assert.Equal(
            titles[^1], (await PageAsync("/plans?period=十四五&page=99999")).QuerySelectorAll(".plans tbody th a")[^1].GetAttribute("href"));
    }

    // The first units right below each province that has so many of them.
    private static IEnumerable<(string Province, List<string> Below)> Regions()
    {
        var rows = File.ReadLines(Path.Combine(Repository.ReferenceData, "regions.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        return rows.Where(row => row[2].Length == 0)
            .Select(
                province => (province[1], Below: rows.Where(row => row[2] == province[0]).Select(row => row[1]).Take(Counties).ToList()))
            .Where(region => region.Below.Count == Counties);
    }

    private static void Write(SmallCollection collection, string id, string region, string word)
    {
        collection.Write($"many/{id}.txt", new StringBuilder(region.Replace("/", "", StringComparison.Ordinal))
            .Append("国民经济和社会发展第十四个五年规划纲要\n\n第一章 发展基础\n\n").Append(word).Append("持续改善。\n").ToString());
        collection.Write($"many/{id}.meta.yaml", $"region: {region}\nperiod: 十四五\ncompleteness: 全文\n");
    }

    private async Task<IHtmlDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await _host.Client.GetStringAsync(new Uri(address.Split('#')[0], UriKind.Relative)));
}
