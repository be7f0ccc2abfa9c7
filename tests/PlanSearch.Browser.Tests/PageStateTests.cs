using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PlanSearch.Answers.Clips;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using Clip = PlanSearch.Answers.Clips.Clip;

namespace PlanSearch.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class PageStateTests(BrowserSite site)
{
    // An excerpt that is found, one whose text has changed, one whose plan is gone.
    private static readonly string Folder = ClipLink.Write(new ClipFolder
    {
        Title = "氢能",
        Searches = [new SearchRequest { Query = "氢能" }],
        Clips =
        [
            new Clip
            {
                Plan = "lanjiang-qingneng",
                Anchor = "px0jz0f430",
                Hits = [new(13, 2)],
                Words = "氢能",
                Context = ClipContext.Block,
                Aspect = "现状",
                Note = "待核",
                Search = 0
            },
            new Clip { Plan = "lanjiang-qingneng", Anchor = "0000000000", Words = "改掉的话" },
            new Clip { Plan = "撤下的规划", Anchor = "0000000000", Words = "撤下的话" },
        ],
    });

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
        ("mentions-words", "/mentions?q=营商环境&near=word"),
        ("mentions-sampled", "/mentions?q=氢能&sample=5&seed=2026"),
        ("plans", "/plans"),
        ("plans-filtered", "/plans?level=市级&notes=true"),
        ("plans-upkeep", "/plans?edit=linyi"),
        ("plans-done", "/plans?done=correct&plan=linyi#done"),
        ("topics", "/topics"),
        ("topic", "/topics/储能"),
        ("topic-done", "/topics/氢能?done=制氢#done"),
        ("search-topic", "/search?q=%23氢能!氢"),
        ("embed-demo", "/embed/demo"),
        ("embed-component", "/embed/demo/component"),
        ("embed-frame", "/embed/demo/frame"),
        ("embed-form", "/embed/demo/form"),
        ("embed-opensearch", "/embed/demo/opensearch"),
        ("embed-empty", "/embed/search"),
        ("embed-hits", "/embed/search?q=氢能&size=5&color=ffcc00"),
        ("embed-dark", "/embed/search?q=营商环境&theme=dark&color=0b5cab&lang=en"),
        ("embed-nothing", "/embed/search?q=没有这个词的"),
        ("embed-fault", "/embed/search?mode=expression&q=氢能 (储能"),
        ("metadata", "/metadata"),
        ("reading", "/plans/linyi?q=氢能"),
        ("reading-plain", "/plans/chengwan"),
        ("reading-lines", "/plans/jihu?q=发展&lines=1"),
        ("ledger", "/plans/linyi/ledger"),
        ("cite-selection", "/plans/linyi?q=氢能产业&mode=literal&exact=true&cite=none#cite"),
        ("clips-empty", "/clips"),
        ("clips", "/clips?clips=" + Folder),
        ("clips-broken", "/clips?clips=AQAA"),
        ("help", "/help"),
        ("manual", "/help/检索手册"),
        ("manual-portal", "/help/一小时门户接入"),
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

    /// <summary>What axe has to say of a page, one line for each element; shadow roots are looked into.</summary>
    internal static async Task<List<string>> FindingsAsync(IPage page)
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
