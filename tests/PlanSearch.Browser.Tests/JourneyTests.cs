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
        var promised = await NumberAsync(box.Locator("b"));
        await box.Locator("input").ClickAsync();
        if (!script)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" }).First.ClickAsync();
        }

        await Expect(page.Locator(".chips")).ToContainTextAsync("文中位置：专栏");
        Assert.InRange(promised, 1, all - 1);
        Assert.Equal(promised, await MentionsAsync(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "取消筛选 文中位置：专栏" }).ClickAsync();
        await Expect(page.Locator(".chips")).ToHaveCountAsync(0);
        Assert.Equal(all, await MentionsAsync(page));
    }

    [ChromiumTheory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task Tick_AppliesAtOnce_AndOneGoesOnWhereItWas(int width)
    {
        await using var window = await site.OpenAsync(width);
        var page = window.Page;
        await window.GoAsync("/search?q=发展");
        await page.Locator(".facet button[value=section]").ClickAsync();
        var box = page.Locator(".filters input[name=section]").Last;
        var value = (await box.GetAttributeAsync("value"))!;
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" })).ToHaveCountAsync(0);
        await box.ScrollIntoViewIfNeededAsync();
        await box.ClickAsync();

        await Expect(page.Locator(".chips")).ToContainTextAsync(value);
        var ticked = page.Locator($".filters input[name=section][value='{value}']");
        await Expect(ticked).ToBeCheckedAsync();
        await Expect(ticked).ToBeFocusedAsync();
        await Expect(ticked).ToBeInViewportAsync();
        await window.KeepAsync($"ticked-{width}", whole: false);

        // Back is the list as it was, its boxes too.
        await page.GoBackAsync();
        await Expect(page.Locator(".chips")).ToHaveCountAsync(0);
        await Expect(ticked).Not.ToBeCheckedAsync();
    }

    [ChromiumFact]
    public async Task Exclusion_IsSeenWithoutAPointer()
    {
        await using var window = await site.OpenAsync();
        await window.GoAsync("/search?q=氢能");
        var seen = await window.Page.Locator(".filters .exclude")
            .EvaluateAllAsync<string[]>("all => all.filter(one => one.offsetParent).map(one => getComputedStyle(one).opacity)");

        Assert.NotEmpty(seen);
        Assert.All(seen, opacity => Assert.Equal("1", opacity));
    }

    [ChromiumTheory]
    [InlineData(true, 1440)]
    [InlineData(false, 360)]
    public async Task LongerWord_SetAsideByOneClick_LeavesTheRest(bool script, int width)
    {
        await using var window = await site.OpenAsync(width, script);
        var page = window.Page;
        await window.GoAsync("/search?q=能源");
        var all = await MentionsAsync(page);
        var word = page.Locator("#longer a", new() { HasText = "新能源" });
        var promised = await NumberAsync(word.Locator("b"));
        await window.KeepAsync($"longer-{width}", whole: false);
        await word.ClickAsync();

        await Expect(page.Locator("#q")).ToHaveValueAsync("能源!新能源");
        Assert.Equal(all - promised, await MentionsAsync(page));
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
        await Expect(window.Page.Locator(".skip").First).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.Locator("#main")).ToBeFocusedAsync();
    }

    private static Task<int> MentionsAsync(IPage page) => NumberAsync(page.Locator("p.summary b[data-count=mentions]"));

    private static async Task<int> NumberAsync(ILocator locator) =>
        int.Parse(await locator.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
