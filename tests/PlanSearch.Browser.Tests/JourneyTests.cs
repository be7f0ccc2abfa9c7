using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlanSearch.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class JourneyTests(BrowserSite site)
{
    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_ThenOpenAMention_ShowsThePlanAtThatMention(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await window.GoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("氢能");
        await page.GetByRole(AriaRole.Button, new() { Name = "检索" }).ClickAsync();
        await Expect(page.Locator("article.hit").First).ToBeVisibleAsync();

        var third = page.Locator("article.hit mark a").Nth(2);
        var target = (await third.GetAttributeAsync("href"))!.Split('#')[1];
        await third.ClickAsync();

        var mark = page.Locator($"mark[id='{Uri.UnescapeDataString(target)}']");
        await Expect(mark).ToHaveTextAsync("氢能");
        await Expect(mark).ToBeInViewportAsync();
        await window.KeepAsync(script ? "at-mention" : "at-mention-without-script", whole: false);
        Assert.True(await page.Locator(".plan-text mark").CountAsync() >= 3);
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Filter_TickedAndApplied_NarrowsToItsCountAndIsTakenOffByItsChip(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await window.GoAsync("/search?q=氢能");
        var all = await MentionsAsync(page);
        var box = page.Locator(".filters li:not(:has(li))", new() { HasText = "专栏" }).First;
        var promised = await NumberAsync(box.Locator(".count"));
        await box.Locator("input").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" }).First.ClickAsync();

        await Expect(page.Locator(".chips")).ToContainTextAsync("部位：专栏");
        Assert.InRange(promised, 1, all - 1);
        Assert.Equal(promised, await MentionsAsync(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "取消筛选 部位：专栏" }).ClickAsync();
        await Expect(page.Locator(".chips")).ToHaveCountAsync(0);
        Assert.Equal(all, await MentionsAsync(page));
    }

    [ChromiumFact]
    public async Task Mark_Clicked_LeadsToTheNextWithoutScript()
    {
        await using var window = await site.OpenAsync(script: false);
        await window.GoAsync("/plans/linyi?q=氢能");
        var marks = window.Page.Locator(".plan-text mark");
        var second = await marks.Nth(1).GetAttributeAsync("id");

        await marks.Nth(0).GetByRole(AriaRole.Link).ClickAsync();

        await Expect(window.Page).ToHaveURLAsync(new Regex("#" + Regex.Escape(second!) + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(marks.Nth(1)).ToBeInViewportAsync();
    }

    [ChromiumFact]
    public async Task Keys_StepThroughTheMentionsAndToTheBox()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/plans/linyi?q=氢能");
        var page = window.Page;
        var marks = page.Locator(".plan-text mark");
        var ids = await marks.EvaluateAllAsync<string[]>("all => all.map(mark => mark.id)");

        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("mark:target")).ToHaveAttributeAsync("id", ids[0]);
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("mark:target")).ToHaveAttributeAsync("id", ids[1]);
        await page.Keyboard.PressAsync("p");
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator("mark:target")).ToHaveAttributeAsync("id", ids[^1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "下一处" }).ClickAsync();
        await Expect(page.Locator("mark:target")).ToHaveAttributeAsync("id", ids[0]);
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("#q")).ToHaveValueAsync("n");
    }

    [ChromiumFact]
    public async Task SkipLink_IsTheFirstStopAndLeadsToMain()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/search?q=氢能");
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Page.Locator(".skip")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.Locator("#main")).ToBeFocusedAsync();
    }

    private static Task<int> MentionsAsync(IPage page) => NumberAsync(page.Locator("p.summary b[data-count=mentions]"));

    private static async Task<int> NumberAsync(ILocator locator) =>
        int.Parse(await locator.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
