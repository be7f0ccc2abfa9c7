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
            .Select(property => (string)property.GetValue(Chinese.Texts)!)
                .Where(text => text.Length > 5 && text.Any(unit => unit > '\u2E80'))
                .ToList();
        Assert.NotEmpty(texts);
        var said = page.Body!.TextContent;
        Assert.All(texts, text => Assert.DoesNotContain(text, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Choice_IsKeptInACookieAndDoesNotReachTheSearch()
    {
        using var chosen = await site.GetAsync("/search?q=氢能&font=large&theme=dark&lang=en");
        var cookie = Assert.Single(
            chosen.Headers.GetValues("Set-Cookie"), each => each.StartsWith("plansearch-view=", StringComparison.Ordinal));

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
        using var response = await site.GetAsync(
            "/plans"
                + (address[0] == '/' && address[1] == '/' ? "" : "/linyi")
                + address[address.IndexOf('?', StringComparison.Ordinal)..]);
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
    public void EnglishTexts_NumberOne_HasNoPlural()
    {
        var methods = typeof(PageTexts).GetMethods()
            .Where(method => method is { IsSpecialName: false } && method.ReturnType == typeof(string))
            .Where(method => method.GetParameters() is { Length: > 0 } given && given.All(one => one.ParameterType == typeof(string)));
        var said = methods.Select(method => (string)method.Invoke(English.Texts, [.. method.GetParameters().Select(_ => "1")])!).ToList();
        const string Plurals = "mentions|sections|plans|boxes|tables|files|lines|characters|excerpts|records";

        Assert.Contains("1 mention", said);
        Assert.All(said, text => Assert.DoesNotMatch($"(?<![0-9,])(1|\\{{[0-9]\\}})( [a-z]+)? ({Plurals})", text));
        Assert.Equal("1,001 mentions", English.Texts.CountOf("1,001"));
    }

    [Theory]
    [InlineData("/search?q=发展")]
    [InlineData("/plans")]
    [InlineData("/plans/linyi")]
    [InlineData("/")]
    public async Task EnglishPage_ValuesOfOurs_AreEnglish(string address)
    {
        var page = await site.PageAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en");
        var chinese = await site.PageAsync(address);
        // A citation is in the language of the plan: 〔题名未识别：a.txt〕第1段.
        page.QuerySelectorAll(".citation").ToList().ForEach(citation => citation.Remove());
        var (said, before) = (page.QuerySelector("main")!.TextContent, chinese.QuerySelector("main")!.TextContent);

        Assert.Contains("市级", before, StringComparison.Ordinal);
        Assert.Contains("city", said, StringComparison.Ordinal);
        Assert.All((string[])["市级", "县级", "功能区", "未识别", "未知"], word => Assert.DoesNotContain(word, said, StringComparison.Ordinal));
        Assert.DoesNotContain("未知", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_UnknownByEitherWord_IsTheSameFilter()
    {
        var facet = (await site.JsonAsync("/api/v1/search?q=发展")).GetProperty("facets").EnumerateArray()
            .SelectMany(one => one.GetProperty("values").EnumerateArray()).First(value => value.GetProperty("value").GetString() == "未知");
        Assert.Equal("未识别", facet.GetProperty("label").GetString());

        foreach (var (one, other) in new[] { ("&type=未知", "&type=未识别"), ("&type=-未知", "&type=-未识别"), ("&level=未知", "&level=未识别") })
        {
            var (found, alike) = (await site.JsonAsync("/api/v1/search?q=发展" + one), await site.JsonAsync("/api/v1/search?q=发展" + other));
            Assert.True(found.GetProperty("certificate").GetProperty("mentions").GetInt64() > 0);
            Assert.Equal(found.GetProperty("hits").GetRawText(), alike.GetProperty("hits").GetRawText());
            Assert.Equal(
                found.GetProperty("certificate").GetProperty("filters").GetRawText(),
                alike.GetProperty("certificate").GetProperty("filters").GetRawText());
        }

        var (asked, alsoAsked) = (await site.JsonAsync("/api/v1/search?q=类型:未知 发展"), await site.JsonAsync("/api/v1/search?q=类型:未识别 发展"));
        Assert.Equal(asked.GetProperty("hits").GetArrayLength(), alsoAsked.GetProperty("hits").GetArrayLength());
        Assert.Contains("未识别", asked.GetProperty("certificate").GetProperty("inWords").GetString(), StringComparison.Ordinal);
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
