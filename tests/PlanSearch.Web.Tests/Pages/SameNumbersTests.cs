using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PlanSearch.Web.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed partial class SameNumbersTests(Site site)
{
    [Theory]
    [InlineData("q=氢能")]
    [InlineData("q=营商环境")]
    [InlineData("q=氢能&part=专栏")]
    [InlineData("q=氢能&part=-专栏&part=-标题")]
    [InlineData("q=氢能 储能&mode=expression")]
    [InlineData("q=没有这个词的")]
    public async Task Page_SaysTheNumbersOfTheApi(string query)
    {
        var answer = await site.JsonAsync("/api/v1/search?" + query);
        var page = await site.PageAsync("/search?" + query);

        var certificate = answer.GetProperty("certificate");
        // Of what is found nowhere it says only where it was looked for.
        string[] counts = certificate.GetProperty("mentions").GetInt32() == 0 ? ["plansSearched"] : ["plans", "records", "mentions"];
        Assert.All(counts, name =>
            Assert.Equal(certificate.GetProperty(name).GetInt32(), Numbers(page.QuerySelector($"p.summary b[data-count={name}]")!).Sum()));
        Assert.Equal(
            answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("mentions").GetInt32()),
            page.QuerySelectorAll("article.hit h3 small").Select(Number));
        var facets = answer.GetProperty("facets").EnumerateArray().Where(facet => facet.GetProperty("name").GetString() != "plan").ToList();
        Assert.Equal(
            facets.Where(facet => facet.GetProperty("values").GetArrayLength() > 0).Select(facet => facet.GetProperty("name").GetString()),
            page.QuerySelectorAll(".facet button[name=open]").Select(button => button.GetAttribute("value")));
        foreach (var facet in facets)
        {
            // The page of a search has the first values; that of a facet has all.
            var whole = await site.PageAsync($"/search?{query}&open={facet.GetProperty("name").GetString()}");
            Assert.Equal(
                facet.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("mentions").GetInt32()),
                whole.QuerySelectorAll(".facet[tabindex] b").Select(Number));
        }
    }

    [Fact]
    public async Task Page_WrongCharacter_LinksToWhatMayHaveBeenMeant()
    {
        var offer = Assert.Single((await site.JsonAsync("/api/v1/search?q=营商环镜")).GetProperty("spelling").EnumerateArray());
        var link = Assert.Single((await site.PageAsync("/search?q=营商环镜&part=标题")).QuerySelectorAll("p.meant a"));
        var meant = await site.JsonAsync("/api/v1" + link.GetAttribute("href"));

        Assert.Equal("营商环境", offer.GetProperty("text").GetString());
        Assert.Equal(
            [("营商环镜", "营商环境")],
            offer.GetProperty("changes")
                .EnumerateArray()
                .Select(change => (change.GetProperty("from").GetString(), change.GetProperty("to").GetString())));
        Assert.Equal("营商环境", meant.GetProperty("certificate").GetProperty("query").GetString());
        Assert.Equal(meant.GetProperty("certificate").GetProperty("mentions").GetInt32(), Number(link.QuerySelector(".count")!));
        Assert.True(offer.GetProperty("mentions").GetInt32() > Number(link.QuerySelector(".count")!));
        Assert.Empty((await site.PageAsync("/search?q=营商环境")).QuerySelectorAll("p.meant"));
    }

    [Fact]
    public async Task ReadingPage_MarksWhatTheSearchCounts()
    {
        var mentions = (await site.JsonAsync("/api/v1/search?q=氢能&plan=linyi"))
            .GetProperty("certificate")
            .GetProperty("mentions")
            .GetInt32();
        var page = await site.PageAsync("/plans/linyi?q=氢能");

        Assert.Equal(mentions, page.QuerySelectorAll(".plan-text mark").Length);
        Assert.All(page.QuerySelectorAll(".plan-text mark"), mark => Assert.Equal("氢能", mark.TextContent));
    }

    [Fact]
    public async Task MentionsPages_ListEveryMentionOnce()
    {
        var mentions = (await site.JsonAsync("/api/v1/search?q=氢能")).GetProperty("certificate").GetProperty("mentions").GetInt32();
        var places = new List<string>();
        for (var address = "/mentions?q=氢能&size=4"; address is not null;)
        {
            var page = await site.PageAsync(address);
            places.AddRange(page.QuerySelectorAll(".kwic mark a").Select(link => link.GetAttribute("href")!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(mentions, places.Count);
        Assert.Equal(mentions, places.Distinct().Count());
    }

    [Fact]
    public async Task MarkOfAResult_LeadsToTheSameMarkInThePlan()
    {
        var page = await site.PageAsync("/search?q=氢能");

        var links = page.QuerySelectorAll("article.hit mark a");
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var address = link.GetAttribute("href")!.Split('#');
            var plan = await site.PageAsync(address[0]);
            Assert.Equal(link.TextContent, plan.GetElementById(Uri.UnescapeDataString(address[1]))?.TextContent);
        }
    }

    // Sections, boxes and tables are said apart: 63 个章节、27 个专栏.
    private static IEnumerable<int> Numbers(IElement element) =>
        Digits()
            .Matches(element.TextContent)
            .Select(match => int.Parse(match.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

    [GeneratedRegex("[0-9,]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    private static int Number(IElement element) =>
        int.Parse(
            element.TextContent.Replace("处", "", StringComparison.Ordinal).Trim(),
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture);
}
