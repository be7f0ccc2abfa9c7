using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlanSearch.Browser.Tests;

/// <summary>The search box under an input method, and its suggestions.</summary>
[Collection(BrowserTests.Name)]
public sealed class SearchBoxTests(BrowserSite site)
{
    [ChromiumFact]
    public async Task Composition_ThatCommitsByEnter_FiresOneSearchAtTheNextEnter()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync("/");
        var (searches, suggestions) = (0, 0);
        page.Request += (_, request) =>
        {
            searches += request.Url.Contains("/search?", StringComparison.Ordinal) ? 1 : 0;
            suggestions += request.Url.Contains("/suggest?", StringComparison.Ordinal) ? 1 : 0;
        };
        await page.Locator("#q").FocusAsync();

        // As pinyin is typed: each letter is a composition update, Enter commits the candidate and is a key of the input method.
        await page.EvaluateAsync("""
            () => {
              var box = document.getElementById('q');
              var fire = (type, data) => box.dispatchEvent(new CompositionEvent(type, { data: data, bubbles: true }));
              fire('compositionstart', '');
              ['q', 'qi', 'qing'].forEach(text => {
                box.value = text;
                fire('compositionupdate', text);
                box.dispatchEvent(new InputEvent('input', { data: text, isComposing: true, bubbles: true }));
              });
              window.pressed = box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }));
            }
            """);
        await page.WaitForTimeoutAsync(400);
        Assert.Equal((0, 0), (searches, suggestions));
        await page.EvaluateAsync("() => document.getElementById('q').form.requestSubmit()");
        await page.WaitForTimeoutAsync(200);
        Assert.Equal(0, searches);

        await page.EvaluateAsync("""
            () => {
              var box = document.getElementById('q');
              box.value = '氢能';
              box.dispatchEvent(new CompositionEvent('compositionend', { data: '氢能', bubbles: true }));
              box.dispatchEvent(new InputEvent('input', { data: '氢能', bubbles: true }));
            }
            """);
        await Expect(page.Locator(".suggestions li").First).ToBeVisibleAsync();
        await page.Locator("#q").PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=*");
        await Expect(page.Locator("#q")).ToHaveValueAsync("氢能");
        Assert.Equal((1, 1), (searches, suggestions));
    }

    [ChromiumFact]
    public async Task Suggestions_ByArrowKeys_FillTheBoxAndEscapeTakesThemBack()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync("/");
        await page.Locator("#q").PressSequentiallyAsync("营商");
        var options = page.GetByRole(AriaRole.Option);
        await Expect(options.First).ToBeVisibleAsync();
        await window.KeepAsync("suggestions", whole: false);

        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#q")).ToHaveValueAsync((await options.First.GetAttributeAsync("data-text"))!);
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#q")).ToHaveValueAsync("营商");
        await Expect(page.Locator(".suggestions")).ToBeHiddenAsync();
    }

    [ChromiumFact]
    public async Task Keys_OnAResultList_GoFromHitToHitAndShowTheirList()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync("/search?q=氢能");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("article.hit h3 a").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("article.hit h3 a").Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("article.hit mark a").Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await window.KeepAsync("keys", whole: false);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
    }
}
