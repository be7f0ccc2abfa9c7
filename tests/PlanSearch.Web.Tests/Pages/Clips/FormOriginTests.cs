using System.Net;
using AngleSharp.Html.Parser;

namespace PlanSearch.Web.Tests.Pages.Clips;

/// <summary>Forms that would change the folder a browser keeps, sent from pages of this site and of others.</summary>
public sealed class FormOriginTests
{
    private static readonly KeyValuePair<string, string>[] Clear = [new("do", "clear"), new("own", "true"), new("folder", "")];

    [Theory]
    [InlineData("same-origin", "http://localhost", true)]
    [InlineData("none", null, true)]
    [InlineData(null, "http://localhost", true)]
    [InlineData(null, "HTTP://LOCALHOST", true)]
    [InlineData(null, null, false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "http://localhost.evil.example", false)]
    [InlineData("cross-site", "https://evil.example", false)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", "https://other.portal.example", false)]
    [InlineData("cross-site", "https://portal.example", true)]
    [InlineData(null, "https://portal.example", true)]
    [InlineData("cross-site", "http://portal.example", false)]
    [InlineData("cross-site", "https://portal.example.evil.example", false)]
    [InlineData("cross-site", "https://a.partner.example", true)]
    [InlineData("cross-site", "https://partner.example", false)]
    public async Task Form_OfAPage_IsTakenWhereThatPageMayShowTheSite(string? site, string? origin, bool isTaken)
    {
        await using var host = await TestHost.StartAsync(
            settings: "FrameAncestors='self' https://portal.example https://*.partner.example");

        using var response = await PostAsync(host, Clear, site, origin);

        Assert.Equal(isTaken ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(
            isTaken,
            response.Headers.TryGetValues("Set-Cookie", out var cookies)
                && cookies.Any(cookie => cookie.StartsWith("plansearch-clips=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Form_OfAnotherPage_IsRefusedWhereNobodyMayShowTheSite()
    {
        await using var host = await TestHost.StartAsync();

        using var response = await PostAsync(host, Clear, "cross-site", "https://portal.example");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("不是从本站的网页发来的", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=氢能", "form.picks")]
    [InlineData("/mentions?q=氢能", "form.picks")]
    [InlineData("/plans/linyi?q=氢能", "form.picks")]
    [InlineData("/clips", "form.upkeep")]
    public async Task Form_OfABrowserThatSaysNothing_ShowsTheWordThatTheBrowserWasGiven(string address, string form)
    {
        await using var host = await TestHost.StartAsync();
        using var page = await host.Client.GetAsync(new Uri(address, UriKind.Relative));
        var cookie = page.Headers.GetValues("Set-Cookie")
            .Single(each => each.StartsWith("plansearch-form=", StringComparison.Ordinal))
            .Split(';')[0];
        var word = new HtmlParser()
            .ParseDocument(await page.Content.ReadAsStringAsync())
            .QuerySelector($"{form} input[name=token]")!.GetAttribute("value")!;

        using var own = await PostAsync(host, [.. Clear, new("token", word)], cookie: cookie);
        using var another = await PostAsync(host, [.. Clear, new("token", new string('0', word.Length))], cookie: cookie);
        using var withoutCookie = await PostAsync(host, [.. Clear, new("token", word)]);
        using var fromElsewhere = await PostAsync(host, [.. Clear, new("token", word)], "cross-site", "https://evil.example", cookie);

        Assert.Equal(
            [HttpStatusCode.SeeOther, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            [own.StatusCode, another.StatusCode, withoutCookie.StatusCode, fromElsewhere.StatusCode]);
    }

    [Fact]
    public async Task Page_OfABrowserThatSaysWhereFormsComeFrom_GivesItNoWord()
    {
        await using var host = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=氢能");
        request.Headers.Add("Sec-Fetch-Site", "none");

        using var response = await host.Client.SendAsync(request);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("name=\"token\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        TestHost host, KeyValuePair<string, string>[] fields, string? site = null, string? origin = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/clips") { Content = new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", site), ("Origin", origin), ("Cookie", cookie) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await host.Client.SendAsync(request);
    }
}
