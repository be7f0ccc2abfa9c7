using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PlanSearch.Answers.Clips;

namespace PlanSearch.Web.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed class MarkupTests(Site site)
{
    // What the pages are made of; anything else came from a text.
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "template", "title", "link", "script", "body", "a", "header", "nav", "main", "footer", "section", "article", "aside", "div", "span", "p",
        "h1", "h2", "h3", "h4", "h5", "h6", "ul", "li", "dl", "dt", "dd", "b", "strong", "s", "q", "code", "kbd", "mark", "details", "summary",
        "form", "label", "input", "button", "select", "optgroup", "option", "fieldset", "legend", "table", "caption", "thead", "tbody", "tr", "th", "td",
        "svg", "path", "ol", "blockquote", "datalist", "i", "small",
    ];

    public static TheoryData<string> Payloads => [.. MarkupPayloads.All];

    public static TheoryData<int> Plans => [.. Enumerable.Range(0, MarkupPayloads.All.Length)];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Query_ThatIsMarkup_ComesBackAsText(string payload)
    {
        var query = Uri.EscapeDataString(payload);
        foreach (var address in (string[])[$"/search?q={query}", $"/mentions?q={query}", $"/plans/linyi?q={query}", $"/search?q=氢能&region={query}", $"/plans/{query}"])
        {
            AssertHarmless(await site.PageAsync(address), address);
        }

        Assert.Equal(payload, (await site.PageAsync($"/search?q={query}")).QuerySelector("#q")?.GetAttribute("value"));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task PlanThatIsMarkup_ComesBackAsText(int number)
    {
        var id = $"hostile~{number:D2}";
        foreach (var address in (string[])[$"/plans/{id}", $"/plans/{id}?q=探针", $"/plans/{id}/ledger", $"/search?q=探针&plan={id}", $"/mentions?q=探针&plan={id}"])
        {
            AssertHarmless(await site.PageAsync(address), address);
        }

        var page = await site.PageAsync($"/plans/{id}?q=探针");
        Assert.Equal(3, page.QuerySelectorAll("mark").Length);
        Assert.All(page.QuerySelectorAll("mark"), mark => Assert.Equal("探针", mark.TextContent));
    }

    [Fact]
    public async Task Folder_OfHostilePlansAndNotes_IsText()
    {
        var boxes = (await site.PageAsync("/mentions?q=探针&size=200"))
            .QuerySelectorAll("input.pick")
            .Select(box => ClipPick.Read(box.GetAttribute("value")!)!)
            .ToList();
        Assert.Equal(200, boxes.Count);
        foreach (var part in boxes.Zip(boxes.Select((_, at) => MarkupPayloads.All[at % MarkupPayloads.All.Length])).Chunk(20))
        {
            var code = ClipLink.Write(new ClipFolder
            {
                Title = string.Concat(part[0].Second.Take(ClipFolder.MaxTitleLength)),
                Clips = [.. part.Select(
                    one => new Clip
                    {
                        Plan = one.First.Plan,
                        Anchor = one.First.Anchor,
                        Hits = one.First.Hits,
                        Words = "探针",
                        Note = one.Second,
                        Aspect = string.Concat(one.Second.Take(Clip.MaxAspectLength))
                    })],
            });

            AssertHarmless(await site.PageAsync("/clips?clips=" + code), "/clips");
        }
    }

    [Fact]
    public async Task PlanList_WithHostileTitlesAndNames_IsText()
    {
        AssertHarmless(await site.PageAsync("/plans"), "/plans");
        AssertHarmless(await site.PageAsync("/"), "/");
    }

    private static void AssertHarmless(IHtmlDocument page, string address)
    {
        foreach (var element in page.All)
        {
            Assert.True(Elements.Contains(element.LocalName), $"<{element.LocalName}> on {address}");
            Assert.All(element.Attributes, attribute => AssertHarmless(attribute, address));
        }

        Assert.All(
            page.Scripts,
            script => Assert.Matches("^/assets/site\\.(zh-CN|en)\\.js\\?", script.GetAttribute("src")!));
        Assert.Single(page.Scripts);
        Assert.All(page.Forms, form => Assert.StartsWith("/", form.GetAttribute("action"), StringComparison.Ordinal));
    }

    private static void AssertHarmless(IAttr attribute, string address)
    {
        Assert.False(
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style",
            $"{attribute.Name} on {address}");
        // Of the program itself only the box of the first page has the focus.
        Assert.True(attribute.Name != "autofocus" || attribute.OwnerElement?.Id == "q", $"{attribute.Name} on {address}");
        if (attribute.Name is "href" or "src" or "action")
        {
            Assert.True(
                attribute.Value.StartsWith('/') || attribute.Value.StartsWith('#'), $"{attribute.Name}={attribute.Value} on {address}");
            Assert.False(attribute.Value.StartsWith("//", StringComparison.Ordinal), $"{attribute.Value} on {address}");
        }
    }
}
