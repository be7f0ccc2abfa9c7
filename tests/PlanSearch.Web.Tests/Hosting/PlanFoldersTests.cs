using System.Net;
using System.Text.Json;
using PlanSearch.Web.Tests.Api;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>Folders of plans that are gone, emptied or not there yet: by HTTP and at the start.</summary>
public sealed class PlanFoldersTests
{
    private const string Text = "清浦县国民经济和社会发展第十四个五年规划纲要\n\n第一章 发展基础\n\n探针词持续改善。\n";

    [Fact]
    public async Task Add_AfterTheFolderVanished_IsRefusedAndMakesNoFolder()
    {
        await using var host = await StartAsync();
        Directory.Move(host.Collection.Plans, host.Collection.Plans + ".away");

        await Problem.AssertAsync(await AddAsync(host), HttpStatusCode.Conflict, "root_missing");

        Assert.False(Directory.Exists(host.Collection.Plans));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "root_missing"), await ReadyAsync(host.Client));
        Assert.Equal(2, await MentionsAsync(host.Client, "莲藕"));
        Directory.Move(host.Collection.Plans + ".away", host.Collection.Plans);
        Assert.Equal((HttpStatusCode.OK, null), await ReadyAsync(host.Client));
        Assert.Equal(HttpStatusCode.Created, (await AddAsync(host)).StatusCode);
    }

    [Fact]
    public async Task Add_AndReplaceInAFolderThatWasEmptied_AreRefusedAndLetThroughOnce()
    {
        await using var host = await StartAsync();
        var plans = await PlansAsync(host.Client);
        Directory.Move(host.Collection.Plans, host.Collection.Plans + ".away");
        Directory.CreateDirectory(host.Collection.Plans);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "root_shrunk"), await ReadyAsync(host.Client));
        await Problem.AssertAsync(await AddAsync(host), HttpStatusCode.Conflict, "root_shrunk");
        Assert.Empty(Directory.EnumerateFileSystemEntries(host.Collection.Plans));
        Assert.Equal(plans, await PlansAsync(host.Client));

        File.Copy(Path.Combine(host.Collection.Plans + ".away", "jihu.txt"), Path.Combine(host.Collection.Plans, "jihu.txt"));
        await Problem.AssertAsync(
            await host.WriteAsync(HttpMethod.Put, "/api/v1/plans/jihu", new StringContent(Text)), HttpStatusCode.Conflict, "root_shrunk");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "root_shrunk"), await ReadyAsync(host.Client));
        Assert.Equal(2, await MentionsAsync(host.Client, "莲藕"));

        Assert.Equal(HttpStatusCode.Created, (await AddAsync(host, "&allowDrop=true")).StatusCode);
        Assert.Equal(2, await PlansAsync(host.Client));
        Assert.Equal((HttpStatusCode.OK, null), await ReadyAsync(host.Client));
    }

    [Fact]
    public async Task Run_FolderEmptiedAtTheStart_ServesWhatWasThereAndIsNotReady()
    {
        using var collection = new SmallCollection();
        var plans = await StartedSite.AskAsync(collection, PlansAsync);
        Directory.Delete(collection.Plans, recursive: true);
        Directory.CreateDirectory(collection.Plans);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "root_shrunk"), await StartedSite.AskAsync(collection, ReadyAsync));
        Assert.Equal(plans, await StartedSite.AskAsync(collection, PlansAsync));
        Assert.Equal(0, await StartedSite.AskAsync(collection, PlansAsync, "AllowDrop=true"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_FirstStartWithoutPlans_ServesNoPlansAndTakesTheFirst(bool isThere)
    {
        using var collection = new SmallCollection();
        Directory.Delete(collection.Plans, recursive: true);
        if (isThere)
        {
            Directory.CreateDirectory(collection.Plans);
        }

        await StartedSite.AskAsync(
            collection,
            async client =>
            {
                Assert.Equal((HttpStatusCode.OK, null), await ReadyAsync(client));
                foreach (var address in new[] { "/", "/plans" })
                {
                    var page = await client.GetStringAsync(new Uri(address, UriKind.Relative));
                    Assert.Contains("还没有规划", page, StringComparison.Ordinal);
                    Assert.Contains("PlanSearch__Plans", page, StringComparison.Ordinal);
                }

                foreach (var address in new[] { "/search?q=氢能", "/mentions?q=氢能", "/topics", "/metadata", "/feed?q=氢能" })
                {
                    using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                    Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
                }

                using var status = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/status", UriKind.Relative)));
                Assert.Contains(
                    collection.Plans,
                    status.RootElement.GetProperty(isThere ? "warnings" : "failures")[0].ToString(),
                    StringComparison.Ordinal);

                using var form = new MultipartFormDataContent
                {
                    { new StringContent(
                        "add"), "do" }, { new StringContent(TestHost.WriteKey), "key" }, { new StringContent(Text), "file", "清浦县.txt" },
                };
                using var sent = await client.PostAsync(new Uri("/plans", UriKind.Relative), form);
                Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
                Assert.Equal(1, await MentionsAsync(client, "探针词"));
                return true;
            },
            "WriteKeys=" + TestHost.WriteKey);
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(settings: "WriteKeys=" + TestHost.WriteKey);

    private static Task<HttpResponseMessage> AddAsync(TestHost host, string more = "") =>
        host.WriteAsync(HttpMethod.Post, "/api/v1/plans?id=qingpu" + more, new StringContent(Text));

    private static async Task<(HttpStatusCode Status, string? Reason)> ReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (answer.StatusCode, (await answer.JsonAsync()).TryGetProperty("reason", out var reason) ? reason.GetString() : null);
    }

    private static async Task<int> PlansAsync(HttpClient client) =>
        (await CertainAsync(client, "/api/v1/status")).GetProperty("plans").GetInt32();

    private static async Task<int> MentionsAsync(HttpClient client, string query) =>
        (await CertainAsync(client, "/api/v1/search?q=" + Uri.EscapeDataString(query)))
            .GetProperty("certificate")
            .GetProperty("mentions")
            .GetInt32();

    private static async Task<JsonElement> CertainAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
