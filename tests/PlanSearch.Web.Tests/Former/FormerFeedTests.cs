using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using PlanSearch.TestSupport;
using PlanSearch.Web.Tests.Api;

namespace PlanSearch.Web.Tests.Former;

/// <summary>Addresses of feeds that a former version gave, over an index that is built now.</summary>
public sealed class FormerFeedTests(FreshSite fresh) : IClassFixture<FreshSite>
{
    private const string AtomFormat = "&format=atom";
    private const string Later = "&since=2";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string> Feeds => [.. FormerAnswers.Lines("feed.txt")];

    [Fact]
    public void Feeds_All_HaveTheirAnswer() => Assert.Equal(
        FormerAnswers.Lines("feed.txt"), FormerAnswers.Each("feed.json").Select(answer => answer.GetProperty("address").GetString()));

    // It knows nothing of what was before it, and says so where that is asked for.
    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Feed_OverAnIndexBuiltNow_IsReadAndHasNoChangesYet(string address)
    {
        if (address.EndsWith(Later, StringComparison.Ordinal))
        {
            await Problem.AssertAsync(await fresh.GetAsync(PathOf(address)), HttpStatusCode.BadRequest, "since_unknown");
        }
        else
        {
            Assert.Empty(Changes(address, await fresh.TextAsync(PathOf(address))));
        }
    }

    private static string PathOf(string address) => new Uri(address).PathAndQuery;

    private static IEnumerable<string> Changes(string address, string text) =>
        address.EndsWith(AtomFormat, StringComparison.Ordinal) || !address.Contains(FormerSite.ApiPath, StringComparison.Ordinal)
            ? AtomChanges(text)
            : JsonChanges(text);

    private static IEnumerable<string> AtomChanges(string text) => XDocument.Parse(text).Root!.Elements(Atom + "entry")
        .Select(
            entry => $"{entry.Element(Atom + "id")!.Value} {entry.Element(Atom + "title")!.Value} {Words(entry.Element(Atom + "content")!.Value)}");

    // Which fields have changed is below the words since; then it was not said.
    private static string Words(string content) =>
        string.Join('\n', content.Split('\n').TakeWhile((line, at) => at == 0 || line.StartsWith("现：", StringComparison.Ordinal)));

    private static IEnumerable<string> JsonChanges(string text) => JsonSerializer.Deserialize<JsonElement>(text)
        .GetProperty("items").EnumerateArray()
        .Select(item => $"{item.GetProperty("id")} {item.GetProperty("title")} {Words(item.GetProperty("content_text").GetString()!)}");
}
