using System.Net;
using PlanSearch.TestSupport;
using PlanSearch.Web.Pages.Manuals;

namespace PlanSearch.Web.Tests.Pages.Manuals;

/// <summary>The manuals as pages.</summary>
[Collection(SiteTests.Name)]
public sealed class ManualTests(Site site)
{
    public static TheoryData<string> Names => [.. Manual.Names];

    [Fact]
    public async Task Help_LinksEveryManualOfDocs()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal);
        var links = (await site.PageAsync("/help")).QuerySelectorAll("a[href^='/help/']").Select(link => link.TextContent);

        Assert.Equal(files, links);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Page_HasEverythingTheFileSaysAndNoneOfItsMarks(string name)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", name + ".md"));
        var article = (await site.PageAsync("/help/" + name)).QuerySelector("article.manual")!;

        Assert.Equal(lines.Count(line => line.StartsWith("## ", StringComparison.Ordinal)), article.QuerySelectorAll("h2").Length);
        Assert.Equal(lines.Count(line => line.StartsWith("| ---", StringComparison.Ordinal)), article.QuerySelectorAll("table").Length);
        Assert.Equal(
            lines.Count(line => line.StartsWith("```", StringComparison.Ordinal)) / 2, article.QuerySelectorAll("pre, ul.tries").Length);
        Assert.All(
            article.QuerySelectorAll("table"),
            table => Assert.Single(table.QuerySelectorAll("tr").Select(row => row.Children.Length).Distinct()));
        foreach (var text in article.QuerySelectorAll("p, li, td, th, h2")
            .Where(one => one.QuerySelector("code") is null)
            .Select(one => one.TextContent))
        {
            Assert.DoesNotContain("**", text, StringComparison.Ordinal);
            Assert.DoesNotContain("```", text, StringComparison.Ordinal);
            Assert.DoesNotContain("](", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Example_OfTheManual_LeadsToItsSearch()
    {
        var links = (await site.PageAsync("/help/检索手册")).QuerySelectorAll(".tries a").ToList();

        Assert.True(links.Count > 50);
        foreach (var link in links.Where((_, at) => at % 10 == 0))
        {
            using var response = await site.GetAsync(link.GetAttribute("href")!);
            Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest]);
            Assert.Contains(WebUtility.HtmlEncode(link.TextContent), await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Manual_ThatIsNotThere_IsNoPage() =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/help/没有这本")).StatusCode);

    [Fact]
    public void Read_BarInCode_IsNoEndOfACell()
    {
        var table = Assert.Single(Manual.Read(["| 写法 | 意思 |", "| --- | --- |", "| `a|b` | 甲 |", ""]));

        Assert.Equal("写法\t意思 `a|b`\t甲", string.Join(' ', table.Lines));
    }
}
