using System.Net;
using System.Text.Json;
using PlanSearch.Web.Tests.Api;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>
/// Files beside the plans that somebody broke before the start: searches are answered, and the fault is said where people look.
/// </summary>
public sealed class BrokenFilesTests : IDisposable
{
    private static readonly string[] Pages =
        ["/", "/search?q=氢能", "/search?q=%23氢能&mode=expression", "/mentions?q=氢能", "/topics", "/topics/氢能", "/plans", "/suggest?q=氢"];

    private readonly SmallCollection _collection = new();

    private string TopicsFile => Path.Combine(Path.GetDirectoryName(_collection.Index)!, "topics.yaml");

    [Theory]
    [InlineData("- name: 氢能\n  members: [氢")]
    [InlineData("- name: 氢能\n  words: [氢能]\n")]
    [InlineData("\u0001\u0002")]
    [InlineData("氢能: &a [*a]")]
    public async Task Run_TopicsBroken_TheProgramsOwnCountAndItIsSaid(string topics)
    {
        await File.WriteAllTextAsync(TopicsFile, topics);

        await StartedSite.AskAsync(
            _collection,
            async client =>
            {
                await AssertAnsweredAsync(client);
                Assert.Contains(
                    "专题文件有误，改用程序自带的专题", await client.GetStringAsync(new Uri("/topics", UriKind.Relative)), StringComparison.Ordinal);
                Assert.Contains(await WarningsAsync(client), warning => warning.Contains(TopicsFile, StringComparison.Ordinal));
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/topics/氢能/members", UriKind.Relative))
                {
                    Content = new StringContent("{\"word\":\"液氢\"}", null, "application/json"),
                };
                request.Headers.Add("X-Api-Key", TestHost.WriteKey);
                await Problem.AssertAsync(await client.SendAsync(request), HttpStatusCode.Conflict, "topics_not_editable");
                Assert.Equal(topics, await File.ReadAllTextAsync(TopicsFile));

                // Mended, it holds at once.
                await File.WriteAllTextAsync(TopicsFile, "- name: 湖区\n  members: [莲藕]\n");
                Assert.Empty(await WarningsAsync(client));
                Assert.Contains("湖区", await client.GetStringAsync(new Uri("/topics", UriKind.Relative)), StringComparison.Ordinal);
                return true;
            },
            "WriteKeys=" + TestHost.WriteKey);
    }

    [Fact]
    public async Task Run_TemplateAndTableBroken_AreSaidAndTheRestIsAnswered()
    {
        var template = Path.Combine(_collection.Plans, "..", "bad.docx");
        await File.WriteAllTextAsync(template, "no document");
        _collection.Write("metadata.csv", "编号,标题\n\"linyi,未完");

        await StartedSite.AskAsync(
            _collection,
            async client =>
            {
                await AssertAnsweredAsync(client);
                var warnings = await WarningsAsync(client);
                Assert.Contains(warnings, warning => warning.Contains("bad.docx", StringComparison.Ordinal));
                Assert.Contains(warnings, warning => warning.StartsWith("metadata.csv：", StringComparison.Ordinal));
                await Problem.AssertAsync(
                    await client.GetAsync(new Uri("/api/v1/mentions?q=氢能&format=docx", UriKind.Relative)),
                    HttpStatusCode.ServiceUnavailable,
                    "template_invalid");
                return true;
            },
            $"WordTemplate={template}");
    }

    private static async Task AssertAnsweredAsync(HttpClient client)
    {
        foreach (var page in Pages)
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
        }
    }

    private static async Task<string[]> WarningsAsync(HttpClient client)
    {
        using var status = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/status", UriKind.Relative)));
        return [.. status.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!)];
    }

    public void Dispose() => _collection.Dispose();
}
