using System.Net;
using System.Text;
using System.Text.Json;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class MentionsApiTests(Site site)
{
    [Fact]
    public async Task Mentions_AsJson_ArePagedAndCountedLikeTheSearch()
    {
        var total = (await site.JsonAsync("/api/v1/search?q=氢能")).GetProperty("certificate").GetProperty("mentions").GetInt32();
        var rows = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await site.JsonAsync("/api/v1/mentions?q=氢能&size=3&cursor=" + Uri.EscapeDataString(cursor));
            Assert.Equal(total, page.GetProperty("certificate").GetProperty("mentions").GetInt32());
            rows.AddRange(page.GetProperty("mentions").EnumerateArray().Select(row => row.ToString()));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.Equal(total, rows.Count);
        Assert.Equal(total, rows.Distinct().Count());
    }

    [Fact]
    public async Task Mentions_AsJson_SayTheirPlaceAsTheCitationDoes()
    {
        var page = await site.JsonAsync("/api/v1/mentions?q=氢能&size=50");

        Assert.True(page.GetProperty("mentions").GetArrayLength() > 3);
        Assert.All(page.GetProperty("mentions").EnumerateArray(), row =>
            Assert.EndsWith(
                "》" + row.GetProperty("inPlan").GetString(), row.GetProperty("citation").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("date", HttpStatusCode.OK)]
    [InlineData("title", HttpStatusCode.OK)]
    [InlineData("name", HttpStatusCode.BadRequest)]
    public async Task Search_SortedByDateOrTitle_IsAnswered(string sort, HttpStatusCode status) =>
        Assert.Equal(status, (await site.GetAsync($"/api/v1/search?q=氢能&sort={sort}")).StatusCode);

    [Fact]
    public async Task Mentions_AsNdjson_AreOneObjectALineAndEndWithTheCertificate()
    {
        using var response = await site.GetAsync("/api/v1/mentions?q=氢能&format=ndjson&size=1");

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
        var certificate = JsonDocument.Parse(lines[^1]).RootElement.GetProperty("certificate");
        Assert.Equal(certificate.GetProperty("mentions").GetInt32(), lines.Length - 1);
        Assert.All(lines[..^1], line => Assert.Equal("氢能", JsonDocument.Parse(line).RootElement.GetProperty("hit").GetString()));
    }

    [Fact]
    public async Task Mentions_AsCsv_HaveABomAHeaderAndOneRowAMention()
    {
        using var response = await site.GetAsync("/api/v1/mentions?q=营商环境&format=csv&cursor=ignored");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var total = (await site.JsonAsync("/api/v1/search?q=营商环境")).GetProperty("certificate").GetProperty("mentions").GetInt32();
        var text = Encoding.UTF8.GetString(bytes);
        Assert.True(text.Split('\n').Length > total, "a header and a row for each mention");
    }

    [Fact]
    public async Task Mentions_AsFile_AreNamedAfterTheQuery()
    {
        using var response = await site.GetAsync("/api/v1/mentions?q=氢能&format=csv");

        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Contains("氢能", disposition.FileNameStar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentions_ByBody_GiveTheSameRows()
    {
        using var posted = await site.PostAsync("/api/v1/mentions", new { q = "氢能", format = "ndjson" });
        var byAddress = await site.TextAsync("/api/v1/mentions?q=氢能&format=ndjson");

        Assert.Equal(RowsOf(byAddress), RowsOf(await posted.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/api/v1/mentions?q=氢能&format=pdf", "parameter_invalid")]
    [InlineData("/api/v1/mentions?format=csv", "query_empty")]
    public async Task Mentions_RequestThatMakesNoSense_Is400WithItsCode(string address, string code) =>
        await Problem.AssertAsync(await site.GetAsync(address), HttpStatusCode.BadRequest, code);

    // The certificate carries the time.
    private static string[] RowsOf(string ndjson) => ndjson.TrimEnd('\n').Split('\n')[..^1];
}
