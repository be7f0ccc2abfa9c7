namespace PlanSearch.Web.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed class TopicsFilterTests(Site site)
{
    [Fact]
    public async Task Topics_Filtered_AreThoseWithTheWordInNameOrMembers()
    {
        var all = (await site.PageAsync("/topics")).QuerySelectorAll("section.topic");
        var shown = (await site.PageAsync("/topics?q=%20加氢站%20")).QuerySelectorAll("section.topic");

        Assert.InRange(shown.Length, 1, all.Length - 1);
        Assert.Equal(
            all.Where(topic => topic.QuerySelectorAll("dd:first-of-type a, h2 a")
                    .Any(word => word.TextContent.Contains("加氢站", StringComparison.Ordinal)))
                .Select(topic => topic.QuerySelector("h2")!.TextContent),
            shown.Select(topic => topic.QuerySelector("h2")!.TextContent));
    }

    [Fact]
    public async Task Topics_NoneHasTheWord_SaysSo() => Assert.Contains(
        "列出 0 个", (await site.PageAsync("/topics?q=没有这个词")).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
}
