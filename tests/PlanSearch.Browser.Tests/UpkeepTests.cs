using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlanSearch.Browser.Tests;

/// <summary>A plan added, its region corrected, and removed, by the forms of the plans page.</summary>
[Collection(BrowserTests.Name)]
public sealed class UpkeepTests(BrowserSite site)
{
    private const string Text = "清浦镇国民经济和社会发展第十四个五年规划纲要\n\n第一章 发展基础\n\n探针词持续改善。\n";

    [ChromiumTheory]
    [InlineData(true, 1440)]
    [InlineData(false, 1440)]
    [InlineData(true, 360)]
    [InlineData(false, 360)]
    public async Task Plan_AddedAndItsRegionCorrected_IsFoundUnderItAtOnce(bool script, int width)
    {
        await using var window = await site.OpenAsync(width, script);
        var page = window.Page;
        await window.GoAsync("/plans");
        await page.Locator("#add > summary").ClickAsync();
        var add = page.Locator("#add form");
        await add.GetByLabel("录入密钥").FillAsync(BrowserSite.WriteKey);
        await add.GetByLabel("编号").FillAsync("qingpu");
        await add.GetByLabel("文件")
            .SetInputFilesAsync(
                new FilePayload { Name = "qingpu.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Text) });
        await add.GetByRole(AriaRole.Button, new() { Name = "上传入库" }).ClickAsync();
        await Expect(page.Locator("#done")).ToContainTextAsync("已入库：清浦镇");

        await page.GetByRole(AriaRole.Link, new() { Name = "更正：清浦镇" }).ClickAsync();
        var correct = page.Locator("#edit form").First;
        await correct.GetByLabel("地区").FillAsync("岚江省/临漪市");
        await correct.GetByLabel("录入密钥").FillAsync("not it");
        await correct.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(page.Locator("#edit [role=alert]")).ToHaveTextAsync("录入密钥不对，没有修改。");
        await Expect(correct.GetByLabel("地区")).ToHaveValueAsync("岚江省/临漪市");
        await window.KeepAsync($"upkeep-refused-{width}-{(script ? "script" : "plain")}");
        await correct.GetByLabel("录入密钥").FillAsync(BrowserSite.WriteKey);
        await correct.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(page.Locator("#done")).ToContainTextAsync("已更正：清浦镇");

        await window.GoAsync("/search?q=探针词&region=岚江省/临漪市");
        await Expect(page.Locator("p.summary b[data-count=mentions]")).ToHaveTextAsync("1");
        await Expect(page.Locator(".plan-group h2")).ToContainTextAsync("岚江省 临漪市");

        await window.GoAsync("/plans?edit=qingpu");
        var remove = page.Locator("#edit form").Last;
        await remove.GetByLabel("录入密钥").FillAsync(BrowserSite.WriteKey);
        await remove.GetByRole(AriaRole.Checkbox).CheckAsync();
        await remove.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Expect(page.Locator("#done")).ToContainTextAsync("已删除：qingpu");
        var left = (await (await page.APIRequest.GetAsync("/api/v1/search?q=探针词")).JsonAsync<JsonElement>()).GetProperty("certificate");
        Assert.Equal(0, left.GetProperty("mentions").GetInt32());
    }
}
