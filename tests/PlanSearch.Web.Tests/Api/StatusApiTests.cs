using System.Net;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class StatusApiTests(Site site)
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_WithOpenIndex_Is200(string address, string state)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(state, (await response.JsonAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Status_NamesTheFileThatFailed()
    {
        var failures = (await site.JsonAsync("/api/v1/status")).GetProperty("failures").EnumerateArray();

        Assert.Equal("broken.pdf", Assert.Single(failures).GetProperty("file").GetString());
    }

    [Fact]
    public async Task UnknownPathOfTheApi_Is404AsProblem() =>
        await Problem.AssertAsync(await site.GetAsync("/api/v1/nothing"), HttpStatusCode.NotFound, "not_found");

    [Fact]
    public async Task MethodThatIsNotTaken_Is405AsProblem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/search");

        await Problem.AssertAsync(await site.SendAsync(request), HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }

    [Fact]
    public async Task BodyThatIsNoJson_Is400AsProblem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/search")
        {
            Content = new StringContent("{", null, "application/json"),
        };

        await Problem.AssertAsync(await site.SendAsync(request), HttpStatusCode.BadRequest, "parameter_invalid");
    }

    [Fact]
    public async Task Description_IsOpenApi31AndNamesEveryRoute()
    {
        var description = await site.JsonAsync("/openapi/v1.json");

        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        string[] expected =
        [
            "/api/v1/search", "/api/v1/mentions", "/api/v1/plans", "/api/v1/plans/{id}", "/api/v1/plans/{id}/outline", "/api/v1/plans/{id}/blocks",
            "/api/v1/plans/{id}/source", "/api/v1/plans/{id}/ledger", "/api/v1/status", "/api/v1/limits", "/api/v1/suggest", "/api/v1/topics",
            "/health/live", "/health/ready", "/metrics",
        ];
        Assert.Subset(description.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet(), expected.ToHashSet());
    }
}
