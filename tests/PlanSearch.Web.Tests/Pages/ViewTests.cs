using PlanSearch.Web.Pages.Texts;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>Language, size and colours: by the address, kept in a cookie, without script.</summary>
[Collection(SiteTests.Name)]
public sealed class ViewTests(Site site)
{
    // What comes from plans, the query language, and the names of the languages stays Chinese on English pages.
    private static readonly string[] Addresses =
    [
        "/", "/search?q=氢能", "/search?q=没有这个词的", "/mentions?q=氢能", "/plans", "/plans/linyi?q=氢能", "/plans/linyi/ledger", "/help", "/nothing-here",
        "/search?q=%23氢能", "/topics", "/topics/氢能", "/embed/demo", "/embed/search?q=氢能", "/embed/search",
    ];

    public static TheoryData<string> Pages => [.. Addresses];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task EnglishPage_SaysNothingOfItsOwnInChinese(string address)
    {
        var page = await site.PageAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var texts = typeof(Chinese).GetProperties().Where(property => property.PropertyType == typeof(string))
            .Select(property => (string)property.GetValue(Chinese.Texts)!).Where(text => text.Length > 5 && text.Any(unit => unit > '\u2E80')).ToList();
        Assert.NotEmpty(texts);
        var said = page.Body!.TextContent;
        Assert.All(texts, text => Assert.DoesNotContain(text, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Choice_IsKeptInACookieAndDoesNotReachTheSearch()
    {
        using var chosen = await site.GetAsync("/search?q=氢能&font=large&theme=dark&lang=en");
        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"), each => each.StartsWith("plansearch-view=", StringComparison.Ordinal));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/plans");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var kept = await site.SendAsync(request);
        var html = await kept.Content.ReadAsStringAsync();

        Assert.Equal(System.Net.HttpStatusCode.OK, chosen.StatusCode);
        Assert.Contains("<html lang=\"en\" class=\"large dark\">", html, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Page_WithoutAChoice_IsChineseWhateverTheBrowserSpeaks()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Language", "en-US");
        using var response = await site.SendAsync(request);

        Assert.Contains("<html lang=\"zh-CN\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/search?q=氢能&lang=%22%3E%3Cscript%3E")]
    [InlineData("/search?q=氢能&theme=%22%20onload=x&font=%22&unit=x&near=99999999999&cite=%3Cb%3E&lines=%22")]
    [InlineData("//evil.example/x?lang=en")]
    public async Task ViewParameter_ThatIsNonsense_IsLeftAside(string address)
    {
        using var response = await site.GetAsync("/plans" + (address[0] == '/' && address[1] == '/' ? "" : "/linyi") + address[address.IndexOf('?', StringComparison.Ordinal)..]);
        var html = await response.Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"//", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onload=x\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_WithTwoSlashes_NeverBecomesALinkElsewhere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://localhost//evil.example/x"));
        using var response = await site.SendAsync(request);

        Assert.DoesNotContain("href=\"//", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_EveryTextOfEveryLanguage_IsThereAndDiffers()
    {
        var same = typeof(PageTexts).GetProperties().Where(property => property.PropertyType == typeof(string))
            .Where(property => string.IsNullOrWhiteSpace((string?)property.GetValue(English.Texts))
                || property.GetValue(English.Texts)!.Equals(property.GetValue(Chinese.Texts)))
            .Select(property => property.Name);

        Assert.Equal(["StyleReference"], same);
    }

    [Fact]
    public async Task Suggest_BeginningOfAWord_GivesWhatPlansSay()
    {
        var found = (await site.JsonAsync("/suggest?q=壮大")).EnumerateArray().Select(one => one.GetProperty("text").GetString()).ToList();

        Assert.Contains("壮大氢能产业", found);
        Assert.Empty((await site.JsonAsync("/suggest?q=")).EnumerateArray());
        Assert.Empty((await site.JsonAsync("/suggest?q=" + new string('甲', 3_000))).EnumerateArray());
    }
}
