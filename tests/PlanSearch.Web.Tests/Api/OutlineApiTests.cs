using System.Net.Http.Json;
using System.Text.Json;

namespace PlanSearch.Web.Tests.Api;

/// <summary>Corrections and confirmations over HTTP.</summary>
public sealed class OutlineApiTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(settings: "WriteKeys=" + TestHost.WriteKey);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Correct_Line_IsInOutlineAndLedgerAndTakenBack()
    {
        var line = await LineOfAsync("营商环境持续改善");
        var changed = await PostAsync("corrections", new { line, @is = "heading", depth = 3, by = "王某" }, 200);
        Assert.Equal("linyi", changed.GetProperty("plan").GetProperty("id").GetString());

        var outline = await GetAsync("/api/v1/plans/linyi/outline");
        Assert.Contains(outline.GetProperty("nodes").EnumerateArray(), node =>
            node.GetProperty("heading").GetString()!.StartsWith("营商环境", StringComparison.Ordinal)
                && node.GetProperty("depth").GetInt32() == 3);
        var correction = Assert.Single((await GetAsync("/api/v1/plans/linyi/ledger")).GetProperty("corrections").EnumerateArray());
        Assert.Equal(("heading", line, "王某", ""), (correction.GetProperty("is").GetString(), correction.GetProperty("line").GetInt32(),
            correction.GetProperty("by").GetString(), correction.GetProperty("fault").GetString()));

        await PostAsync("corrections", new { words = correction.GetProperty("words").GetString(), occurrence = 1 }, 200);
        Assert.Empty((await GetAsync("/api/v1/plans/linyi/ledger")).GetProperty("corrections").EnumerateArray());
    }

    [Fact]
    public async Task Confirm_Outline_IsListedUntilTheFileIsReplaced()
    {
        await PostAsync("confirmations", new { part = "outline", by = "李某" }, 200);
        var plan = Assert.Single((await GetAsync("/api/v1/plans?confirmed=outline")).EnumerateArray());
        Assert.Equal("linyi", plan.GetProperty("id").GetString());

        var path = Path.Combine(_host.Collection.Plans, "linyi.txt");
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/plans/linyi");
        request.Content = new StringContent(await File.ReadAllTextAsync(path) + "\n又及。\n");
        request.Headers.Add("X-Api-Key", TestHost.WriteKey);
        using var replaced = await _host.Client.SendAsync(request);
        Assert.Equal(200, (int)replaced.StatusCode);

        Assert.Empty((await GetAsync("/api/v1/plans?confirmed=outline")).EnumerateArray());
        var confirmation = Assert.Single((await GetAsync("/api/v1/plans/linyi/outline")).GetProperty("confirmations").EnumerateArray());
        Assert.False(confirmation.GetProperty("holds").GetBoolean());
        Assert.Equal("校核之后规划原文换过", confirmation.GetProperty("lapsed").GetString());
    }

    [Theory]
    [InlineData("""{"is":"text","by":"王某"}""", 422, "line_unknown")]
    [InlineData("""{"line":1,"is":"title","by":"王某"}""", 422, "role_unknown")]
    [InlineData("""{"line":1,"is":"heading","by":"王某"}""", 422, "depth_invalid")]
    [InlineData("""{"line":1,"is":"text"}""", 422, "name_missing")]
    [InlineData("""{"line":1,"is":"box_end","by":"王某"}""", 422, "correction_unfit")]
    [InlineData("""{"line":1}""", 404, "correction_unknown")]
    public async Task Correct_ThatCannotBe_SaysWhy(string body, int status, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await SendAsync("corrections", content);

        Assert.Equal((status, code), ((int)response.StatusCode, (await response.JsonAsync()).GetProperty("code").GetString()));
    }

    private async Task<int> LineOfAsync(string words) => (await GetAsync("/api/v1/plans/linyi")).GetProperty("blocks").EnumerateArray()
        .Single(block => block.GetProperty("text").GetString()!.StartsWith(words, StringComparison.Ordinal))
        .GetProperty("place").GetProperty("line").GetInt32();

    private async Task<JsonElement> GetAsync(string address)
    {
        using var response = await _host.Client.GetAsync(new Uri(address, UriKind.Relative));
        return await response.JsonAsync();
    }

    private async Task<JsonElement> PostAsync(string what, object body, int status)
    {
        using var content = JsonContent.Create(body);
        using var response = await SendAsync(what, content);
        var json = await response.JsonAsync();
        Assert.True((int)response.StatusCode == status, json.ToString());
        return json;
    }

    private Task<HttpResponseMessage> SendAsync(string what, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/plans/linyi/{what}") { Content = content };
        request.Headers.Add("X-Api-Key", TestHost.WriteKey);
        return _host.Client.SendAsync(request);
    }
}
