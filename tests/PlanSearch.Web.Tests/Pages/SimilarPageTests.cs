namespace PlanSearch.Web.Tests.Pages;

/// <summary>相关内容: what the page shows of a paragraph is what the API gives.</summary>
[Collection(SiteTests.Name)]
public sealed class SimilarPageTests(Site site)
{
    [Fact]
    public async Task Page_OfAParagraph_ShowsTheSectionsOfTheApiWithTheirWords()
    {
        var mention = (await site.JsonAsync("/api/v1/mentions?q=氢能&plan=linyi&part=正文")).GetProperty("mentions")[0];
        var anchor = mention.GetProperty("permalink").GetString()!.Split('#')[1].Split('.')[0];

        var answer = await site.JsonAsync($"/api/v1/plans/linyi/blocks/{anchor}/similar?size=10");
        var page = await site.PageAsync($"/plans/linyi/similar?block={anchor}");

        var hits = answer.GetProperty("hits").EnumerateArray().ToList();
        Assert.NotEmpty(hits);
        var items = page.QuerySelectorAll("#similar li").ToList();
        Assert.Equal(hits.Count, items.Count);
        foreach (var (hit, item) in hits.Zip(items))
        {
            Assert.All(
                hit.GetProperty("place").GetProperty("path").EnumerateArray().TakeLast(1),
                heading => Assert.Contains(heading.GetString()!, item.TextContent, StringComparison.Ordinal));
            Assert.Contains(
                Uri.EscapeDataString(hit.GetProperty("plan").GetString()!),
                item.QuerySelector("a")!.GetAttribute("href")!,
                StringComparison.Ordinal);
            Assert.All(
                hit.GetProperty("answers").GetProperty("has").EnumerateArray(),
                word => Assert.Contains(
                    word.GetProperty("word").GetString()!, item.QuerySelector(".why")!.TextContent, StringComparison.Ordinal));
            Assert.NotNull(item.QuerySelector("mark"));
        }

        // The link below leads to a search whose words are those of the panel.
        var search = await site.PageAsync(page.QuerySelector("#similar ol + p > a")!.GetAttribute("href")!);
        Assert.NotEmpty(search.QuerySelectorAll("article.hit"));
    }
}
