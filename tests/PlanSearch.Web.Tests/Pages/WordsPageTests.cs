using AngleSharp.Dom;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>相关检索 on the page: labelled, with every word, its count and its box.</summary>
[Collection(SiteTests.Name)]
public sealed class WordsPageTests(Site site)
{
    [Fact]
    public async Task SearchPage_InWords_IsLabelledAndShowsTheWordsOfTheApi()
    {
        var page = await site.PageAsync("/search?q=怎么发展氢能产业&mode=words");
        var answer = await site.JsonAsync("/api/v1/search?q=怎么发展氢能产业&mode=words");

        Assert.Contains("相关检索 · 按词排序，不是全部提及", page.QuerySelector(".words h2")!.TextContent, StringComparison.Ordinal);
        var words = answer.GetProperty("words").GetProperty("words").EnumerateArray().ToList();
        Assert.Equal(
            words.Select(word => $"{word.GetProperty("word").GetString()} {word.GetProperty("mentions").GetInt64():N0}"),
            page.QuerySelectorAll(".words .word").Select(word => $"{word.QuerySelector("[lang]")!.TextContent} {word.QuerySelector(".count")!.TextContent}"));
        Assert.Equal("words", answer.GetProperty("certificate").GetProperty("mode").GetString());
        Assert.Empty(answer.GetProperty("words").GetProperty("hits").EnumerateArray());
        Assert.Equal(answer.GetProperty("hits").GetArrayLength(), page.QuerySelectorAll("article.hit").Length);
        Assert.All(page.QuerySelectorAll("article.hit"), hit => Assert.StartsWith("含", hit.QuerySelector(".why")!.TextContent.Trim(), StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("a.follow"));
    }

    [Fact]
    public async Task Word_Clicked_IsLeftOutAndComesBack()
    {
        var page = await site.PageAsync("/search?q=氢能+园区&mode=words");

        var without = await site.PageAsync(AddressOf(page, "氢能"));
        var again = await site.PageAsync(AddressOf(without, "氢能"));

        Assert.Equal(("true", "false", "true"), (StateOf(page), StateOf(without), StateOf(again)));
        Assert.DoesNotContain(without.QuerySelectorAll("article.hit mark"), mark => mark.TextContent == "氢能");
    }

    [Fact]
    public async Task SearchPage_InputWithoutAMention_SaysSoAndRanksBelow()
    {
        var page = await site.PageAsync("/search?q=怎么样才能发展氢能产业呢");

        Assert.Contains("没有", page.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".words article.hit"));
        Assert.Contains(page.QuerySelectorAll(".ways a"), link => link.TextContent == "相关检索");
    }

    [Fact]
    public async Task Feed_OfAQuestion_IsRefusedByName()
    {
        using var response = await site.GetAsync("/feed?q=氢能&mode=words");

        Assert.Contains("mode_not_followed", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static IElement WordOf(IParentNode page, string word) =>
        page.QuerySelectorAll(".words .word").Single(link => link.QuerySelector("[lang]")!.TextContent == word);

    private static string AddressOf(IParentNode page, string word) => WordOf(page, word).GetAttribute("href")!;

    private static string? StateOf(IParentNode page) => WordOf(page, "氢能").GetAttribute("aria-checked");
}
