using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PlanSearch.TestSupport;

namespace PlanSearch.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class PageStateTests(BrowserSite site)
{
    // Every page in each of its states.
    private static readonly (string Name, string Address)[] States =
    [
        ("home", "/"),
        ("search", "/search?q=氢能"),
        ("search-filtered", "/search?q=氢能&part=专栏&part=-正文&unit=plans"),
        ("search-relevance", "/search?q=氢能&sort=relevance"),
        ("search-aside", "/search?q=发展&aside=true"),
        ("search-title", "/search?q=临漪市“十四五”规划纲要"),
        ("search-nothing", "/search?q=没有这个词的"),
        ("search-fault", "/search?mode=expression&q=氢能 (储能"),
        ("mentions", "/mentions?q=营商环境"),
        ("mentions-sorted", "/mentions?q=能源&sort=left&near=2"),
        ("mentions-sampled", "/mentions?q=氢能&sample=5&seed=2026"),
        ("plans", "/plans"),
        ("plans-filtered", "/plans?level=地级&notes=true"),
        ("plans-upkeep", "/plans?edit=linyi"),
        ("plans-done", "/plans?done=correct&plan=linyi#done"),
        ("topics", "/topics"),
        ("metadata", "/metadata"),
        ("reading", "/plans/linyi?q=氢能"),
        ("reading-plain", "/plans/chengwan"),
        ("reading-lines", "/plans/jihu?q=发展&lines=1"),
        ("ledger", "/plans/linyi/ledger"),
        ("cite-selection", "/plans/linyi?q=氢能产业&mode=literal&exact=true&cite=none#cite"),
        ("help", "/help"),
        ("english", "/search?q=氢能&lang=en"),
        ("large", "/search?q=氢能&font=large"),
        ("large-reading", "/plans/linyi?q=氢能&font=large"),
        ("dark-by-choice", "/plans/linyi?q=氢能&theme=dark"),
        ("not-found", "/nothing-here"),
    ];

    private static readonly (int Width, ColorScheme Scheme)[] Looks =
    [
        (360, ColorScheme.Light), (1440, ColorScheme.Light), (1920, ColorScheme.Light),
        (360, ColorScheme.Dark), (1440, ColorScheme.Dark), (1920, ColorScheme.Dark),
    ];

    // The short form takes every state once, and over a few runs every state in every look.
    public static TheoryData<string, string, int, ColorScheme> Windows
    {
        get
        {
            var random = new Random(Seed.Take(_ => { }));
            var windows = new TheoryData<string, string, int, ColorScheme>();
            foreach (var state in States)
            {
                foreach (var look in BrowserRun.IsLong ? Looks : [Looks[random.Next(Looks.Length)]])
                {
                    windows.Add(state.Name, state.Address, look.Width, look.Scheme);
                }
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
