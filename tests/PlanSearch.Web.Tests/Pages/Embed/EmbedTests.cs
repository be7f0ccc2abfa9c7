using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace PlanSearch.Web.Tests.Pages.Embed;

/// <summary>What other sites load, copy and show.</summary>
[Collection(SiteTests.Name)]
public sealed class EmbedTests(Site site)
{
    private const int MostBytes = 30 * 1024;
    private static readonly XNamespace Ns = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task Script_IsOneSmallFileWithItsStyleInIt()
    {
        using var response = await site.GetAsync("/embed/plan-search.js");
        var script = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(script), 1, MostBytes);
        Assert.Contains(":host([theme=", script, StringComparison.Ordinal);
        Assert.DoesNotContain("@style", script, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/embed/plan-search.js");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await site.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Demo_EverySnippet_HasTheAddressOfTheSettings()
    {
        await using var host = await TestHost.StartAsync(settings: "PublicUrl=https://portal.example/guihua");
        var page = new HtmlParser().ParseDocument(await host.Client.GetStringAsync(new Uri("/guihua/embed/demo", UriKind.Relative)));

        var snippets = page.QuerySelectorAll("pre code").Select(code => code.TextContent).ToList();
        Assert.Equal(4, snippets.Count);
        Assert.All(
            snippets,
            snippet => Assert.Contains(
                "\"https://portal.example/guihua/",
                snippet.Replace(
                    "endpoint=\"https://portal.example/guihua\"", "\"https://portal.example/guihua/\"", StringComparison.Ordinal),
                StringComparison.Ordinal));
        Assert.All(snippets, snippet => Assert.DoesNotContain("localhost", snippet, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("component")]
    [InlineData("frame")]
    [InlineData("form")]
    [InlineData("opensearch")]
    public async Task Sample_IsTheSnippetItself(string name)
    {
        var snippet = (await site.PageAsync("/embed/demo")).QuerySelector($"section[aria-labelledby={name}] pre code")!.TextContent;
        var sample = await site.TextAsync("/embed/demo/" + name);

        Assert.Contains(snippet, sample, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/embed/demo/nothing")).StatusCode);
    }

    [Fact]
    public async Task Frame_SameParameters_HaveTheNumbersAndMarksOfTheSearch()
    {
        var page = await site.PageAsync("/embed/search?q=氢能&part=专栏&size=2&theme=dark&color=0b5cab");
        var answer = await site.JsonAsync("/api/v1/search?q=氢能&part=专栏&size=2");

        Assert.Equal(
            $"{answer.GetProperty("certificate").GetProperty("mentions")}", page.QuerySelector("b[data-count=mentions]")!.TextContent);
        Assert.Equal(answer.GetProperty("hits").GetArrayLength(), page.QuerySelectorAll("article.hit").Length);
        Assert.NotEmpty(page.QuerySelectorAll("article.hit mark"));
        Assert.Equal("dark", page.DocumentElement.GetAttribute("class"));
        Assert.Contains(page.QuerySelectorAll("link[rel=stylesheet]"), link => link.GetAttribute("href") == "/embed/color/0b5cab.css");
        Assert.All(
            (string[])["part", "size", "theme", "color"], name => Assert.NotNull(page.QuerySelector($"form.search input[name={name}]")));
        Assert.Equal("_blank", page.QuerySelector("base")!.GetAttribute("target"));
    }

    // What a frame is told must not change how the reader's own pages look.
    [Fact]
    public async Task Frame_Theme_IsNotKept()
    {
        using var response = await site.GetAsync("/embed/search?theme=dark&lang=en");

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("0b5cab", "#ffffff")]
    [InlineData("FFCC00", "#000000")]
    public async Task Color_AnyColor_HasLettersThatCanBeRead(string digits, string letters)
    {
        var style = await site.TextAsync($"/embed/color/{digits}.css");

        Assert.Contains($"--embed-accent: #{digits.ToLowerInvariant()}; --embed-letters: {letters}", style, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("12345")]
    [InlineData("000000%7D%20a%7B")]
    public async Task Color_NoColor_IsNoStyle(string digits) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/embed/color/{digits}.css")).StatusCode);

    [Fact]
    public async Task Frame_Ancestors_AreThoseOfTheSettingAndThePagesOwnSite()
    {
        await using var host = await TestHost.StartAsync(settings: "FrameAncestors=https://portal.example");

        Assert.EndsWith(
            "frame-ancestors 'self' https://portal.example", await PolicyAsync(host.Client, "/embed/search"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors https://portal.example", await PolicyAsync(host.Client, "/search?q=氢能"), StringComparison.Ordinal);
        using var unset = await site.GetAsync("/embed/search");
        Assert.EndsWith(
            "frame-ancestors 'self'", Assert.Single(unset.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        static async Task<string> PolicyAsync(HttpClient client, string address)
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            return Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        }
    }

    [Fact]
    public async Task OpenSearch_Description_IsNamedOnEveryPageAndNamesAddressesThatAnswer()
    {
        foreach (var address in (string[])["/", "/search?q=氢能", "/plans/linyi", "/help", "/nothing-here", "/embed/search", "/embed/demo"])
        {
            var link = (await site.PageAsync(address)).QuerySelector("link[rel=search]")!;
            Assert.Equal(
                ("application/opensearchdescription+xml", "/opensearch/description.xml"),
                (link.GetAttribute("type"), link.GetAttribute("href")));
        }

        using var response = await site.GetAsync("/opensearch/description.xml");
        Assert.Equal("application/opensearchdescription+xml", response.Content.Headers.ContentType?.MediaType);
        var description = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        Assert.InRange(description.Element(Ns + "ShortName")!.Value.Length, 1, 16);
        foreach (var url in description.Elements(Ns + "Url"))
        {
            using var answer = await site.GetAsync(
                new Uri(
                    url.Attribute("template")!.Value.Replace(
                        "{searchTerms}", Uri.EscapeDataString("营商"), StringComparison.Ordinal)).PathAndQuery);
            Assert.Equal(
                (HttpStatusCode.OK, url.Attribute("type")!.Value), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task OpenSearch_Suggestions_AreFourListsOfOneLength()
    {
        using var response = await site.GetAsync("/opensearch/suggest?q=壮大");
        var answer = await response.JsonAsync();

        Assert.Equal("application/x-suggestions+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("壮大", answer[0].GetString());
        Assert.Contains("壮大氢能产业", answer[1].EnumerateArray().Select(one => one.GetString()));
        Assert.All((int[])[2, 3], list => Assert.Equal(answer[1].GetArrayLength(), answer[list].GetArrayLength()));
        Assert.StartsWith("http://localhost/search?q=", answer[3][0].GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await site.JsonAsync("/opensearch/suggest?q=" + new string('甲', 3_000)))[1].GetArrayLength());
    }
}
