using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlanSearch.Browser.Tests;

/// <summary>What department staff do all day, with and without script, at the desk and on a phone.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class WorkingDayTests(BrowserSite site)
{
    public static TheoryData<bool, int> Windows => new()
    {
        // script, width
        { true, 1440 },
        { false, 1440 },
        { true, 360 },
        { false, 360 },
    };

    [ChromiumTheory]
    [MemberData(nameof(Windows))]
    public async Task Report_FromTheQueryToTheCitation_IsOneWay(bool script, int width)
    {
        await using var window = await site.OpenAsync(width, script);
        var page = window.Page;
        await window.GoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("发展");
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        var all = await CountAsync(page);

        // Exclude a value, take the exclusion back, choose two values of one facet.
        var part = page.Locator("fieldset", new() { Has = page.Locator("legend", new() { HasText = "文中位置" }) });
        if (!script)
        {
            await part.Locator("button").ClickAsync();
        }

        var excluded = await NumberAsync(part.Locator("li", new() { HasText = "标题" }).Locator("b"));
        await part.GetByRole(AriaRole.Link, new() { Name = "排除 文中位置：标题" }).ClickAsync();
        await Expect(page.Locator(".chips .excluded")).ToHaveCountAsync(1);
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
        Assert.Equal(all - excluded, await CountAsync(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "取消排除 文中位置：标题" }).First.ClickAsync();
        await Expect(page.Locator(".chips li")).ToHaveCountAsync(0);
        await Expect(page.Locator(".chips")).ToHaveCountAsync(0);
        await part.Locator("input[value='专栏']").ClickAsync();
        if (script)
        {
            await Expect(page.Locator(".chips li")).ToHaveCountAsync(2);
        }

        await part.Locator("input[value='表格']").ClickAsync();
        if (!script)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" }).First.ClickAsync();
        }

        await Expect(page.Locator(".chips li")).ToHaveCountAsync(3);
        var chosen = await CountAsync(page);
        Assert.InRange(chosen, 1, all - 1);

        // The API and the file say the same.
        var query = new Uri(page.Url).Query.Replace("&open=part", "", StringComparison.Ordinal);
        var answer = await JsonAsync(page, "/api/v1/search" + query);
        Assert.Equal(chosen, answer.GetProperty("certificate").GetProperty("mentions").GetInt32());
        var file = await DownloadAsync(page, "CSV");
        // A header before the mentions, and the certificate behind them.
        Assert.Equal(chosen, Records(file) - 2);

        // Open at the mention, step on and back, cite.
        await page.Locator("article.hit mark a").First.ClickAsync();
        await Expect(page.Locator("mark:target")).ToBeInViewportAsync();
        var first = await page.Locator("mark:target").GetAttributeAsync("id");
        await page.Locator("mark:target + .steps a").Nth(1).ClickAsync();
        await Expect(page.Locator("mark:target")).Not.ToHaveAttributeAsync("id", first!);
        await page.Locator("mark:target + .steps a").Nth(0).ClickAsync();
        await Expect(page.Locator("mark:target")).ToHaveAttributeAsync("id", first!);
        await page.Locator("mark:target + .steps a").Nth(2).ClickAsync();
        await Expect(page.Locator("#cite .citation")).ToHaveCountAsync(3);
        await Expect(page.Locator("#cite .citation").First).ToContainTextAsync("《");
        await window.KeepAsync($"cite-{width}-{(script ? "script" : "plain")}", whole: false);
        await page.Locator("#cite dd a").ClickAsync();
        await Expect(page.Locator(".plan-text :target")).ToBeInViewportAsync();
    }

    [ChromiumTheory]
    [MemberData(nameof(Windows))]
    public async Task EveryMention_SortedAndPaged_IsAllOfThem(bool script, int width)
    {
        await using var window = await site.OpenAsync(width, script);
        var page = window.Page;
        await window.GoAsync("/search?q=营商环境&size=5");
        var all = await CountAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "逐处查看" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "按后文" }).ClickAsync();
        await Expect(page.Locator(".orders [aria-current]")).ToHaveTextAsync("按后文");
        var found = new List<string>();
        while (true)
        {
            found.AddRange(
                await page.Locator(".kwic mark a").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))"));
            var next = page.GetByRole(AriaRole.Link, new() { Name = "下一页" });
            if (await next.CountAsync() == 0)
            {
                break;
            }

            // As the browser writes it.
            var address = await next.EvaluateAsync<string>("link => link.href");
            await next.ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address) + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }

        Assert.Equal(all, found.Distinct().Count());
        Assert.Equal(all, found.Count);
    }

    [ChromiumTheory]
    [MemberData(nameof(Windows))]
    public async Task Absence_OfARareWord_ListsEveryOtherPlan(bool script, int width)
    {
        await using var window = await site.OpenAsync(width, script);
        var page = window.Page;
        await window.GoAsync("/search?q=氢能");
        var answer = await JsonAsync(page, "/api/v1/search?q=氢能");
        var without = answer.GetProperty("certificate").GetProperty("plansWithout").GetInt32();

        await page.Locator("#absent > a").ClickAsync();

        await Expect(page.Locator("#absent li a")).ToHaveCountAsync(without);
        await Expect(page.Locator("#absent h3")).ToHaveTextAsync(["全文未提及", "文本不完整，不能判断", "未能检索"]);
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keyboard_Alone_FindsFiltersAndOpens(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await window.GoAsync("/plans");
        await TabToAsync(page, "#q");
        await page.Keyboard.TypeAsync("营商环境");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("article.hit").First).ToBeVisibleAsync();
        await TabToAsync(page, ".skip[href='#filters']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#filters")).ToBeFocusedAsync();
        await TabToAsync(page, ".filters input[type=checkbox]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".chips")).ToBeVisibleAsync();
        await TabToAsync(page, ".skip[href='#results']");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "article.hit h3 a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("mark:target")).ToBeInViewportAsync();
    }

    [ChromiumFact]
    public async Task Citation_CopiedWithoutASecureContext_IsOnTheClipboardAsItStands()
    {
        // A name that is not localhost, over http: there the clipboard API does not exist.
        await using var window = await site.OpenAsync(host: "plansearch.test");
        var page = window.Page;
        await window.GoAsync("/search?q=氢能");
        Assert.False(await page.EvaluateAsync<bool>("() => isSecureContext || !!navigator.clipboard"));
        var citation = await page.Locator("article.hit .citation").First.InnerTextAsync();

        await page.Locator("article.hit .copy").First.ClickAsync();

        await Expect(page.Locator("article.hit .copy").First).ToHaveTextAsync("已复制");
        await page.Locator("#q").FillAsync("");
        await page.Locator("#q").PressAsync("Control+V");
        await Expect(page.Locator("#q")).ToHaveValueAsync(citation);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by the Tab key.");
    }

    private static async Task<string> DownloadAsync(IPage page, string format)
    {
        await page.Locator(".formats summary").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = format, Exact = true }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    // Records of a CSV file: line ends outside quotes.
    private static int Records(string file) => Quoted().Replace(file, "").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;

    private static async Task<JsonElement> JsonAsync(IPage page, string address) =>
        (await (await page.APIRequest.GetAsync(address)).JsonAsync())!.Value;

    // What changed the page is waited for by what it shows: the page before has a count too.
    private static Task<int> CountAsync(IPage page) => NumberAsync(page.Locator("p.summary b[data-count=mentions]"));

    private static async Task<int> NumberAsync(ILocator locator) =>
        int.Parse(await locator.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
