using System.Net;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class EntityTagTests(Site site)
{
    [Fact]
    public async Task Get_WithTheTagOfTheSameRequest_Is304WithoutBody()
    {
        using var first = await site.GetAsync("/api/v1/search?q=氢能");
        using var again = await AskAgainAsync("/api/v1/search?q=氢能", first);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task Get_WithTheTagOfAnotherRequest_IsAnswered()
    {
        using var first = await site.GetAsync("/api/v1/search?q=氢能");
        using var other = await AskAgainAsync("/api/v1/search?q=氢能&size=3", first);

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task Get_Fault_HasNoTag()
    {
        using var response = await site.GetAsync("/api/v1/search?q=");

        Assert.Null(response.Headers.ETag);
    }

    private async Task<HttpResponseMessage> AskAgainAsync(string address, HttpResponseMessage known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        return await site.SendAsync(request);
    }
}
