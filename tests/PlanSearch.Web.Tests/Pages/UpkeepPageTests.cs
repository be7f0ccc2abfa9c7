using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>The forms of the plans page, sent as a browser without script sends them.</summary>
public sealed class UpkeepPageTests : IAsyncLifetime
{
    private const string Text = "清浦县国民经济和社会发展第十四个五年规划纲要\n\n第一章 发展基础\n\n探针词持续改善。\n";

    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(settings: "WriteKeys=" + TestHost.WriteKey);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Forms_FromAddingToRemoving_ChangeTheCollectionStepByStep()
    {
        await SendAsync("/plans", "add", file: Text, ("id", "qingpu"));
        Assert.Equal(1, await MentionsAsync("探针词"));

        var form = Fields(await PageAsync("/plans?edit=qingpu"));
        form["level"] = "县级";
        form["column"] = "主管部门";
        form["column.value"] = "水务局";
        await SendAsync("/plans?edit=qingpu", "correct", file: null, [.. form.Select(field => (field.Key, field.Value))]);
        Assert.Equal(1, await MentionsAsync("探针词", "&level=县级&主管部门=水务局"));
        Assert.Equal("level: 县级 主管部门: 水务局", Sidecar());

        await SendAsync("/plans?edit=qingpu", "replace", file: Text.Replace("探针词", "探针词与探针词", StringComparison.Ordinal));
        Assert.Equal(2, await MentionsAsync("探针词", "&level=县级"));

        form = Fields(await PageAsync("/plans?edit=qingpu"));
        form["level"] = "";
        await SendAsync("/plans?edit=qingpu", "correct", file: null, [.. form.Select(field => (field.Key, field.Value))]);
        Assert.Equal("主管部门: 水务局", Sidecar());

        await SendAsync("/plans?edit=qingpu", "remove", file: null, ("sure", "true"));
        Assert.Equal(0, await MentionsAsync("探针词"));
    }

    [Theory]
    [InlineData("wrong", "add", 403, "录入密钥不对")]
    [InlineData("", "add", 403, "录入密钥不对")]
    [InlineData(TestHost.WriteKey, "add", 409, "qingpu")]
    [InlineData(TestHost.WriteKey, "correct", 400, "没有改动")]
    [InlineData(TestHost.WriteKey, "replace", 400, "没有选择文件")]
    [InlineData(TestHost.WriteKey, "remove", 400, "没有勾选")]
    [InlineData(TestHost.WriteKey, "nonsense", 400, "表单不完整")]
    public async Task Form_Refused_SaysWhyOnThePageAndChangesNothing(string key, string action, int status, string reason)
    {
        await SendAsync("/plans", "add", file: Text, ("id", "qingpu"));
        var before = await MentionsAsync("探针词");

        using var response = await PostAsync(
            action == "add" ? "/plans" : "/plans?edit=qingpu", key, action, action == "add" ? Text + Text : null, ("id", "qingpu"));
        var page = Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(reason, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await MentionsAsync("探针词"));
    }

    [Fact]
    public async Task Form_RefusedForItsValues_KeepsWhatWasTyped()
    {
        await SendAsync("/plans", "add", file: Text, ("id", "qingpu"));
        var form = Fields(await PageAsync("/plans?edit=qingpu"));
        form["issuer"] = "清浦县人民政府";
        form["column"] = "plan";
        form["column.value"] = "不行";

        using var response = await PostAsync(
            "/plans?edit=qingpu", TestHost.WriteKey, "correct", null, [.. form.Select(field => (field.Key, field.Value))]);
        var page = Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("清浦县人民政府", page.QuerySelector("input[name=issuer]")!.GetAttribute("value"));
        Assert.Equal("不行", page.QuerySelector("input[name='column.value']")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("[name=key][value]"));
    }

    [Theory]
    [InlineData("text/plain", "key=write-key&do=add")]
    [InlineData("application/x-www-form-urlencoded", "key=write-key&do=add")]
    [InlineData("multipart/form-data", "no frame")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnothing")]
    public async Task Body_ThatIsNoForm_IsRefused(string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/plans") { Content = new StringContent(body) };
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await _host.Client.SendAsync(request);

        Assert.InRange((int)response.StatusCode, 400, 403);
        Assert.NotNull(Parse(await response.Content.ReadAsStringAsync()).QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Forms_OfHostileMetadata_ShowThemAsText()
    {
        var payload = string.Concat(MarkupPayloads.All.Where(one => !one.Any(char.IsControl)));
        Assert.True(payload.Length > 1_000);
        await SendAsync("/plans", "add", file: Text, ("id", "hostile-form"));
        var form = Fields(await PageAsync("/plans?edit=hostile-form"));
        form["issuer"] = form["title"] = payload;
        form["region"] = "岚江省/" + payload.Replace("/", "", StringComparison.Ordinal);
        await SendAsync("/plans?edit=hostile-form", "correct", file: null, [.. form.Select(field => (field.Key, field.Value))]);

        var page = await PageAsync("/plans?edit=hostile-form");

        Assert.Equal(payload.Trim(), page.QuerySelector("input[name=issuer]")!.GetAttribute("value"));
        Assert.All(
            page.All,
            element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Single(page.Scripts);
        Assert.Empty(page.QuerySelectorAll("img, svg, iframe, object, embed, style, base, math, video"));
    }

    [Fact]
    public async Task Page_WithoutAWriteKey_HasNoForms()
    {
        await using var closed = await TestHost.StartAsync();
        var page = Parse(await closed.Client.GetStringAsync(new Uri("/plans?edit=linyi", UriKind.Relative)));

        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/plans")
        {
            Content = new MultipartFormDataContent { { new StringContent("add"), "do" } }
        };
        Assert.Equal(HttpStatusCode.Forbidden, (await closed.Client.SendAsync(request)).StatusCode);
    }

    private static Dictionary<string, string> Fields(IHtmlDocument page) => page.Forms
        .Single(form => form.QuerySelector("input[name=do][value=correct]") is not null)
        .Elements.Select(element => element switch
        {
            IHtmlInputElement input => (Name: input.Name ?? "", Value: input.Value ?? ""),
            IHtmlSelectElement select => (Name: select.Name ?? "", Value: select.Value ?? ""),
            _ => (Name: "", Value: ""),
        })
        .Where(field => field.Name.Length > 0 && field.Name is not ("key" or "do"))
        .ToDictionary(field => field.Name, field => field.Value);

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private async Task<IHtmlDocument> PageAsync(string address) =>
        Parse(await _host.Client.GetStringAsync(new Uri(address, UriKind.Relative)));

    // Goes where the answer sends a browser, and finds there what was done.
    private async Task SendAsync(string address, string action, string? file, params (string Name, string Value)[] fields)
    {
        using var response = await PostAsync(address, TestHost.WriteKey, action, file, fields);
        Assert.True(response.StatusCode == HttpStatusCode.SeeOther, $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        var page = await PageAsync(response.Headers.Location!.OriginalString.Split('#')[0]);
        Assert.NotEmpty(page.QuerySelector("#done")!.TextContent);
    }

    private async Task<HttpResponseMessage> PostAsync(
        string address, string key, string action, string? file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(key), "key" }, { new StringContent(action), "do" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "清浦县.txt");
        }

        return await _host.Client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    private async Task<int> MentionsAsync(string query, string filters = "")
    {
        using var response = await _host.Client.GetAsync(new Uri($"/api/v1/search?q={query}{filters}", UriKind.Relative));
        return (await response.JsonAsync()).GetProperty("certificate").GetProperty("mentions").GetInt32();
    }

    private string Sidecar() =>
        string.Join(' ', File.ReadAllLines(Path.Combine(_host.Collection.Plans, "qingpu.meta.yaml")))
            .Replace("\"", "", StringComparison.Ordinal);
}
