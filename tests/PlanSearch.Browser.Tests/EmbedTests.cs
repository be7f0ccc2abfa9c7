using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Web.Tokens;
using static Microsoft.Playwright.Assertions;

namespace PlanSearch.Browser.Tests;

/// <summary>Each sample of /embed/demo, copied into a page of another origin with a strict policy.</summary>
[Collection(BrowserTests.Name)]
public sealed class EmbedTests(BrowserSite site) : IAsyncLifetime
{
    private PortalSites _sites = null!;

    public async Task InitializeAsync() => _sites = Chromium.Missing is null ? await PortalSites.StartAsync(site) : null!;

    public async Task DisposeAsync()
    {
        if (_sites is not null)
        {
            await _sites.DisposeAsync();
        }
    }

    [ChromiumTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Component_InAPortal_SearchesAndAsksOnlyItsEndpoint(bool isProxied)
    {
        var search = isProxied ? _sites.Proxied : _sites.Allowed;
        await using var context = await site.OpenContextAsync();
        var page = await context.NewPageAsync();
        var (requests, faults) = (Watch(page), Faults(page));
        var address = await PutAsync(search, "component");
        await page.GotoAsync(address);
        var box = page.GetByRole(AriaRole.Searchbox);
        await box.FillAsync("氢能");
        await box.PressAsync("Enter");
        await Expect(page.Locator("plan-search li")).ToHaveCountAsync(5);

        var answer = await _sites.CertificateAsync(search + "/api/v1/search?q=氢能");
        await Expect(page.Locator("plan-search .status")).ToHaveTextAsync(
            $"{answer.GetProperty("plans")} 份规划、{answer.GetProperty("records")} 个章节、{answer.GetProperty("mentions")} 处");
        Assert.Equal(
            [address, search + "/embed/plan-search.js", search + "/api/v1/search?q=%E6%B0%A2%E8%83%BD&size=5&facets=false"], requests);
        Assert.Empty(_sites.Reports);
        Assert.Empty(faults);
        await page.ScreenshotAsync(
            new() { Path = Path.Combine(BrowserSite.Screenshots, $"portal-component-{isProxied}.png"), FullPage = true });

        await page.GetByRole(AriaRole.Button, new() { Name = "接着列出" }).ClickAsync();
        await Expect(page.Locator("plan-search li")).ToHaveCountAsync(10);
        var opened = await page.RunAndWaitForPopupAsync(() => page.Locator("plan-search mark a").First.ClickAsync());
        Assert.StartsWith(search + "/plans/", opened.Url, StringComparison.Ordinal);
        await Expect(opened.Locator("mark:target")).ToHaveTextAsync(new Regex("^氢能", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [ChromiumFact]
    public async Task Component_WhereTheSettingsDoNotNameThePortal_SaysSoAndLeavesALink()
    {
        await using var context = await site.OpenContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(await PutAsync(_sites.Closed, "component"));
        await page.GetByRole(AriaRole.Searchbox).FillAsync("氢能");
        await page.GetByRole(AriaRole.Button, new() { Name = "检索" }).ClickAsync();

        await Expect(page.Locator("plan-search .status")).ToContainTextAsync("没有允许本网站使用");
        await Expect(page.Locator("plan-search li")).ToHaveCountAsync(0);
        await Expect(page.Locator("plan-search .ways a")).ToHaveAttributeAsync("href", _sites.Closed + "/search?q=%E6%B0%A2%E8%83%BD");
        Assert.Empty(await PageStateTests.FindingsAsync(page));
    }

    [ChromiumFact]
    public async Task Component_UnderAnInputMethod_SearchesExactlyOnce()
    {
        await using var context = await site.OpenContextAsync();
        var page = await context.NewPageAsync();
        var requests = Watch(page);
        await page.GotoAsync(await PutAsync(_sites.Allowed, "component"));
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();

        // As pinyin is typed: each letter is a composition update; Enter commits the candidate and is a key of the input method, in
        // browsers of both orders.
        await page.EvaluateAsync("""
            () => {
              var field = document.querySelector('plan-search').shadowRoot.querySelector('input');
              var fire = (type, data) => field.dispatchEvent(new CompositionEvent(type, { data: data, bubbles: true }));
              var enter = composing => {
                var event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: composing, bubbles: true, cancelable: true });
                Object.defineProperty(event, 'keyCode', { value: 229 });
                if (field.dispatchEvent(event)) { field.form.requestSubmit(); }
                field.form.requestSubmit();
              };
              fire('compositionstart', '');
              ['q', 'qing', 'qing n'].forEach(text => { field.value = text; fire('compositionupdate', text); field.dispatchEvent(new InputEvent('input', { data: text, isComposing: true, bubbles: true })); });
              enter(true);
              field.value = '氢能';
              fire('compositionend', '氢能');
              enter(false);
              field.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true }));
            }
            """);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("plan-search li")).ToHaveCountAsync(5);

        Assert.Single(requests, request => request.Contains("/api/", StringComparison.Ordinal));
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("氢能");
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Component_InABrowserWithoutElementsOrScript_LeavesItsLink(bool script)
    {
        await using var context = await site.OpenContextAsync(script);
        await context.AddInitScriptAsync(
            "delete window.customElements; Object.defineProperty(window, 'customElements', { value: undefined });");
        var page = await context.NewPageAsync();
        var faults = Faults(page);
        await page.GotoAsync(await PutAsync(_sites.Allowed, "component"));

        await Expect(page.Locator("plan-search a")).ToBeVisibleAsync();
        var opened = await page.RunAndWaitForPopupAsync(() => page.Locator("plan-search a").ClickAsync());
        await opened.WaitForURLAsync(_sites.Allowed + "/search");
        Assert.Empty(faults);
    }

    [ChromiumFact]
    public async Task Component_InABrowserWithoutConstructedSheets_LoadsItsStyleAsAFile()
    {
        await using var context = await site.OpenContextAsync();
        await context.AddInitScriptAsync("delete CSSStyleSheet.prototype.replaceSync;");
        var page = await context.NewPageAsync();
        var requests = Watch(page);
        await page.GotoAsync(await PutAsync(_sites.Allowed, "component", "style-src " + _sites.Allowed));

        await Expect(page.Locator("plan-search .box")).ToHaveCSSAsync("border-top-color", "rgb(11, 92, 171)");
        Assert.Contains(_sites.Allowed + "/assets/embed/plan-search.css", requests);
        Assert.Empty(_sites.Reports);
    }

    [ChromiumTheory]
    [InlineData("light", ColorScheme.Light, "#0b5cab")]
    [InlineData("dark", ColorScheme.Light, "#ffcc00")]
    [InlineData("auto", ColorScheme.Dark, "")]
    [InlineData("auto", ColorScheme.Light, "#777777")]
    public async Task Component_EachTheme_HasNoAxeFindingAndFitsAPhone(string theme, ColorScheme scheme, string color)
    {
        await using var context = await site.OpenContextAsync(scheme: scheme, width: 360);
        var page = await context.NewPageAsync();
        await page.GotoAsync(_sites.Put("/themes", $"""
            <script src="{_sites.Allowed}/embed/plan-search.js" defer></script>
            <plan-search endpoint="{_sites.Allowed}" theme="{theme}" color="{color}" size="3" q="营商环境" scope="level=市级;part=-标题"></plan-search>
            """, Policy(_sites.Allowed)));
        await Expect(page.Locator("plan-search li").First).ToBeVisibleAsync();
        await page.ScreenshotAsync(
            new() { Path = Path.Combine(BrowserSite.Screenshots, $"portal-theme-{theme}-{scheme}.png"), FullPage = true });

        Assert.Empty(await PageStateTests.FindingsAsync(page));
        Assert.Equal(360, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        var answer = await _sites.CertificateAsync(_sites.Allowed + "/api/v1/search?q=营商环境&level=市级&part=-标题");
        await Expect(page.Locator("plan-search .status")).ToContainTextAsync($"{answer.GetProperty("mentions")} 处");
    }

    [ChromiumFact]
    public async Task Component_WithAToken_IsConfinedAndSoIsWhatItOpens()
    {
        var token = new TokenSigner([PortalSites.Secret]).Sign(
            new ScopeToken(PlanScope.Of([new("plan", ["linyi"])]).Value!) { Audience = [_sites.Portal] });
        await using var context = await site.OpenContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(_sites.Put("/token", $"""
            <script src="{_sites.Allowed}/embed/plan-search.js" defer></script><plan-search endpoint="{_sites.Allowed}" token="{token}" q="营商环境"></plan-search>
            """, Policy(_sites.Allowed)));

        await Expect(page.Locator("plan-search .status")).ToContainTextAsync("1 份规划、");
        await Expect(page.Locator("plan-search .note")).ToContainTextAsync("限定范围：linyi");
        var opened = await page.RunAndWaitForPopupAsync(() => page.Locator("plan-search .ways a").ClickAsync());
        await Expect(opened.Locator(".scope-note")).ToContainTextAsync("linyi");
        await opened.Locator("nav.site a").First.ClickAsync();
        await Expect(opened.Locator("table.plans tbody tr")).ToHaveCountAsync(1);
    }

    [ChromiumTheory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Frame_InAPortal_SearchesAndMarks(bool script, bool isProxied)
    {
        var search = isProxied ? _sites.Proxied : _sites.Allowed;
        await using var context = await site.OpenContextAsync(script);
        var page = await context.NewPageAsync();
        var faults = Faults(page);
        await page.GotoAsync(await PutAsync(search, "frame", "frame-src " + OriginOf(search)));
        var frame = page.FrameLocator("iframe");
        await frame.Locator("#q").FillAsync("氢能");
        await frame.Locator("#q").PressAsync("Enter");

        await Expect(frame.Locator("article.hit")).ToHaveCountAsync(5);
        await Expect(frame.Locator("article.hit mark").First).ToHaveTextAsync("氢能");
        Assert.Empty(faults);
        Assert.Empty(_sites.Reports);
        await page.ScreenshotAsync(
            new() { Path = Path.Combine(BrowserSite.Screenshots, $"portal-frame-{script}-{isProxied}.png"), FullPage = true });
        await frame.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await Expect(frame.Locator("article.hit")).ToHaveCountAsync(5);
        var opened = await page.RunAndWaitForPopupAsync(() => frame.Locator("article.hit mark a").First.ClickAsync());
        Assert.StartsWith(search + "/plans/", opened.Url, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Frame_WhereTheSettingsDoNotNameThePortal_IsRefused()
    {
        await using var context = await site.OpenContextAsync();
        var page = await context.NewPageAsync();
        var refused = new TaskCompletionSource();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
            {
                refused.TrySetResult();
            }
        };
        await page.GotoAsync(await PutAsync(_sites.Closed, "frame", "frame-src " + OriginOf(_sites.Closed)));

        await refused.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Expect(page.FrameLocator("iframe").Locator("#q")).ToHaveCountAsync(0);
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_InAPortal_OpensTheSearch(bool isProxied)
    {
        var search = isProxied ? _sites.Proxied : _sites.Closed;
        await using var context = await site.OpenContextAsync(script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(await PutAsync(search, "form", "form-action " + OriginOf(search)));
        await page.GetByLabel("规划全文检索").FillAsync("氢能");
        var opened = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "检索" }).ClickAsync());

        await opened.WaitForURLAsync(search + "/search?q=*");
        await Expect(opened.Locator("article.hit").First).ToBeVisibleAsync();
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenSearch_InAPortal_NamesAddressesThatAnswer(bool isProxied)
    {
        var search = isProxied ? _sites.Proxied : _sites.Closed;
        await using var context = await site.OpenContextAsync();
        var page = await context.NewPageAsync();
        var markup = await SnippetAsync(search, "opensearch");
        await page.GotoAsync(_sites.Put("/browser", "", Policy(search), markup));
        var address = await page.Locator("link[rel=search]").GetAttributeAsync("href");
        Assert.Equal(search + "/opensearch/description.xml", address);

        var description = await _sites.TextAsync(address!);
        var templates = Regex.Matches(description, "template=\"(?<address>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(found => found.Groups["address"].Value)
            .ToList();
        Assert.Equal(3, templates.Count);
        foreach (var template in templates)
        {
            Assert.StartsWith(search + "/", template, StringComparison.Ordinal);
            Assert.NotEmpty(await _sites.TextAsync(template.Replace("{searchTerms}", "氢能", StringComparison.Ordinal)));
        }
    }

    // The snippet as it is on the demonstration, on a page whose policy allows what it needs and nothing else.
    private async Task<string> PutAsync(string search, string name, string more = "")
    {
        var policy = Policy(search) + (more.Length > 0 ? "; " + more : "");
        return _sites.Put($"/{name}", await SnippetAsync(search, name), policy);
    }

    private async Task<string> SnippetAsync(string search, string name)
    {
        var demo = await _sites.TextAsync(search + "/embed/demo");
        var section = Regex.Match(
            demo,
            $"""<section aria-labelledby="{name}">.*?<code data-copy>(?<markup>.*?)</code>""",
            RegexOptions.Singleline,
            TimeSpan.FromSeconds(1));
        var snippet = System.Net.WebUtility.HtmlDecode(section.Groups["markup"].Value);
        Assert.Contains(search, snippet, StringComparison.Ordinal);
        return snippet;
    }

    private static string Policy(string search) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture,
        "default-src 'none'; base-uri 'none'; script-src {0}; connect-src {0}",
        OriginOf(search));

    private static string OriginOf(string search) => new Uri(search).GetLeftPart(UriPartial.Authority);

    private static List<string> Watch(IPage page)
    {
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        return requests;
    }

    private static List<string> Faults(IPage page)
    {
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("favicon", StringComparison.Ordinal))
            {
                faults.Add(message.Text);
            }
        };
        return faults;
    }
}
