using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlanSearch.Browser.Tests;

/// <summary>What only script gives; each over http under a name that is not localhost, where no secure context is.</summary>
[Collection(BrowserTests.Name)]
public sealed class ComfortTests(BrowserSite site)
{
    private const string Host = "plansearch.test";

    [ChromiumTheory]
    [InlineData("document")]
    [InlineData("left")]
    public async Task FurtherMentions_ListedInPlace_AreTheRestInTheSameOrder(string sort)
    {
        await using var window = await site.OpenAsync(host: Host);
        var page = window.Page;
        await window.GoAsync($"/mentions?q=年&sort={sort}&size=200");
        var expected = await LinesAsync(page);
        await window.GoAsync($"/mentions?q=年&sort={sort}&size=7");
        await page.GetByRole(AriaRole.Button, new() { Name = "接着列出" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "接着列出" })).ToHaveCountAsync(0);
        var all = await LinesAsync(page);

        Assert.True(all.Length > 200 && expected.Length == 200);
        Assert.Equal(expected, all.Take(200));
        Assert.Equal(
            await page.Locator("p.summary b[data-count=mentions]").InnerTextAsync(),
            all.Length.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        await Expect(page.Locator(".next [role=status]")).ToHaveTextAsync($"已列出 {all.Length} 处");
        await page.Locator(".kwic mark a").Last.ClickAsync();
        await Expect(page.Locator("mark:target")).ToBeInViewportAsync();
    }

    [ChromiumFact]
    public async Task AllCitations_Copied_AreThoseOfTheFile()
    {
        await using var window = await site.OpenAsync(host: Host);
        var page = window.Page;
        await window.GoAsync("/search?q=氢能&size=5");
        var file = await (await page.APIRequest.GetAsync(site.Address + "/api/v1/mentions?q=氢能&format=citations")).TextAsync();
        var copy = page.GetByRole(AriaRole.Button, new() { Name = "复制全部出处" });
        await page.Locator(".formats summary").ClickAsync();
        await copy.ClickAsync();
        await Expect(page.Locator(".formats .copy")).ToHaveTextAsync("已复制");

        await page.EvaluateAsync("() => document.querySelector('main').appendChild(document.createElement('textarea')).focus()");
        await page.Keyboard.PressAsync("Control+V");
        Assert.Equal(Bare(file), Bare(await page.Locator("main textarea").InputValueAsync()));
    }

    [ChromiumFact]
    public async Task Selection_Cited_HasItsQuotationAndAnAddressThatMarksIt()
    {
        await using var window = await site.OpenAsync(host: Host);
        var page = window.Page;
        await window.GoAsync("/plans/linyi");
        // Eight characters from the middle of a paragraph, as a mouse selects them.
        var selected = await page.EvaluateAsync<string>("""
            () => {
              var text = document.querySelectorAll('.plan-text .paragraph')[0].firstChild;
              getSelection().setBaseAndExtent(text, 5, text, 13);
              return String(getSelection());
            }
            """);
        await page.GetByRole(AriaRole.Button, new() { Name = "引用所选文字" }).ClickAsync();

        await Expect(page.Locator("#cite dd").First).ToContainTextAsync($"“{selected}”（《");
        await Expect(page.Locator("#cite .citation")).ToHaveCountAsync(4);
        await window.KeepAsync("cite-selection", whole: false);
        await page.Locator("#cite dd a").ClickAsync();
        await Expect(page.Locator(".plan-text :target")).ToBeInViewportAsync();
        await Expect(page.Locator(".plan-text :target mark")).ToHaveTextAsync(
            new Regex("^" + Regex.Escape(selected) + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    // The last part of a line tells it from its like: where it leads.
    private static Task<string[]> LinesAsync(IPage page) => page.Locator(".kwic [data-block]").EvaluateAllAsync<string[]>(
        "all => all.map(row => [...row.children].map(cell => cell.textContent.trim().replace(/\\s+/g, ' ')).join('|') + new URL(row.querySelector('a').href).hash)");

    private static string Bare(string text) => text.Replace("\r", "", StringComparison.Ordinal).TrimStart('\uFEFF').Trim();
}
