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
            page.QuerySelectorAll(".words .word")
                .Select(word => $"{word.QuerySelector("[lang]")!.TextContent} {word.QuerySelector(".count")!.TextContent}"));
        Assert.Equal("words", answer.GetProperty("certificate").GetProperty("mode").GetString());
        Assert.Empty(answer.GetProperty("words").GetProperty("hits").EnumerateArray());
        Assert.Equal(answer.GetProperty("hits").GetArrayLength(), page.QuerySelectorAll("article.hit").Length);
        Assert.All(
            page.QuerySelectorAll("article.hit"),
            hit => Assert.StartsWith("含", hit.QuerySelector(".why")!.TextContent.Trim(), StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("a.follow"));
    }

    [Fact]
    public async Task Word_Clicked_IsLeftOutAndComesBack()
    {
        var page = await site.PageAsync("/search?q=氢能+产业&mode=words");

        var without = await site.PageAsync(AddressOf(page, "氢能"));
        var again = await site.PageAsync(AddressOf(without, "氢能"));

        Assert.Equal(("true", "false", "true"), (StateOf(page), StateOf(without), StateOf(again)));
        Assert.DoesNotContain(without.QuerySelectorAll("article.hit mark"), mark => mark.TextContent == "氢能");
    }

    // What leads on from a question keeps what was left out of it, and in its own order.
    [Fact]
    public async Task Links_OfAQuestion_KeepWhatWasLeftOut()
    {
        const string Asked = "/search?q=氢能+产业&mode=words&off=产业";
        var page = await site.PageAsync(Asked);
        Assert.Equal("false", StateOf(page, "产业"));

        var reading = await site.PageAsync(page.QuerySelector("article.hit h3 a")!.GetAttribute("href")!);
        Assert.DoesNotContain(reading.QuerySelectorAll("mark"), mark => mark.TextContent == "产业");
        var mentions = await site.PageAsync(AddressOf(page, ".ways a", "逐处查看"));
        Assert.DoesNotContain(mentions.QuerySelectorAll("mark"), mark => mark.TextContent == "产业");
        Assert.Null(mentions.QuerySelector("a.follow"));
        Assert.Equal("false", StateOf(await site.PageAsync(AddressOf(mentions, ".ways a", "按章节查看")), "产业"));
        using var left = await site.GetAsync("/mentions?q=氢能+产业&mode=words&off=产业&sort=left");
        Assert.Equal(System.Net.HttpStatusCode.OK, left.StatusCode);
        Assert.Equal(
            ["words", "产业"],
            page.QuerySelectorAll("form.manner [name=off], form.manner option[selected][value=words]")
                .Select(field => field.GetAttribute("value"))
                .Order());
    }

    [Fact]
    public async Task SearchBox_AfterAQuestion_ForgetsWhatWasLeftOutAndItsOrder()
    {
        var page = await site.PageAsync("/search?q=氢能+产业&mode=words&off=产业&places=off");

        Assert.Empty(
            page.QuerySelectorAll(
                "form[role=search] input[name=off], form[role=search] input[name=places], form[role=search] input[name=sort]"));
        var words = (await site.JsonAsync("/api/v1/search?q=怎么发展氢能园区&off=氢能")).GetProperty("words").GetProperty("words");
        Assert.All(words.EnumerateArray(), word => Assert.True(word.GetProperty("on").GetBoolean()));
    }

    // The certificate that an answer links to is of the same count, its places included.
    [Theory]
    [InlineData("岚江省 氢能")]
    [InlineData("岚江省 氢能 产业&off=产业")]
    [InlineData("岚江省 氢能&places=off")]
    public async Task Certificate_OfAQuestion_CountsWhatTheAnswerDoes(string asked)
    {
        var page = await site.PageAsync($"/search?q={asked}&mode=words&certificate=true");
        var counted = (await site.JsonAsync($"/api/v1/search?q={asked}&mode=words")).GetProperty("certificate");

        var certificate = (await site.JsonAsync(
            page.QuerySelector("#certificate a[href*='/certificate']")!.GetAttribute("href")!)).GetProperty("certificate");

        Assert.Equal(counted.GetProperty("mentions").GetInt64(), certificate.GetProperty("mentions").GetInt64());
        Assert.Equal(counted.GetProperty("normalForm").GetString(), certificate.GetProperty("normalForm").GetString());
        Assert.Contains("相关检索", page.QuerySelector("#certificate")!.TextContent, StringComparison.Ordinal);
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

    private static string AddressOf(IParentNode page, string links, string text) =>
        page.QuerySelectorAll(links).Single(link => link.TextContent == text).GetAttribute("href")!;

    private static IElement WordOf(IParentNode page, string word) =>
        page.QuerySelectorAll(".words .word").Single(link => link.QuerySelector("[lang]")!.TextContent == word);

    private static string AddressOf(IParentNode page, string word) => WordOf(page, word).GetAttribute("href")!;

    private static string? StateOf(IParentNode page, string word = "氢能") => WordOf(page, word).GetAttribute("aria-checked");
}
