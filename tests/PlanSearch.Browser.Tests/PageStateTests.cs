using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PlanSearch.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class PageStateTests(BrowserSite site)
{
    private static readonly (string Name, string Address)[] States =
    [
        ("home", "/"),
        ("search", "/search?q=氢能"),
        ("search-filtered", "/search?q=氢能&part=专栏&part=-正文"),
        ("search-nothing", "/search?q=没有这个词的"),
        ("search-fault", "/search?mode=expression&q=氢能 (储能"),
        ("mentions", "/mentions?q=营商环境"),
        ("plans", "/plans"),
        ("reading", "/plans/linyi?q=氢能"),
        ("reading-plain", "/plans/chengwan"),
        ("ledger", "/plans/linyi/ledger"),
        ("help", "/help"),
        ("not-found", "/nothing-here"),
    ];

    private static readonly (int Width, ColorScheme Scheme)[] Looks = [(360, ColorScheme.Light), (1440, ColorScheme.Light), (1440, ColorScheme.Dark)];

    public static TheoryData<string, string, int, ColorScheme> Windows
    {
        get
        {
            var windows = new TheoryData<string, string, int, ColorScheme>();
            foreach (var (state, look) in States.SelectMany(state => Looks.Select(look => (state, look))))
            {
                windows.Add(state.Name, state.Address, look.Width, look.Scheme);
            }

            return windows;
        }
    }

    [ChromiumTheory]
    [MemberData(nameof(Windows))]
    public async Task Page_HasNoSidewaysScrollAndNoAxeFinding(string name, string address, int width, ColorScheme scheme)
    {
        await using var window = await site.OpenAsync(width, scheme: scheme);
        await window.GoAsync(address);
        // What is folded is tested too.
        await window.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        await window.KeepAsync($"{name}-{width}-{scheme}".ToLowerInvariant());

        Assert.Equal(width, await window.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, innerWidth)"));
        var findings = await FindingsAsync(window.Page);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static async Task<List<string>> FindingsAsync(IPage page)
    {
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run(document)");
        return
        [
            .. from finding in result.GetProperty("violations").EnumerateArray()
               from node in finding.GetProperty("nodes").EnumerateArray()
               select $"{finding.GetProperty("id").GetString()}: {node.GetProperty("html").GetString()} {node.GetProperty("failureSummary").GetString()}",
        ];
    }
}
