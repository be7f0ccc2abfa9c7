using System.Net;

namespace PlanSearch.Web.Tests.Hosting;

[Collection(SiteTests.Name)]
public sealed class HeadRequestsTests(Site site)
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/search?q=氢能", HttpStatusCode.OK)]
    [InlineData("/api/v1/plans", HttpStatusCode.OK)]
    [InlineData("/assets/frame.css", HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    public async Task Head_AnyAddress_HasTheHeadOfGetAndNoBody(string address, HttpStatusCode status)
    {
        using var got = await site.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await site.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(got.Content.Headers.ContentType, response.Content.Headers.ContentType);
        Assert.Equal(got.Headers.ETag, response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }
}
