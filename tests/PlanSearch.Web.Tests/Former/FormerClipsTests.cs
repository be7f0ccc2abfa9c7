using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PlanSearch.TestSupport;

namespace PlanSearch.Web.Tests.Former;

/// <summary>The link and the file of a folder that a former version made: opened today, with the excerpts of then.</summary>
public sealed class FormerClipsTests(FreshSite site) : IClassFixture<FreshSite>
{
    private static string Link => new Uri(FormerAnswers.Lines("clip-link.txt")[0]).PathAndQuery;

    private static JsonElement Then => FormerAnswers.Of("clips.json");

    [Fact]
    public async Task Link_Opened_ShowsItsExcerpts()
    {
        var clips = (await site.PageAsync(Link)).QuerySelectorAll("li.clip");

        Assert.Equal(Then.GetProperty("excerpts").GetArrayLength(), clips.Length);
        Assert.Equal(Then.GetProperty("found").GetInt32(), clips.Count(clip => clip.QuerySelector("mark") is not null));
    }

    [Fact]
    public async Task Link_AskedOfTheApi_AnswersItsExcerpts() => AssertExcerpts(await site.JsonAsync(FormerSite.ApiPath + Link));

    [Fact]
    public async Task File_SentToTheApi_AnswersItsExcerpts()
    {
        using var file = new ByteArrayContent(await File.ReadAllBytesAsync(site.Folder.At("clips.json")));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await site.SendAsync(HttpMethod.Post, FormerSite.ApiPath + "/clips", file);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        AssertExcerpts(await response.JsonAsync());
    }

    [Fact]
    public async Task Permalinks_OfItsExcerpts_LeadToTheirPlaces()
    {
        var excerpts = Then.GetProperty("excerpts").EnumerateArray().ToList();
        Assert.NotEmpty(excerpts);
        foreach (var excerpt in excerpts)
        {
            var link = excerpt.GetProperty("permalink").GetString()!.Split('#');
            Assert.NotNull((await site.PageAsync(link[0])).GetElementById(Uri.UnescapeDataString(link[1])));
        }
    }

    private static void AssertExcerpts(JsonElement now) => FormerAnswers.AssertFolderHolds(Then, now);
}
