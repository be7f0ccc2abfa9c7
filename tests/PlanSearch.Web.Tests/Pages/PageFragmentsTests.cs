using System.Net;
using System.Text.Json;
using PlanSearch.Web.Tests.Api;

namespace PlanSearch.Web.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed class PageFragmentsTests(Site site)
{
    public static TheoryData<string, string[], string[]> Pages => new()
    {
        // address                            must appear                                                            must not
        { "/",                                ["<html lang=\"zh-CN\">", "跳到正文", "检索词或检索式", "数据版本", "未能入库 1 件"], ["blazor", "氢能产值"] },
        { "/search?q=氢能",                   ["理解为：", "检索说明（可复核）", "未提及的规划", "逐处查看", "出处：", "筛选", "第一节 壮大氢能产业"], ["没有找到"] },
        { "/search?q=氢能&part=专栏",         ["文中位置：专栏", "取消筛选", "专栏1"], ["第二节 面临形势"] },
        { "/search?q=氢能&part=-专栏",        ["取消排除", "恢复"], ["<s></s>"] },
        { "/search?q=没有这个词的",           ["没有找到", "未提及的规划", "文本不完整，不能判断"], ["class=\"hit\""] },
        { "/search?q=氢能 (储能&mode=expression", ["不能检索", "fault-at", "改为："], ["class=\"hit\""] },
        { "/search?q=氢能&cursor=nonsense",   ["不能检索", "从第一页重新检索"], ["class=\"hit\""] },
        { "/mentions?q=氢能",                 ["前文", "后文", "下载全部", ">CSV</a>", ">Word</a>", "引用这个数：", "据本库数据（截至", "研究工具", "按章节查看", "前后搭配", "在各份规划中的分布", "<svg"], ["没有找到"] },
        { "/mentions?q=氢能&part=专栏&sort=left&near=2", ["action=\"/mentions\"", "name=\"sort\" value=\"left\"", "name=\"near\" "
            + "value=\"2\"", "href=\"#filters\"", "每页处数"], [] },
        { "/mentions?q=氢能&lang=en",         ["Skip to the filters", "Mentions a page"], [] },
        { "/search?q=氢能&sort=date",         ["跳到筛选", "sort=date"], [] },
        { "/search?q=没有这个词的&sort=title", ["跳到结果"], ["跳到筛选"] },
        { "/plans?sort=date",                 ["<option value=\"date\" selected"], [] },
        { "/plans",                           ["规划目录", "临漪市", "节选", "broken.pdf", "未能入库的文件"], [] },
        { "/plans/linyi",                     ["第一章 发展基础", "专栏1", "在本规划中查", "氢能产值"], ["<mark"] },
        { "/plans/linyi?q=氢能",              ["<mark id=", "到第一处", "上一处", "专栏2", "¶"], ["不能检索"] },
        { "/plans/linyi?q=氢能&part=专栏",    ["取消筛选 文中位置：专栏", "name=\"part\" value=\"专栏\"", "/search?q=氢能&amp;part=专栏"], ["不能检索"] },
        { "/search?q=氢能&part=专栏",         ["/plans/linyi?q=氢能&amp;part=专栏#"], [] },
        { "/plans/linyi/ledger",              ["入库报告", "没有归类（应为 0）", "linyi.txt"], [] },
        { "/mentions?q=氢能&sort=right&near=2", ["按后文", "紧邻 2 字"], ["不能检索"] },
        { "/mentions?q=氢能&near=word",        ["同句附近", "搭配强度", "near=word#neighbours\" aria-current=\"true\"", "name=\"near\" "
            + "value=\"word\""], ["不能检索"] },
        { "/mentions?q=氢能&sample=2&seed=甲", ["随机抽取 2 处，种子“甲”", "coding=%E7%BC%96%E7%A0%81%2C%E5%A4%87%E6%B3%A8\"", "列出全部", "SHA-256"], ["下一页"] },
        { "/mentions?q=氢能&sample=0",       ["不能检索", "sample"], ["<table"] },
        { "/search?q=氢能&sample=2&certificate=true", ["下载复核单（JSON）", "/api/v1/certificate?q=氢能&amp;mode=literal\""], ["随机抽取"] },
        { "/mentions?q=氢能&sort=upwards",    ["请求有误"], ["<table"] },
        { "/search?q=氢能&unit=plans",        ["name=\"unit\" value=\"plans\""], [] },
        { "/search?q=《临漪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》", ["题名相符的规划", "/plans/linyi\""], [] },
        { "/search?q=氢能&sort=relevance",    ["排在此处的原因"], [] },
        { "/plans/linyi/similar?block=nowhere", ["place_unknown"], ["id=\"similar\""] },
        { "/plans/linyi/similar",             ["place_unknown"], ["id=\"similar\""] },
        { "/search?q=氢能&zero=true",         ["隐藏计数为 0 的项"], [] },
        { "/search?q=氢能&open=part",         ["显示计数为 0 的项", "排除 文中位置：专栏"], ["value=\"part\">全部"] },
        { "/search?q=氢能&certificate=true",  ["规范写法", "SHA-256", "<details class=\"certificate\""], [] },
        { "/mentions?q=能产",                 ["排除 氢能产"], [] },
        { "/topics",                          ["#氢能", "所含词"], [] },
        { "/plans?level=地级",                ["临漪市"], ["href=\"/plans/jihu\""] },
        { "/plans?level=无此层级",            ["没有符合条件的规划"], ["class=\"plans\""] },
        { "/plans?text=节选",                 ["望澜市"], ["href=\"/plans/linyi\""] },
        { "/plans/linyi?q=氢能&lines=1",      ["class=\"line\"", "隐藏原文行号"], [] },
        { "/help",                            ["使用说明", "逐字匹配"], [] },
        { "/nothing-here",                    ["没有找到", "not_found"], ["class=\"hit\""] },
        { "/metadata",                        ["规划信息表", "/api/v1/metadata?format=xlsx"], ["role=\"alert\"", "<form class=\"panel upkeep"] },
        { "/plans/nowhere",                   ["没有找到", "plan_unknown"], [] },
        { "/search?q=氢能&size=many",         ["请求有误", "parameter_invalid"], [] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_HasWhatItMustAndNotWhatItMustNot(string address, string[] present, string[] absent)
    {
        var html = await site.TextAsync(address);

        Assert.All(present, fragment => Assert.Contains(fragment, html, StringComparison.Ordinal));
        Assert.All(absent, fragment => Assert.DoesNotContain(fragment, html, StringComparison.Ordinal));
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("/plans/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/search?q=氢能&sort=upwards", HttpStatusCode.BadRequest)]
    [InlineData("/search?q=氢能&cursor=nonsense", HttpStatusCode.BadRequest)]
    public async Task Page_OfAFault_HasTheStatusTheApiWouldGive(string address, HttpStatusCode status)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    // What a script of the page asks for is what the page without it says.
    [Fact]
    public async Task Citation_AskedForByItself_IsThatOfThePage()
    {
        var anchor = (await site.PageAsync("/plans/linyi?q=氢能&part=正文")).QuerySelector(".plan-text p:has(mark)")!.Id!;
        var page = await site.PageAsync($"/plans/linyi?q=氢能&part=正文&cite={anchor}");
        var alone = await site.JsonAsync($"/plans/linyi/cite?q=氢能&part=正文&cite={anchor}");
        var selected = await site.JsonAsync($"/plans/linyi/cite?q=营商环境持续&mode=literal&exact=true&cite={anchor}");

        foreach (var says in (string[])["official", "short", "reference", "address"])
        {
            Assert.Equal(
                page.QuerySelector($"[id='{anchor}'] + #cite [data-says={says}]")!.TextContent, alone.GetProperty(says).GetString());
        }

        Assert.Matches("第[0-9]+段$", alone.GetProperty("official").GetString());
        Assert.Equal(JsonValueKind.Null, alone.GetProperty("quoted").ValueKind);
        Assert.Equal($"“营商环境持续”（{alone.GetProperty("official").GetString()}）", selected.GetProperty("quoted").GetString());
        await Problem.AssertAsync(await site.GetAsync("/plans/linyi/cite?q=氢能&cite=nowhere"), HttpStatusCode.BadRequest, "place_unknown");
    }

    [Fact]
    public async Task EveryAnswer_ForbidsWhatComesFromElsewhere()
    {
        foreach (var address in (string[])["/", "/nothing-here", "/api/v1/nothing", "/api/v1/plans", "/assets/frame.css", "/search?size=x"])
        {
            using var response = await site.GetAsync(address);

            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task EveryLinkOfThePages_Answers()
    {
        var seen = new HashSet<string> { "/" };
        var ahead = new Queue<string>(seen);
        // The site over this collection has more addresses than need be walked: breadth first, the first few hundred.
        while (ahead.TryDequeue(out var address) && seen.Count < 300)
        {
            var page = await site.PageAsync(address);
            foreach (var link in page.QuerySelectorAll("a[href], link[href], script[src]"))
            {
                var target = (link.GetAttribute("href") ?? link.GetAttribute("src"))!.Split('#')[0];
                if (target.Length == 0 || !seen.Add(target))
                {
                    continue;
                }

                using var response = await site.GetAsync(target);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {target} on {address}");
                if (response.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    ahead.Enqueue(target);
                }
            }
        }

        Assert.True(seen.Count > 50);
    }

    [Fact]
    public async Task EveryFragmentOfAReadingPage_IsThere()
    {
        var page = await site.PageAsync("/plans/linyi?q=氢能");

        var fragments = page.QuerySelectorAll("a[href^='#']")
            .Select(link => Uri.UnescapeDataString(link.GetAttribute("href")![1..]))
            .ToList();
        Assert.NotEmpty(fragments);
        Assert.All(fragments, fragment => Assert.NotNull(page.GetElementById(fragment)));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
