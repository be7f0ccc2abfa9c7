using System.Text.Json;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class CollocatesApiTests(Site site)
{
    [Fact]
    public async Task Collocates_OfASearch_SumToItsMentionsByCharactersAndByWords()
    {
        var answer = await site.JsonAsync("/api/v1/collocates?q=氢能&part=专栏");

        var mentions = answer.GetProperty("certificate").GetProperty("mentions").GetInt64();
        var words = answer.GetProperty("words");
        Assert.True(mentions > 0);
        Assert.Equal(mentions, words.GetProperty("lookedAt").GetInt64());
        foreach (var side in (string[])["left", "right"])
        {
            Assert.Equal(mentions, Sum(words.GetProperty(side), "words"));
            Assert.All(
                answer.GetProperty("characters").EnumerateArray(), width => Assert.Equal(mentions, Sum(width.GetProperty(side), "groups")));
        }

        Assert.All(words.GetProperty("near").EnumerateArray(), word => Assert.True(word.GetProperty("logLikelihood").GetDouble() > 6.6));
    }

    private static long Sum(JsonElement side, string list) =>
        side.GetProperty(list).EnumerateArray().Sum(one => one.GetProperty("mentions").GetInt64()) + side.GetProperty("others").GetInt64();
}
