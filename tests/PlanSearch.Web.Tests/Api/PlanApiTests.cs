using System.Net;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class PlanApiTests(Site site)
{
    [Fact]
    public async Task Plans_AreAsManyAsTheStatusSays()
    {
        var status = await site.JsonAsync("/api/v1/status");
        var plans = await site.JsonAsync("/api/v1/plans");

        Assert.Equal(status.GetProperty("plans").GetInt32(), plans.GetArrayLength());
        Assert.Contains(plans.EnumerateArray(), plan => plan.GetProperty("id").GetString() == "linyi");
        Assert.Contains(plans.EnumerateArray(), plan => plan.GetProperty("id").GetString() == "hostile~00");
    }

    [Fact]
    public async Task Plan_WithQuery_MarksAsManyMentionsAsItCounts()
    {
        var plan = await site.JsonAsync("/api/v1/plans/linyi?q=氢能");

        var marks = plan.GetProperty("blocks").EnumerateArray().Sum(block => block.GetProperty("marks").GetArrayLength());
        Assert.Equal(plan.GetProperty("mentions").GetInt32(), marks);
        var search = await site.JsonAsync("/api/v1/search?q=氢能&plan=linyi");
        Assert.Equal(search.GetProperty("certificate").GetProperty("mentions").GetInt32(), marks);
    }

    [Fact]
    public async Task Outline_WithQuery_CarriesTheMentionsBelowEachHeading()
    {
        var outline = await site.JsonAsync("/api/v1/plans/linyi/outline?q=氢能");

        var nodes = outline.GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(outline.GetProperty("mentions").GetInt32(), nodes[0].GetProperty("mentions").GetInt32());
        Assert.Contains(nodes, node => node.GetProperty("heading").GetString() == "第一节 壮大氢能产业");
    }

    [Fact]
    public async Task Ledger_LeavesNoCharacterWithoutAPlace()
    {
        var ledger = await site.JsonAsync("/api/v1/plans/linyi/ledger");

        Assert.Equal(0, ledger.GetProperty("parse").GetProperty("charactersUnplaced").GetInt32());
        Assert.Equal("linyi.txt", ledger.GetProperty("file").GetString());
    }

    [Fact]
    public async Task Source_IsTheFileAsItCame()
    {
        var response = await site.GetAsync("/api/v1/plans/linyi/source");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(site.Collection.Plans, "linyi.txt")), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("linyi.txt", response.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Source_IsLinkedOnThePageOfThePlan() =>
        Assert.NotNull((await site.PageAsync("/plans/linyi")).QuerySelector("a[href='/api/v1/plans/linyi/source']"));

    [Theory]
    [InlineData("/api/v1/plans/nowhere")]
    [InlineData("/api/v1/plans/nowhere/source")]
    [InlineData("/api/v1/plans/nowhere/outline")]
    [InlineData("/api/v1/plans/nowhere/ledger")]
    public async Task Plan_Unknown_Is404(string address) =>
        await Problem.AssertAsync(await site.GetAsync(address), HttpStatusCode.NotFound, "plan_unknown");
}
