using Microsoft.AspNetCore.TestHost;

namespace PlanSearch.Web.Tests.Hosting;

public sealed class WebHostTests
{
    private static string Nowhere => Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Theory]
    [InlineData("/guihua/help")] // the proxy passes the address on as it came
    [InlineData("/help")]        // the proxy has taken the path off
    public async Task Page_UnderAPath_LinksUnderThatPathOnly(string address)
    {
        await using var app = WebHost.Build(
            [$"--PlanSearch:IndexDirectory={Nowhere}", "--PlanSearch:PathBase=/guihua", "--PlanSearch:FrameAncestors='self' "
                + "https://portal.example"],
            builder => builder.WebHost.UseTestServer());
        await app.StartAsync();
        using var client = app.GetTestClient();

        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));

        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("href=\"/guihua/plans\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/help", html, StringComparison.Ordinal);
        Assert.Contains(
            "frame-ancestors 'self' https://portal.example",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 503)]
    [InlineData("/api/v1/status", 503)]
    [InlineData("/search?q=a", 503)]
    [InlineData("/help", 200)]
    public async Task Answer_WithoutAnIndex_SaysSo(string address, int status)
    {
        await using var app = WebHost.Build([$"--PlanSearch:IndexDirectory={Nowhere}"], builder => builder.WebHost.UseTestServer());
        await app.StartAsync();
        using var client = app.GetTestClient();

        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(status, (int)response.StatusCode);
    }
}
