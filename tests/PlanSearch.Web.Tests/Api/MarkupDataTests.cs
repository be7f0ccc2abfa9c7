using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace PlanSearch.Web.Tests.Api;

/// <summary>Markup in names, metadata, texts and queries comes back from the API as it went in: as data.</summary>
public sealed class MarkupDataTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync(withIndex: false, "WriteKeys=" + TestHost.WriteKey);
        for (var at = 0; at < MarkupPayloads.Many.Count; at++)
        {
            // A file name cannot hold "/".
            _host.Collection.Write(
                $"{Number(at)}{MarkupPayloads.Many[at].Replace('/', '|')}.txt",
                $"某县规划\n\n第一章 总则\n\n前文{MarkupPayloads.Many[at]}后文{Number(at)}。\n");
        }

        using var added = await _host.WriteAsync(HttpMethod.Post, "/api/v1/plans?id=last", new StringContent("某县规划\n\n第一章 总则\n\n正文。\n"));
        added.EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task FileName_WithMarkup_IsTheIdAsItStands()
    {
        var ids = (await JsonAsync("/api/v1/plans")).EnumerateArray().Select(plan => plan.GetProperty("id").GetString()!).ToHashSet();

        for (var at = 0; at < MarkupPayloads.Many.Count; at++)
        {
            var id = Number(at) + MarkupPayloads.Many[at].Replace('/', '|');
            Assert.Contains(ids, known => known == id || id.StartsWith(known, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task QueryAndText_WithMarkup_ComeBackUnaltered()
    {
        for (var at = 0; at < MarkupPayloads.Many.Count; at++)
        {
            var payload = MarkupPayloads.Many[at];
            var query = payload + "后文" + Number(at);
            using var response = await _host.Client.GetAsync(
                new Uri($"/api/v1/mentions?mode=literal&exact=true&q={Uri.EscapeDataString(query)}", UriKind.Relative));

            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            var answer = await response.JsonAsync();
            Assert.Equal(query, answer.GetProperty("certificate").GetProperty("query").GetString());
            var mention = Assert.Single(answer.GetProperty("mentions").EnumerateArray());
            Assert.Equal(query, mention.GetProperty("hit").GetString());
        }
    }

    [Fact]
    public async Task Metadata_WithMarkup_ComesBackUnaltered()
    {
        var columns = MarkupPayloads.Many.Select((payload, at) => (name: "栏" + Number(at), payload))
            .ToDictionary(pair => pair.name, pair => pair.payload);
        using var content = new StringContent(JsonSerializer.Serialize(columns), Encoding.UTF8, "application/json");
        using var response = await _host.WriteAsync(HttpMethod.Patch, "/api/v1/plans/last", content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var extra = (await JsonAsync("/api/v1/plans/last/ledger")).GetProperty("metadata").GetProperty("extra");
        Assert.All(columns, column => Assert.Equal(column.Value, extra.GetProperty(column.Key).GetString()));
    }

    private async Task<JsonElement> JsonAsync(string address) =>
        await (await _host.Client.GetAsync(new Uri(address, UriKind.Relative))).JsonAsync();

    private static string Number(int at) => at.ToString("D3", CultureInfo.InvariantCulture);
}
