using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>The forms of the ledger page that correct a line and confirm a part, sent as a browser without script sends them.</summary>
public sealed class OutlineByHandTests : IAsyncLifetime
{
    private const string Ledger = "/plans/linyi/ledger";

    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(settings: "WriteKeys=" + TestHost.WriteKey);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private string Beside => Path.Combine(_host.Collection.Plans, "linyi.outline.yaml");

    [Fact]
    public async Task Forms_FromReadingPageToCorrectionAndBack_ChangeTheOutline()
    {
        // The number of a line on the reading page leads to the form.
        var reading = await PageAsync("/plans/linyi?lines=1");
        var link = reading.QuerySelectorAll(".line a")
            .First(link => link.Parent!.ParentElement!.TextContent.StartsWith("营商环境", StringComparison.Ordinal));
        var address = link.GetAttribute("href")!.Split('#')[0];
        var form = await PageAsync(address);
        Assert.StartsWith("营商环境持续改善", form.QuerySelector("#correct li[aria-current] strong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("段落", form.QuerySelector("#correct li[aria-current] .hint")!.TextContent, StringComparison.Ordinal);
        var line = form.QuerySelector("#correct input[name=line]")!.GetAttribute("value")!;

        var done = await SendAsync(address, "line", ("line", line), ("is", "heading 3"), ("by", "王某"));
        Assert.Contains("标题（第 3 级）", done.QuerySelector("#by-hand tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("王某", done.QuerySelector("#by-hand tbody")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("营商环境", (await PageAsync("/plans/linyi")).QuerySelector("h4.heading")!.TextContent, StringComparison.Ordinal);

        await SendAsync(Ledger, "undo", ("correction", done.QuerySelector("input[name=correction]")!.GetAttribute("value")!));
        Assert.False(File.Exists(Beside));
        Assert.Empty((await PageAsync("/plans/linyi")).QuerySelectorAll("h4.heading"));
    }

    [Fact]
    public async Task Forms_Confirmation_ShowsInTheListAndItsFilter()
    {
        await SendAsync(Ledger, "confirm", ("part", "outline"), ("by", "李某"));

        var row = Row(await PageAsync("/plans"), "linyi");
        Assert.Contains("已校核", row, StringComparison.Ordinal);
        var narrowed = await PageAsync("/plans?confirmed=outline");
        Assert.Single(narrowed.QuerySelectorAll("table.plans tbody tr"));
        Assert.Empty((await PageAsync("/plans?confirmed=tables")).QuerySelectorAll("table.plans tbody tr"));

        _host.Collection.Write("linyi.meta.yaml", "title: 临漪市纲要\n");
        await SendAsync(Ledger, "confirm", ("part", "metadata"), ("by", "李某"));
        await SendAsync(Ledger, "confirm", ("part", "outline"), ("by", ""), ("withdraw", "true"));
        Assert.Empty((await PageAsync("/plans?confirmed=outline")).QuerySelectorAll("table.plans tbody tr"));
    }

    [Theory]
    [InlineData("wrong", "line", "item", "王某", 403, "录入密钥不对")]
    [InlineData(TestHost.WriteKey, "line", "item", "", 422, "请填写姓名")]
    [InlineData(TestHost.WriteKey, "line", "", "王某", 400, "没有选这一行是什么")]
    [InlineData(TestHost.WriteKey, "undo", "", "", 400, "没有选要撤销的校正")]
    [InlineData(TestHost.WriteKey, "confirm", "", "王某", 400, "没有选校核的是什么")]
    [InlineData(TestHost.WriteKey, "nonsense", "", "王某", 400, "表单不完整")]
    public async Task Form_Refused_SaysWhyKeepsWhatWasTypedAndChangesNothing(
        string key, string action, string role, string by, int status, string reason)
    {
        using var response = await PostAsync(Ledger + "?line=5", key, action, ("line", "5"), ("is", role), ("by", by));
        var page = Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(reason, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(by, page.QuerySelector("#correct input[name=by]")!.GetAttribute("value") ?? "");
        Assert.Null(page.QuerySelector("#correct input[name=key]")!.GetAttribute("value"));
        Assert.False(File.Exists(Beside));
    }

    [Fact]
    public async Task Page_WithoutAWriteKey_ShowsWhatThereIsAndNoForm()
    {
        await SendAsync(Ledger, "confirm", ("part", "outline"), ("by", "李某"));
        await using var closed = await TestHost.StartAsync();
        File.Copy(Beside, Path.Combine(closed.Collection.Plans, "linyi.outline.yaml"));

        var page = Parse(await closed.Client.GetStringAsync(new Uri(Ledger + "?line=5", UriKind.Relative)));

        Assert.NotNull(page.QuerySelector("#by-hand"));
        Assert.Null(page.QuerySelector("#correct"));
        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
        Assert.Empty(
            Parse(await closed.Client.GetStringAsync(new Uri("/plans/linyi?lines=1", UriKind.Relative))).QuerySelectorAll(".line a"));
    }

    [Fact]
    public async Task Page_LineThatIsNone_SaysSo()
    {
        var page = await PageAsync(Ledger + "?line=9999");

        Assert.Contains("没有第 9999 行", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#correct"));
    }

    private static string Row(IHtmlDocument page, string plan) =>
        page.QuerySelectorAll("table.plans tbody tr")
            .Single(row => row.QuerySelector("th a")!.GetAttribute("href")!.EndsWith("/" + plan, StringComparison.Ordinal)).TextContent;

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private async Task<IHtmlDocument> PageAsync(string address) =>
        Parse(await _host.Client.GetStringAsync(new Uri(address, UriKind.Relative)));

    // Goes where the answer sends a browser, and finds there that it was done.
    private async Task<IHtmlDocument> SendAsync(string address, string action, params (string Name, string Value)[] fields)
    {
        using var response = await PostAsync(address, TestHost.WriteKey, action, fields);
        Assert.True(response.StatusCode == HttpStatusCode.SeeOther, $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        var page = await PageAsync(response.Headers.Location!.OriginalString.Split('#')[0]);
        Assert.NotEmpty(page.QuerySelector("#done")!.TextContent);
        return page;
    }

    private async Task<HttpResponseMessage> PostAsync(
        string address, string key, string action, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(key), "key" }, { new StringContent(action), "do" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return await _host.Client.PostAsync(new Uri(address, UriKind.Relative), form);
    }
}
