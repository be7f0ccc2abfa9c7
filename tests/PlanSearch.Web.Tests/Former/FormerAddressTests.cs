using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PlanSearch.TestSupport;

namespace PlanSearch.Web.Tests.Former;

/// <summary>Addresses of searches that a former version answered: read today, with the numbers of then.</summary>
public sealed partial class FormerAddressTests(FreshSite site) : IClassFixture<FreshSite>
{
    private const string EmbedPath = "/embed";

    /// <summary>Pages that search.</summary>
    public static TheoryData<string> Pages => [.. Addresses.Where(address => !IsOfApi(address) && !IsOfPlans(address))];

    /// <summary>What searches, page or not.</summary>
    public static TheoryData<string> Searches => [.. Addresses.Where(address => !IsOfPlans(address))];

    /// <summary>Lists of plans.</summary>
    public static TheoryData<string> Plans => [.. Addresses.Where(IsOfPlans)];

    private static IReadOnlyList<string> Addresses => FormerAnswers.Lines("search-addresses.txt");

    [Fact]
    public void Addresses_All_HaveTheirAnswer() =>
        Assert.Equal(Addresses, FormerAnswers.Each("searches.json").Select(answer => answer.GetProperty("address").GetString()));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Searching_SaysTheNumbers(string address)
    {
        var then = AnswerTo(address);
        var page = await site.PageAsync(address);

        Assert.All((string[])["plans", "records", "mentions"], name =>
            Assert.Equal(then.GetProperty(name).GetInt32(), Numbers(page.QuerySelector($"p.summary b[data-count={name}]")!).Sum()));
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Api_Searching_CountsTheSame(string address) => FormerAnswers.AssertHold(
        AnswerTo(address),
        (await ApiAsync(address)).GetProperty("certificate"),
        "mentions", "records", "plans", "plansWithout", "plansSearched", "excluded");

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Api_Searching_SaysTheSearchAsThen(string address) =>
        FormerAnswers.AssertHold(AnswerTo(address), (await ApiAsync(address)).GetProperty("certificate"), "mode", "normalForm", "filters");

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Api_Searching_FindsTheSamePlaces(string address)
    {
        var now = await ApiAsync(address);
        var found = now.TryGetProperty("hits", out var records) ? records : now.GetProperty("mentions");

        Assert.Equal(Hits(AnswerTo(address)), found.EnumerateArray().Select(hit => hit.GetProperty("permalink").GetString()!));
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Api_Searching_HasTheFacets(string address)
    {
        var (then, now) = (AnswerTo(address).GetProperty("facets").EnumerateObject().ToList(), await ApiAsync(address));
        var facets = now.TryGetProperty("facets", out var counted) ? counted.EnumerateArray().ToList() : [];

        Assert.Equal(then.Select(facet => facet.Name), facets.Select(facet => facet.GetProperty("name").GetString()!));
        Assert.All(then.Zip(facets), facet => Assert.Equal(
            facet.First.Value.EnumerateObject().Select(value => $"{FormerAnswers.Today(value.Name)} {value.Value}"),
            facet.Second.GetProperty("values").EnumerateArray()
                .Select(value => $"{value.GetProperty("value")} {value.GetProperty("mentions")}")));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Page_OfPlans_ListsThem(string address)
    {
        var page = await site.PageAsync(address);

        Assert.Equal(
            AnswerTo(address).GetProperty("plans").EnumerateArray().Select(plan => $"/plans/{plan.GetString()}"),
            page.QuerySelectorAll("tbody th[scope=row] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Permalinks_OfEveryHit_LeadToItsPlace()
    {
        var places = FormerAnswers.Each("searches.json").Where(answer => answer.TryGetProperty("hits", out _)).SelectMany(Hits)
            .Select(link => link.Split('#')).ToLookup(link => link[0], link => Uri.UnescapeDataString(link[1]));

        Assert.True(places.Count > 10);
        foreach (var page in places)
        {
            var plan = await site.PageAsync(page.Key);
            Assert.All(page, place => Assert.NotNull(plan.GetElementById(place)));
        }
    }

    private static bool IsOfApi(string address) => address.StartsWith(FormerSite.ApiPath, StringComparison.Ordinal);

    private static bool IsOfPlans(string address) => address.StartsWith("/plans?", StringComparison.Ordinal);

    private static JsonElement AnswerTo(string address) => FormerAnswers.One("searches.json", "address", address);

    // A page's answer as data: that of the route with its name.
    private Task<JsonElement> ApiAsync(string address)
    {
        var path = address.StartsWith(EmbedPath, StringComparison.Ordinal) ? address[EmbedPath.Length..] : address;
        return site.JsonAsync(IsOfApi(path) ? path : FormerSite.ApiPath + path);
    }

    private static IEnumerable<string> Hits(JsonElement answer) =>
        answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetString()!);

    // Sections, boxes and tables are said apart: 7 个章节、4 个专栏.
    private static IEnumerable<int> Numbers(IElement element) =>
        Digits().Matches(element.TextContent)
            .Select(match => int.Parse(match.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

    [GeneratedRegex("[0-9,]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
