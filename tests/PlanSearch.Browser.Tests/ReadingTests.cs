using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlanSearch.Browser.Tests;

/// <summary>A plan as it is read: what is copied, stepped through and cited, and where one is afterwards.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReadingTests(BrowserSite site)
{
    private const string Host = "plansearch.test";
    private const string Marked = "/plans/linyi?q=氢能";

    [ChromiumFact]
    public async Task Passage_SelectedAndCopied_IsThePassageAlone()
    {
        await using var window = await site.OpenAsync(host: Host);
        var page = window.Page;
        await window.GoAsync(Marked + "&lines=1");
        await page.Keyboard.PressAsync("n");
        // The steps of the mention one is at, its box, ¶ and the source line are all there.
        var block = page.Locator(".plan-text :has(> mark:target)");
        await Expect(block.Locator(".steps")).ToBeVisibleAsync();
        await Expect(block.Locator(".pin")).ToBeVisibleAsync();
        var text = await TextAsync(page, (await block.GetAttributeAsync("id"))!);

        // From its first character to the end of the next block, as a mouse would.
        await block.EvaluateAsync("block => getSelection().setBaseAndExtent(block.firstChild, 0, block.nextElementSibling, block.nextElementSibling.childNodes.length)");
        var next = await TextAsync(page, (await block.EvaluateAsync<string>("block => block.nextElementSibling.id"))!);
        await page.Keyboard.PressAsync("Control+C");

        Assert.Equal(
            [text, next], (await PasteAsync(page)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        // What a word processor takes.
        var markup = await PasteAsync(page, "text/html");
        Assert.Contains("氢能", markup, StringComparison.Ordinal);
        var said = Regex.Replace(markup, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.All((string[])["¶", "上一处", "下一处", "引用"], added => Assert.DoesNotContain(added, said, StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task PassageOfAList_SelectedByThreeClicks_IsThePassageAlone()
    {
        await using var window = await site.OpenAsync(host: Host);
        var page = window.Page;
        await window.GoAsync("/search?q=氢能");
        var passage = page.Locator("article.hit .passage").First;
        var text =
            await passage.EvaluateAsync<string>("passage => [...passage.childNodes].filter(one => one.nodeType === 3 || one.nodeName === 'MARK').map(one => one.textContent).join('')");
        await Expect(passage.Locator("small")).ToContainTextAsync("段");
        await passage.ClickAsync(new() { ClickCount = 3, Position = new() { X = 200, Y = 10 } });
        await page.Keyboard.PressAsync("Control+C");

        Assert.Equal(text, (await PasteAsync(page)).Trim());
    }

    [ChromiumFact]
    public async Task Similar_OfACitedParagraph_IsShownWithItAndOneStepFromIt()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync(Marked);
        await page.Locator(".plan-text mark[id] + .steps a[href$='#cite']").First.EvaluateAsync("link => link.click()");
        await page.Locator("#cite [data-similar]").ClickAsync();

        var panel = page.Locator("#similar");
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "相关内容" })).ToBeVisibleAsync();
        await Expect(page.Locator("blockquote")).ToContainTextAsync("氢能");
        Assert.True(await panel.Locator("li mark").CountAsync() > 0);
        // Where it is read, the words it was found by are marked.
        await Expect(panel.Locator("li a").First)
            .ToHaveAttributeAsync("href", new Regex("mode=words.*#", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.GoBackAsync();
        await Expect(page.Locator(".plan-text mark").First).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Stepping_LeavesTheListOneCameFromOneStepBack()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync("/search?q=氢能");
        await page.Locator("article.hit mark a").First.ClickAsync();
        var steps = await page.EvaluateAsync<int>("() => history.length");
        var first = await page.Locator("mark:target").GetAttributeAsync("id");
        await page.Keyboard.PressAsync("n");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一处" }).ClickAsync();
        await page.Locator("mark:target a").ClickAsync();
        await page.Locator("mark:target + .steps a").Nth(1).ClickAsync();
        await Expect(page.Locator("mark:target")).Not.ToHaveAttributeAsync("id", first!);

        Assert.Equal(steps, await page.EvaluateAsync<int>("() => history.length"));
        Assert.Contains("#", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync(Pattern("/search?q="));
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Citation_IsBelowWhatItCites_WithTheMarksKept(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await window.GoAsync("/search?q=氢能&part=正文");
        await page.Locator("article.hit mark a").First.ClickAsync();
        var marks = await page.Locator(".plan-text mark").CountAsync();
        var block = await page.Locator(".plan-text :has(> mark:target)").GetAttributeAsync("id");
        var address = page.Url;
        await page.Locator("mark:target + .steps a").Nth(2).ClickAsync();

        await Expect(page.Locator($".plan-text [id='{block}'] + #cite .citation")).ToHaveCountAsync(3);
        await Expect(page.Locator("#cite")).ToBeInViewportAsync();
        await Expect(page.Locator("#cite .citation").First).ToContainTextAsync(
            new Regex("《.+》.+第[0-9]+段", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator(".plan-text mark")).ToHaveCountAsync(marks);
        await Expect(page.Locator(".chips")).ToContainTextAsync("正文");
        if (script)
        {
            // One is where one was, and the next step continues from there.
            Assert.Equal(address, page.Url);
            await Expect(page.Locator("mark:target")).ToHaveCountAsync(1);
            await page.Locator("#cite").GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();
            await Expect(page.Locator("#cite")).ToHaveCountAsync(0);
        }
    }

    // The longer one is longer than an address takes as it is.
    [ChromiumTheory]
    [InlineData(8)]
    [InlineData(900)]
    public async Task Selection_Cited_IsCopiedWithItsCitationAndTheMarksKept(int length)
    {
        await using var window = await site.OpenAsync(host: Host);
        var page = window.Page;
        await using var plan = await site.AddAsync(
            "long", $"长段县国民经济和社会发展第十四个五年规划纲要\n\n第一章 总则\n\n{string.Concat(Enumerable.Repeat("一二三四五六七八九十", 120))}氢能。\n");
        await window.GoAsync("/plans/long?q=氢能");
        await page.Keyboard.PressAsync("n");
        var (address, marks) = (page.Url, await page.Locator(".plan-text mark").CountAsync());
        var selected = await page.EvaluateAsync<string>(
            """
            length => {
              var text = document.querySelectorAll('.plan-text .paragraph')[0].firstChild;
              getSelection().setBaseAndExtent(text, 2, text, 2 + length);
              return String(getSelection());
            }
            """,
            length);
        await page.GetByRole(AriaRole.Button, new() { Name = "引用所选文字" }).ClickAsync();

        await Expect(page.Locator("#cite .copy").First).ToHaveTextAsync("已复制");
        Assert.Equal(address, page.Url);
        Assert.Equal(marks, await page.Locator(".plan-text mark").CountAsync());
        await Expect(page.Locator("#q")).ToHaveValueAsync("氢能");
        var citation = await page.Locator("#cite .citation").Nth(1).InnerTextAsync();
        Assert.Equal($"“{selected}”（{citation}）", (await PasteAsync(page)).Trim());
        Assert.Equal(length, selected.Length);
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Filters_OfTheSearch_HoldInThePlan(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await window.GoAsync("/search?q=氢能&part=专栏");
        await page.Locator("article.hit mark a").First.ClickAsync();
        var plan = page.Url.Split("/plans/")[1].Split('?')[0];
        var all = await MentionsAsync(page, $"q=氢能&plan={plan}");
        var filtered = await MentionsAsync(page, $"q=氢能&part=专栏&plan={plan}");

        Assert.InRange(filtered, 1, all - 1);
        await Expect(page.Locator(".plan-text mark")).ToHaveCountAsync(filtered);
        await Expect(page.Locator("mark:target")).ToBeInViewportAsync();
        if (script)
        {
            await Expect(page.Locator(".stepper span")).ToContainTextAsync($"{filtered}");
        }

        await page.Locator(".chips").GetByRole(AriaRole.Link, new() { Name = "取消筛选 文中位置：专栏" }).ClickAsync();
        await Expect(page.Locator(".plan-text mark")).ToHaveCountAsync(all);
    }

    [ChromiumFact]
    public async Task Stepper_OnAPhone_IsInSightWhereverOneIs()
    {
        await using var window = await site.OpenAsync(360);
        var page = window.Page;
        await window.GoAsync(Marked);
        await Expect(page.Locator(".stepper")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight / 2)");
        await Expect(page.Locator(".stepper")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "下一处" }).ClickAsync();
        await Expect(page.Locator("mark:target")).ToBeInViewportAsync(new() { Ratio = 1 });
        await window.KeepAsync("stepper-360", whole: false);
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PassageOfAList_Cited_IsCitedDownToItsParagraph(bool script)
    {
        await using var window = await site.OpenAsync(script: script, host: Host);
        var page = window.Page;
        await window.GoAsync("/search?q=氢能&part=正文");
        var passage = page.Locator("article.hit .passage", new() { Has = page.Locator("small a") }).Filter(new() { HasText = "段" }).First;
        var cite = passage.Locator("small a");
        var address = (await cite.GetAttributeAsync("href"))!.Replace("?", "/cite?", StringComparison.Ordinal).Split('#')[0];
        var citation = (await JsonAsync(page, address)).GetProperty("official").GetString()!;
        Assert.Matches("第[0-9]+段", citation);
        await cite.ClickAsync();
        if (script)
        {
            await Expect(cite).ToHaveTextAsync("已复制");
            Assert.Equal(citation, (await PasteAsync(page)).Trim());
        }
        else
        {
            await Expect(page.Locator("#cite .citation").First).ToHaveTextAsync(citation);
        }
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HitOfAList_OtherStyles_AreOneStepAway(bool script)
    {
        await using var window = await site.OpenAsync(script: script, host: Host);
        var page = window.Page;
        await window.GoAsync("/search?q=氢能");
        var hit = page.Locator("article.hit").First;
        var official = await hit.Locator(".citation").InnerTextAsync();
        await hit.GetByRole(AriaRole.Link, new() { Name = "其他样式" }).ClickAsync();
        if (script)
        {
            await Expect(hit.Locator(".styles .style")).ToHaveTextAsync(["简式", "GB/T 7714"]);
            await Expect(hit.Locator(".styles .citation").Last).ToContainTextAsync("[Z]");
            await Expect(hit.Locator(".styles .copy")).ToHaveCountAsync(2);
        }
        else
        {
            await Expect(page.Locator("#cite .citation").First).ToHaveTextAsync(official);
        }
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Certificate_OfAList_IsUnfoldedAndPrintedWithIt(bool script)
    {
        await using var window = await site.OpenAsync(script: script, host: Host);
        var page = window.Page;
        await window.GoAsync("/search?q=氢能");
        var said = page.Locator("details#certificate dd").Nth(2);
        if (script)
        {
            await page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
            await Expect(said).ToBeVisibleAsync();
            await page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
            await Expect(said).ToBeHiddenAsync();
            await page.ReloadAsync();
        }

        await page.Locator("a#certificate").ClickAsync();

        await Expect(said).ToHaveTextAsync("氢能");
        await Expect(page.Locator("#certificate p a")).ToHaveAttributeAsync("href", new Regex("^/api/v1/certificate", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    // What is on the clipboard, as a page gets it that is pasted into.
    private static async Task<string> PasteAsync(IPage page, string type = "text/plain")
    {
        await page.EvaluateAsync(
            """
            type => {
              var made = document.createElement('textarea');
              made.id = 'pasted';
              made.addEventListener('paste', event => {
                event.preventDefault();
                made.value = event.clipboardData.getData(type);
              });
              var former = document.getElementById('pasted');
              if (former) {
                former.remove();
              }

              document.querySelector('main').appendChild(made).focus();
            }
            """,
            type);
        await page.Keyboard.PressAsync("Control+V");
        return await page.Locator("#pasted").InputValueAsync();
    }

    // What the plan says there.
    private static async Task<string> TextAsync(IPage page, string anchor)
    {
        var answer = await JsonAsync(page, "/api/v1/plans/linyi/blocks?count=1000");
        return answer.GetProperty("blocks")
            .EnumerateArray()
            .Single(block => block.GetProperty("anchor").GetString() == anchor)
            .GetProperty("text")
            .GetString()!;
    }

    private static async Task<int> MentionsAsync(IPage page, string query) =>
        (await JsonAsync(page, "/api/v1/mentions?" + query)).GetProperty("certificate").GetProperty("mentions").GetInt32();

    private static async Task<JsonElement> JsonAsync(IPage page, string address) =>
        (await (await page.APIRequest.GetAsync(
            new Uri(page.Url).GetLeftPart(UriPartial.Authority).Replace(Host, "127.0.0.1", StringComparison.Ordinal)
                + address)).JsonAsync())!.Value;

    private static Regex Pattern(string part) => new(Regex.Escape(part), RegexOptions.None, TimeSpan.FromSeconds(1));
}
