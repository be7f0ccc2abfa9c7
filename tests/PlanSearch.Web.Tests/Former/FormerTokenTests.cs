using System.Net;
using System.Text.Json;
using PlanSearch.TestSupport;

namespace PlanSearch.Web.Tests.Former;

/// <summary>Scope tokens that a former version signed: they open today what they opened then.</summary>
public sealed class FormerTokenTests(FreshSite site) : IClassFixture<FreshSite>
{
    private const string Search = "/search?q=氢能";

    /// <summary>Places in the list of tokens.</summary>
    public static TheoryData<int> Tokens => [.. Enumerable.Range(0, FormerAnswers.Lines("token.txt").Count)];

    [Fact]
    public void Tokens_All_HaveTheirAnswer() =>
        Assert.Equal(FormerAnswers.Lines("token.txt").Count, FormerAnswers.Each("tokens.json").Count);

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Token_InThePath_CountsWhatItOpens(int place) => FormerAnswers.AssertHold(
        Then(place),
        (await AskAsync(place, Search)).GetProperty("certificate"),
        "mentions", "records", "plans", "plansSearched", "excluded");

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Token_InThePath_ListsItsPlans(int place) => Assert.Equal(
        Then(place).GetProperty("ids").EnumerateArray().Select(id => id.GetString()),
        (await AskAsync(place, "/plans")).EnumerateArray().Select(plan => plan.GetProperty("id").GetString()));

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Token_InThePath_SaysItsScopeAsThen(int place) =>
        FormerAnswers.AssertHold(Then(place), (await AskAsync(place, Search)).GetProperty("certificate"), "scope");

    [Fact]
    public async Task Reading_WithoutToken_IsClosed()
    {
        using var response = await site.GetAsync(FormerSite.ApiPath + Search, isOpen: true);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static JsonElement Then(int place) => FormerAnswers.Each("tokens.json")[place];

    private Task<JsonElement> AskAsync(int place, string route) =>
        site.JsonAsync($"/s/{FormerAnswers.Lines("token.txt")[place]}{FormerSite.ApiPath}{route}", isOpen: true);
}
