using PlanSearch.Answers.Citations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Tests.Citations;

public sealed class PlanPermalinkTests
{
    public static TheoryData<string, string, int?, string> Links => new()
    {
        // plan          query          offset  link
        { "a~b",         "5G",          7,      "/plans/a~b?q=5G#x1.7" },
        { "a~b",         "",            null,   "/plans/a~b#x1" },
        { "规划 一#?",    "a&b=c #d+e",  0,      "/plans/%E8%A7%84%E5%88%92%20%E4%B8%80%23%3F?q=a%26b%3Dc%20%23d%2Be#x1.0" },
        { "../x",        "\"<b>\"",     null,   "/plans/..%2Fx?q=%22%3Cb%3E%22#x1" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public void To_AnyPlanAndQuery_IsEncoded(string plan, string query, int? offset, string link) =>
        Assert.Equal(link, PlanPermalink.To(plan, new SearchRequest { Query = query }, "x1", offset));

    [Fact]
    public void To_RequestThatSaysHowItIsRead_KeepsIt()
    {
        var request = new SearchRequest { Query = "a", Mode = QueryMode.Expression, Exact = true };

        Assert.Equal("/plans/p?q=a&mode=expression&exact=true#x", PlanPermalink.To("p", request, "x", null));
    }
}
