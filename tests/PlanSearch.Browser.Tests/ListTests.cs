using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlanSearch.Browser.Tests;

/// <summary>逐处 and the list of plans: filtered, grouped, sorted, and plans of one title told apart.</summary>
[Collection(BrowserTests.Name)]
public sealed class ListTests(BrowserSite site)
{
    [ChromiumTheory]
    [InlineData(true, 1280)]
    [InlineData(false, 1280)]
    [InlineData(true, 360)]
    [InlineData(false, 360)]
    public async Task EveryMention_Filtered_StaysWhereItIs(bool script, int width)
    {
        await using var window = await site.OpenAsync(width, script);
        var page = window.Page;
        await window.GoAsync("/mentions?q=氢能&sort=left");
        var box = page.Locator(".filters li:not(:has(li))", new() { HasText = "专栏" }).First;
        var promised = await NumberAsync(box.Locator("b"));
        await box.Locator("input").ClickAsync();
        if (!script)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" }).First.ClickAsync();
        }

        await Expect(page.Locator(".chips")).ToContainTextAsync("文中位置：专栏");
        await Expect(page).ToHaveURLAsync(new Regex("/mentions\\?", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator(".orders [aria-current]").First).ToHaveTextAsync("按前文");
        await Expect(page.Locator(".kwic [data-block]")).ToHaveCountAsync(promised);
        if (!script)
        {
            await page.Locator(".facet button[value=level]").ClickAsync();
        }

        await page.Locator(".filters").GetByRole(AriaRole.Link, new() { Name = "排除 层级：" }).First.ClickAsync();
        await Expect(page.Locator(".chips .excluded")).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex("/mentions\\?", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    // The bar for the folder covers a row only while something is ticked, and never the last one at the end of the page.
    [ChromiumTheory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task EveryMention_Bar_CoversNothingUntilSomethingIsTicked(int width)
    {
        await using var window = await site.OpenAsync(width);
        var page = window.Page;
        await window.GoAsync("/mentions?q=发展");
        var bar = page.Locator("#picks");
        await Expect(bar).ToHaveCSSAsync("position", "static");
        await page.Locator(".kwic .pick").First.CheckAsync();
        await Expect(bar).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
        var (row, shown) = ((await page.Locator(".kwic [data-block]").Last.BoundingBoxAsync())!, (await bar.BoundingBoxAsync())!);
        Assert.True(row.Y + row.Height <= shown.Y, $"the last row ends at {row.Y + row.Height}, the bar begins at {shown.Y}");
    }

    [ChromiumTheory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task EveryMention_FiftyOrAHundredAPage_IsGroupedByPlanWithReadablePlaces(int width)
    {
        await using var window = await site.OpenAsync(width, script: false);
        var page = window.Page;
        await window.GoAsync("/mentions?q=发展");
        await Expect(page.Locator(".kwic [data-block]")).ToHaveCountAsync(50);
        await window.KeepAsync($"mentions-{width}", whole: false);
        // The list begins on the first screen, high enough that some of it is read at once.
        var screen = page.ViewportSize!.Height;
        Assert.InRange((await page.Locator(".kwic").BoundingBoxAsync())!.Y, 0, screen * 2 / 3);
        await page.GetByRole(AriaRole.Link, new() { Name = "100", Exact = true }).ClickAsync();
        await Expect(page.Locator(".kwic [data-block]")).ToHaveCountAsync(100);
        // Back in the list of records its own size holds.
        await page.GetByRole(AriaRole.Link, new() { Name = "按章节查看" }).ClickAsync();
        await Expect(page.Locator("article.hit")).ToHaveCountAsync(20);

        await window.GoAsync("/mentions?q=氢能&size=200");
        var groups = page.Locator(".kwic .of-plan");
        var plans = await page.Locator("p.summary b[data-count=plans]").InnerTextAsync();
        await Expect(groups).ToHaveCountAsync(int.Parse(plans, CultureInfo.InvariantCulture));
        var counts = await groups.Locator(".count").AllInnerTextsAsync();
        Assert.Equal(
            await NumberAsync(page.Locator("p.summary b[data-count=mentions]")),
            counts.Sum(count => int.Parse(count.Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
        // Every place is there to be read, none cut off.
        var cut = await page.Locator(".kwic .place").EvaluateAllAsync<string[]>(
            "all => all.filter(one => one.textContent === '' || one.getBoundingClientRect().right > "
                + "one.closest('th').getBoundingClientRect().right + 1).map(one => one.textContent)");
        Assert.Empty(cut);
    }

    [ChromiumFact]
    public async Task FurtherMentions_ListedInPlace_StandUnderTheirPlans()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync("/mentions?q=氢能&size=200");
        var expected = await GroupsAsync(page);
        await window.GoAsync("/mentions?q=氢能&size=7");
        await page.GetByRole(AriaRole.Button, new() { Name = "接着列出" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "接着列出" })).ToHaveCountAsync(0);

        Assert.True(expected.Length > 2);
        Assert.Equal(expected, await GroupsAsync(page));
    }

    [ChromiumTheory]
    [InlineData("/search?q=发展")]
    [InlineData("/mentions?q=发展")]
    public async Task SkipLinks_LeadToResultsAndFilters(string address)
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        foreach (var (presses, name, target) in ((int, string, string)[])[(2, "跳到结果", "#results"), (3, "跳到筛选", "#filters")])
        {
            await window.GoAsync(address);
            for (var press = 0; press < presses; press++)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            await Expect(page.Locator(".skip:focus")).ToHaveTextAsync(name);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(target)).ToBeFocusedAsync();
        }
    }

    [ChromiumFact]
    public async Task Plans_OfOneTitle_AreToldApartInEveryList()
    {
        const string Text = "清浦镇“十四五”发展规划\n\n第一章 总则\n\n发展探针词产业。\n";
        await using var first = await site.AddAsync("qingpu-1", Text);
        await using var second = await site.AddAsync("qingpu-2", Text);
        await using var window = await site.OpenAsync();
        foreach (var (address, names) in ((string, string)[])[
            ("/search?q=探针词", ".plan-group "
                + "h2 a"), ("/mentions?q=探针词", ".of-plan a"), ("/mentions?q=探针词&sort=left", ".kwic .plan"), ("/plans?title=清浦", ".plans tbody th a"),
            ("/search?q=清浦镇“十四五”发展规划", ".titled a"), ("/search?q=没有这个词的&absent=all", "#absent li a")])
        {
            await window.GoAsync(address);
            var said = (await window.Page.Locator(names).AllTextContentsAsync())
                .Where(name => name.Contains("清浦", StringComparison.Ordinal))
                .ToList();
            Assert.True(said.Count == 2 && said.Distinct().Count() == 2, $"{address}: {string.Join(" | ", said)}");
        }

        await window.GoAsync("/plans/qingpu-2?q=探针词");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("qingpu-2");
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lists_SortedByDateAndByTitle_AreSo(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await window.GoAsync("/search?q=发展&size=200");
        await page.Locator("form.manner select[name=sort]").SelectOptionAsync("title");
        await page.GetByRole(AriaRole.Button, new() { Name = "更新" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("sort=title", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var found = (await page.Locator(".plan-group h2 a").EvaluateAllAsync<string[]>("all => all.map(one => one.pathname)"))
            .Distinct()
            .ToList();

        await window.GoAsync("/plans");
        await page.Locator("form.plans-form select[name=sort]").SelectOptionAsync("title");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选目录" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("sort=title", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var listed = await page.Locator(".plans tbody th a").EvaluateAllAsync<string[]>("all => all.map(one => one.pathname)");
        Assert.Equal(listed.Where(found.Contains), found);
        Assert.True(found.Count > 1);

        await page.Locator("form.plans-form select[name=sort]").SelectOptionAsync("date");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选目录" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("sort=date", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(
            listed.Order(),
            (await page.Locator(".plans tbody th a").EvaluateAllAsync<string[]>("all => all.map(one => one.pathname)")).Order());
        await window.KeepAsync($"plans-sorted-{(script ? "script" : "plain")}");
    }

    private static Task<string[]> GroupsAsync(IPage page) => page.Locator(".kwic tbody").EvaluateAllAsync<string[]>(
        "all => all.map(body => body.querySelector('.of-plan a').textContent + ' ' + body.querySelectorAll('[data-block]').length)");

    private static async Task<int> NumberAsync(ILocator locator) =>
        int.Parse(await locator.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
