using System.Net;
using System.Text.RegularExpressions;

namespace PlanSearch.Web.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed partial class AssetsTests(Site site)
{
    [Theory]
    [InlineData("plan-search.css", "text/css")]
    [InlineData("plan-search.js", "text/javascript")]
    [InlineData("favicon.svg", "image/svg+xml")]
    public async Task Asset_IsServedFromTheAssembly(string name, string type)
    {
        using var response = await site.GetAsync("/assets/" + name);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Style_HasNothingNewerThanChromium86AndNothingFromElsewhere() =>
        Assert.Empty(NewInStyle().Matches(await site.TextAsync("/assets/plan-search.css")).Select(match => match.Value));

    [Fact]
    public async Task Script_HasNothingNewerThanEs2019AndMakesNoMarkup() =>
        Assert.Empty(NewInScript().Matches(await site.TextAsync("/assets/plan-search.js")).Select(match => match.Value));

    [GeneratedRegex(@":has\(|:is\(|:where\(|@layer|@container|@import|@property|color-mix|aspect-ratio|accent-color|\binset:|\d(?:dvh|svh|lvh|cqw)\b|url\(|^\s+&", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NewInStyle();

    [GeneratedRegex(@"\?\.|\?\?|\|\|=|&&=|replaceAll|\.at\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bimport\b|https?:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NewInScript();
}
