using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using PlanSearch.Corpus;

namespace PlanSearch.Web.Tests.Api;

public sealed class FeedApiTests : IAsyncLifetime
{
    // A sign that XML cannot say, in a text long enough that it is one all the same.
    private static readonly string Text = "清浦县国民经济和社会发展第十四个五年规划纲要\n\n第一章 发展基础\n\n发展探针词产业。\u0001控制符。\n\n"
        + string.Concat(Enumerable.Repeat("办好各项事情，", 200)) + "\n";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(settings: "WriteKeys=" + TestHost.WriteKey);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Feed_PlanAddedRewordedAndRemoved_TellsEachOnceNewestFirst()
    {
        var start = (await JsonAsync("/api/v1/feed?q=探针词")).GetProperty("_plansearch").GetProperty("generation").GetInt64();
        await WriteAsync(HttpMethod.Post, "/api/v1/plans?id=qingpu", Text);
        await WriteAsync(HttpMethod.Put, "/api/v1/plans/qingpu", Text.Replace("发展探针词", "大力发展探针词", StringComparison.Ordinal));
        var between = (await JsonAsync("/api/v1/feed?q=探针词")).GetProperty("_plansearch").GetProperty("generation").GetInt64();
        await WriteAsync(HttpMethod.Delete, "/api/v1/plans/qingpu", null);

        var all = Items(await JsonAsync("/api/v1/feed?q=探针词"));

        Assert.Equal(["removed", "changed", "added"], all.Select(KindOf));
        Assert.Equal(3, all.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(
            ["wording"], all[1].GetProperty("_plansearch").GetProperty("aspects").EnumerateArray().Select(aspect => aspect.GetString()));
        Assert.Equal(
            "原：发展【探针词】产业。控制符。\n现：大力发展【探针词】产业。控制符。",
            all[1].GetProperty("content_text").GetString()!.Replace("\u0001", "", StringComparison.Ordinal));
        Assert.Empty(Items(await JsonAsync($"/api/v1/feed?q=探针词&since={start}")));
        Assert.Equal("removed", KindOf(Assert.Single(Items(await JsonAsync($"/api/v1/feed?q=探针词&since={between}")))));
    }

    [Fact]
    public async Task Feed_MetadataCorrected_SaysWhichFieldsFromWhatToWhat()
    {
        await WriteAsync(HttpMethod.Post, "/api/v1/plans?id=qingpu", Text);
        await CorrectAsync("""{"document_number":"清政发〔2021〕7号","主管部门":"发展改革委"}""");
        await CorrectAsync("""{"document_number":"清政发〔2022〕1号","主管部门":null,"level":"市级"}""");

        var items = Items(await JsonAsync("/api/v1/feed?q=探针词"));

        Assert.Equal(["changed", "changed", "added"], items.Select(KindOf));
        Assert.Equal(
            "document_number 文号 清政发〔2021〕7号>清政发〔2022〕1号; level 层级 >市级; 主管部门 主管部门 发展改革委>",
            string.Join("; ", items[0].GetProperty("_plansearch").GetProperty("metadata").EnumerateArray().Select(field =>
                $"{field.GetProperty("key")} {field.GetProperty("name")} {field.GetProperty("before")}>{field.GetProperty("after")}")));
        Assert.EndsWith(
            "\n文号：由“清政发〔2021〕7号”改为“清政发〔2022〕1号”\n层级：由未识别改为“市级”\n主管部门：由“发展改革委”改为未识别",
            items[0].GetProperty("content_text").GetString(), StringComparison.Ordinal);
        Assert.Contains("文号：由未识别改为“清政发〔2021〕7号”", items[1].GetProperty("content_text").GetString(), StringComparison.Ordinal);
        Assert.Empty(items[2].GetProperty("_plansearch").GetProperty("metadata").EnumerateArray());
        Assert.Contains(
            "层级：由未识别改为“市级”",
            (await AtomAsync("/feed?q=探针词")).Elements(Atom + "entry").First().Element(Atom + "content")!.Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_AsAtom_IsWellFormedPagedAndLinked()
    {
        await WriteAsync(HttpMethod.Post, "/api/v1/plans?id=qingpu", Text.Replace("产业。", "产业。探针词甲。\n\n探针词乙。", StringComparison.Ordinal));
        var ids = new List<string>();
        var pages = 0;
        for (string? address = "/feed?q=探针词&size=2"; address is not null; pages++)
        {
            using var response = await _host.Client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
            Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
            var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
            Assert.All(
                feed.Elements(Atom + "entry").Append(feed),
                element => Assert.True(
                    DateTimeOffset.TryParse(element.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture, out _)));
            ids.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
            string? Link(string relation) =>
                feed.Elements(Atom + "link").FirstOrDefault(link => link.Attribute("rel")!.Value == relation)?.Attribute("href")!.Value;
            Assert.StartsWith("http://localhost/feed?q=", Link("self"), StringComparison.Ordinal);
            Assert.StartsWith("http://localhost/search?q=", Link("alternate"), StringComparison.Ordinal);
            address = Link("next");
        }

        Assert.Equal(2, pages);
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("urn:uuid:", id, StringComparison.Ordinal));
        Assert.Equal(ids, (await AtomAsync("/feed?q=探针词")).Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
    }

    [Fact]
    public async Task Feed_AskedAgain_Is304UntilAPlanChanges()
    {
        using var first = await _host.Client.GetAsync(new Uri("/feed?q=探针词", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync(first));

        await WriteAsync(HttpMethod.Post, "/api/v1/plans?id=qingpu", Text);

        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(first));
    }

    [Fact]
    public async Task Feed_GenerationThatIsNotKnown_IsRefusedWithTheRemedy()
    {
        await Problem.AssertAsync(await GetAsync("/api/v1/feed?q=探针词&since=99"), HttpStatusCode.BadRequest, "since_unknown");
        await Problem.AssertAsync(await GetAsync("/api/v1/feed?q=探针词&since=0"), HttpStatusCode.BadRequest, "since_unknown");
        await Problem.AssertAsync(await GetAsync("/feed?q=探针词&format=rss"), HttpStatusCode.BadRequest, "parameter_invalid");
        await using var forgetful = await TestHost.StartAsync(settings: ["WriteKeys=" + TestHost.WriteKey, "ChangeBytes=0"]);
        using var added = await forgetful.WriteAsync(
            HttpMethod.Post, "/api/v1/plans?id=qingpu", new StringContent(Text, null, "text/plain"));
        using var replaced = await forgetful.WriteAsync(
            HttpMethod.Put, "/api/v1/plans/qingpu", new StringContent(Text + "探针词丙。", null, "text/plain"));
        Assert.True(added.IsSuccessStatusCode && replaced.IsSuccessStatusCode);

        using var gone = await forgetful.Client.GetAsync(new Uri("/api/v1/feed?q=探针词&since=1", UriKind.Relative));

        await Problem.AssertAsync(gone, HttpStatusCode.Gone, "since_gone");
        Assert.Contains("最早可从版本3算起", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Items(await (await forgetful.Client.GetAsync(new Uri("/api/v1/feed?q=探针词&since=3", UriKind.Relative))).JsonAsync()));
    }

    [Fact]
    public async Task Feed_PlansReadByOtherRules_IsOneEntryInBothFormats()
    {
        using (var index = new CorpusOptions { IndexDirectory = _host.Collection.Index }.Store.Open())
        using (var writer = index.OpenWriter())
        using (var snapshot = index.OpenNewest()!)
        {
            // As if a program with other rules had read the first plan.
            writer.Put(snapshot.Plan(0), [.. snapshot.Texts(0).Select(text => text + "。")]);
            writer.Commit(snapshot.Manifest with { Versions = snapshot.Manifest.Versions.SetItem("parser", "0") });
        }

        await WriteAsync(HttpMethod.Post, "/api/v1/plans?id=qingpu", Text);

        var feed = await JsonAsync("/api/v1/feed?q=氢能&since=2");
        var item = Assert.Single(Items(feed), item => KindOf(item) == "rules");
        Assert.Equal("规则更新：1 份规划的文件没有变，按新的规则重新读过", item.GetProperty("title").GetString());
        Assert.Equal(
            (1, 1),
            (item.GetProperty("_plansearch").GetProperty("plans").GetInt32(),
                feed.GetProperty("_plansearch").GetProperty("counts").GetProperty("rules").GetInt32()));
        Assert.Contains("规则更新 1 次", feed.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            (await AtomAsync("/feed?q=氢能")).Elements(Atom + "entry"),
            entry => entry.Element(Atom + "title")!.Value.StartsWith("规则更新", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_OfASearch_NameItsFeedAndLeadThere()
    {
        foreach (var page in (string[])["search", "mentions"])
        {
            var html = await _host.Client.GetStringAsync(new Uri($"/{page}?q=氢能&level=市级", UriKind.Relative));

            var feed = "/feed?q=%E6%B0%A2%E8%83%BD&amp;mode=literal&amp;level=%E5%B8%82%E7%BA%A7\"";
            Assert.Contains("title=\"这一检索的变化\" href=\"" + feed, html, StringComparison.Ordinal);
            Assert.Contains("<a class=\"follow\" href=\"" + feed, html, StringComparison.Ordinal);
        }
    }

    private static List<JsonElement> Items(JsonElement feed) => [.. feed.GetProperty("items").EnumerateArray()];

    private static string KindOf(JsonElement item) => item.GetProperty("tags")[0].GetString()!;

    private Task<HttpResponseMessage> GetAsync(string address) => _host.Client.GetAsync(new Uri(address, UriKind.Relative));

    private async Task<JsonElement> JsonAsync(string address) => await (await GetAsync(address)).JsonAsync();

    private async Task<XElement> AtomAsync(string address) =>
        XDocument.Parse(await _host.Client.GetStringAsync(new Uri(address, UriKind.Relative))).Root!;

    private async Task WriteAsync(HttpMethod method, string address, string? text)
    {
        using var response = await _host.WriteAsync(method, address, text is null ? null : new StringContent(text, null, "text/plain"));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task CorrectAsync(string changes)
    {
        using var response = await _host.WriteAsync(
            HttpMethod.Patch, "/api/v1/plans/qingpu", new StringContent(changes, null, "application/json"));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> AskAgainAsync(HttpResponseMessage known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, known.RequestMessage!.RequestUri);
        request.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        using var again = await _host.Client.SendAsync(request);
        return again.StatusCode;
    }
}
