using System.Text.Json;
using Microsoft.Playwright;
using PlanSearch.TestSupport.Formats;
using static Microsoft.Playwright.Assertions;

namespace PlanSearch.Browser.Tests;

/// <summary>An afternoon of a planning department: mentions of two topics in three plans become a Word document.</summary>
[Collection(BrowserTests.Name)]
public sealed class ClipsTests(BrowserSite site)
{
    private const string First = "氢能", Second = "营商环境";
    private const string ThreePlans = "&plan=linyi&plan=chengwan&plan=lanjiang";

    public static TheoryData<bool, int> Windows => new()
    {
        // script, width
        { true, 1440 },
        { false, 1440 },
        { false, 360 },
    };

    [ChromiumTheory]
    [MemberData(nameof(Windows))]
    public async Task Afternoon_TwoTopicsThreePlansTwelveExcerpts_IsAWordDocument(bool script, int width)
    {
        await using var window = await site.OpenAsync(width, script);
        var page = window.Page;
        var mentions = await MentionsAsync(page);

        // Four of the search page, four of 逐处, three ticks of the reading page.
        await window.GoAsync($"/search?q={First}{ThreePlans}");
        await PickAsync(page, [0, 1, 2, 3]);
        await window.GoAsync($"/mentions?q={Second}{ThreePlans}&size=50");
        await PickAsync(page, [0, 7, 15, 20]);
        await window.GoAsync($"/plans/chengwan?q={Second}");
        await PickAsync(page, [11, 12, 13]);
        // A paragraph that is not marked, by its ¶.
        var whole = await PickParagraphAsync(window);
        await Expect(page.Locator("li.clip")).ToHaveCountAsync(12);
        await Expect(page.Locator(".site")).ToContainTextAsync("摘录夹（12）");
        var values = (await FolderAsync(page)).ToList();
        Assert.Equal(3, values.Select(value => value.Plan).Distinct().Count());

        await ArrangeAsync(page);
        (values[1], values[2]) = (values[2], values[1]);
        await window.KeepAsync($"clips-{width}-{(script ? "script" : "plain")}");

        var file = await File.ReadAllBytesAsync(await (await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "DOCX" }).ClickAsync())).PathAsync());
        await File.WriteAllBytesAsync(Path.Combine(BrowserSite.Screenshots, $"clips-{width}-{script}.docx"), file);
        using var word = new WrittenWord(file);
        Assert.Equal("", word.Faults);
        AssertRows(word, values, mentions, whole);
    }

    [ChromiumTheory]
    [MemberData(nameof(Windows))]
    public async Task Everything_OfAPage_IsInTheWordDocumentToTheLastMention(bool script, int width)
    {
        await using var window = await site.OpenAsync(width, script);
        var page = window.Page;
        var mentions = (await (await page.APIRequest.GetAsync(
            "/api/v1/mentions?q=企业&plan=linyi&plan=chengwan&size=200")).JsonAsync())!.Value
            .GetProperty("mentions").EnumerateArray().Select(mention => mention.GetProperty("sentence").GetString()!).ToList();
        await window.GoAsync("/search?q=企业&plan=linyi&plan=chengwan&size=100");
        if (script)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "全选本页" }).ClickAsync();
            await Expect(page.Locator(".picks [role=status]")).ToHaveTextAsync($"已勾选 {mentions.Count} 处");
            await Expect(page.Locator(".pick:not(:disabled)")).ToHaveCountAsync(0);
            await window.KeepAsync($"picked-all-{width}");
            await page.GetByRole(AriaRole.Button, new() { Name = "放入摘录夹" }).ClickAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "摘录本页全部" }).ClickAsync();
        }

        await Expect(page.Locator("li.clip mark")).ToHaveCountAsync(mentions.Count);
        var file = await File.ReadAllBytesAsync(await (await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "DOCX" }).ClickAsync())).PathAsync());
        await File.WriteAllBytesAsync(Path.Combine(BrowserSite.Screenshots, $"everything-{width}-{script}.docx"), file);
        using var word = new WrittenWord(file);
        Assert.Equal("", word.Faults);
        var rows = word.Rows(0).Skip(1).Select(row => row[2]).ToList();
        Assert.Equal(mentions.Distinct().Order(), rows.Distinct().Order());
        Assert.Equal(mentions.Count, Enumerable.Range(1, rows.Count).Sum(row => word.Bold(0, row).Count));
        Assert.Contains($"本文件收录全部 {mentions.Count} 处", word.Under("检索说明")[1], StringComparison.Ordinal);
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hit_WithMoreThanIsShown_IsUnfoldedWhereItWas(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await window.GoAsync("/search?q=企业&plan=lanjiang&size=50");
        var link = page.Locator(".hit .more a").First;
        var hit = page.Locator($"[id='{await link.EvaluateAsync<string>("link => link.closest('.hit').id")}']");
        var counted = int.Parse(
            (await hit.Locator("h3 small").InnerTextAsync()).Replace("处", "", StringComparison.Ordinal).Trim(),
            System.Globalization.CultureInfo.InvariantCulture);
        await link.ClickAsync();

        await Expect(hit.Locator(".passage mark")).ToHaveCountAsync(counted);
        await Expect(hit).ToBeInViewportAsync();
        await window.KeepAsync($"unfolded-{(script ? "script" : "plain")}", whole: false);
    }

    [ChromiumFact]
    public async Task Ticks_WhilePaging_AreKeptAndSentTogether()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync($"/mentions?q={First}&size=10");
        await page.Locator(".pick").Nth(2).CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "第一页" })).ToBeVisibleAsync();
        await page.Locator(".pick").Nth(4).CheckAsync();
        await Expect(page.Locator(".picks [role=status]")).ToHaveTextAsync("已勾选 2 处");
        await page.GetByRole(AriaRole.Link, new() { Name = "第一页" }).ClickAsync();
        await Expect(page.Locator(".pick").Nth(2)).ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "放入摘录夹" }).ClickAsync();

        await Expect(page.Locator("li.clip")).ToHaveCountAsync(2);
        await page.GoBackAsync();
        await Expect(page.Locator(".pick:checked")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task Selection_OnTheReadingPage_IsExcerptedWhereItStands()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync($"/plans/linyi?q={First}");
        // Behind a mark with its steps: what is before the selection is not only text.
        var selected = await page.EvaluateAsync<string>("""
            () => {
              const behind = [...document.querySelectorAll('.plan-text p mark + .steps')].map(steps => steps.nextSibling).find(text => text.length > 9);
              const range = document.createRange();
              range.setStart(behind, 1);
              range.setEnd(behind, 9);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              return range.toString();
            }
            """);

        await page.GetByRole(AriaRole.Button, new() { Name = "摘录所选文字" }).ClickAsync();

        await Expect(page.Locator("li.clip")).ToHaveCountAsync(1);
        await Expect(page.Locator("li.clip mark")).ToHaveTextAsync(selected);
    }

    [ChromiumFact]
    public async Task Selection_InACellOfATable_IsExcerptedWhereItStands()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync("/plans/linyi");
        var selected = await page.EvaluateAsync<string>("""
            () => {
              const cell = [...document.querySelectorAll('.plan-table tbody tr')].map(row => row.children[2]).find(cell => cell && cell.textContent.length > 0);
              getSelection().selectAllChildren(cell);
              return cell.textContent;
            }
            """);

        await page.GetByRole(AriaRole.Button, new() { Name = "摘录所选文字" }).ClickAsync();

        await Expect(page.Locator("li.clip mark")).ToHaveTextAsync(selected);
    }

    [ChromiumTheory]
    [InlineData("/search?q=氢能&size=50", ".passage mark ~ mark")]
    [InlineData("/search?q=发展&size=50", ".passage[data-offset] mark")]
    [InlineData("/mentions?q=氢能&size=50", ".kwic td.word mark")]
    public async Task Selection_InALine_IsExcerptedWhereItStands(string address, string mark)
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync(address);
        // From two signs before a mark to its end, over what the page has put between.
        var selected = await page.EvaluateAsync<string>("""
            mark => {
              const last = [...document.querySelectorAll(mark)].find(one => {
                const cell = one.closest('td');
                const before = cell ? cell.previousSibling.firstChild.firstChild : one.previousSibling;
                return before && before.nodeType === 3 && before.length > 2;
              });
              const cell = last.closest('td');
              const before = cell ? cell.previousSibling.firstChild.firstChild : last.previousSibling;
              const range = document.createRange();
              range.setStart(before, before.length - 2);
              range.setEnd(last.firstChild.firstChild, last.textContent.length);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              return before.data.slice(-2) + last.textContent;
            }
            """, mark);

        await page.GetByRole(AriaRole.Button, new() { Name = "摘录所选文字" }).ClickAsync();

        await Expect(page.Locator("li.clip mark")).ToHaveTextAsync(selected);
    }

    [ChromiumFact]
    public async Task TickAll_OfAPage_PicksEveryLineOfIt()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await window.GoAsync($"/mentions?q={First}&size=10");
        await page.GetByRole(AriaRole.Button, new() { Name = "接着列出" }).ClickAsync();
        await Expect(page.Locator(".kwic [data-block]")).ToHaveCountAsync(112);
        await page.GetByRole(AriaRole.Button, new() { Name = "全选本页" }).ClickAsync();
        await Expect(page.Locator(".picks [role=status]")).ToHaveTextAsync("已勾选 112 处");

        await page.GetByRole(AriaRole.Button, new() { Name = "放入摘录夹" }).ClickAsync();

        await Expect(page.Locator("li.clip")).ToHaveCountAsync(112);
        await Expect(page.Locator("li.clip blockquote")).ToHaveCountAsync(112);
    }

    [ChromiumFact]
    public async Task Steps_OfAPlan_StandBesideThePicksAndNotUnderThem()
    {
        foreach (var width in (int[])[360, 1440])
        {
            await using var window = await site.OpenAsync(width);
            await window.GoAsync($"/plans/linyi?q={First}");
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "下一处" }).ClickAsync();
            await Expect(window.Page.Locator("mark:target")).ToBeInViewportAsync();
            await window.KeepAsync($"picks-and-steps-{width}", whole: false);
        }
    }

    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_SavedAndOpenedInAnotherBrowser_IsTheSameFolder(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await window.GoAsync($"/mentions?q={First}&size=10");
        await PickAsync(page, [0, 3, 5]);
        var texts = await page.Locator("li.clip blockquote").AllInnerTextsAsync();
        var saved = await (await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "存为文件" }).ClickAsync())).PathAsync();
        var link = (await page.Locator(".address a").GetAttributeAsync("href"))!;

        await using var other = await site.OpenAsync(script: script);
        await other.GoAsync($"/mentions?q={Second}&size=10");
        await PickAsync(other.Page, [1]);
        await other.Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload { Name = "摘录.json", MimeType = "application/json", Buffer = await File.ReadAllBytesAsync(saved) });
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "打开", Exact = true }).ClickAsync();
        await Expect(other.Page.Locator("li.clip blockquote")).ToHaveTextAsync(texts);
        Assert.EndsWith(link, other.Page.Url, StringComparison.Ordinal);
        await Expect(other.Page.Locator(".site")).ToContainTextAsync("摘录夹（1）");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "并入我的摘录夹" }).ClickAsync();
        await Expect(other.Page.Locator("li.clip")).ToHaveCountAsync(4);
        await Expect(other.Page.Locator(".site")).ToContainTextAsync("摘录夹（4）");
    }

    private static async Task PickAsync(IPage page, int[] boxes)
    {
        foreach (var box in boxes)
        {
            await page.Locator(".pick").Nth(box).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "放入摘录夹" }).ClickAsync();
        await Expect(page.Locator("p.done")).ToContainTextAsync($"已放入 {boxes.Length} 条");
    }

    private static async Task<string> PickParagraphAsync(Window window)
    {
        var page = window.Page;
        await window.GoAsync("/plans/linyi");
        var paragraph = page.Locator(".plan-text > p.paragraph").Nth(5);
        var text =
            await paragraph.EvaluateAsync<string>("one => { const copy = one.cloneNode(true); copy.querySelectorAll('.pin').forEach(pin => pin.remove()); return copy.textContent; }");
        await window.GoAsync((await paragraph.Locator(".pin").GetAttributeAsync("href"))!);
        await page.GetByRole(AriaRole.Button, new() { Name = "把这一段放入摘录夹" }).ClickAsync();
        return text;
    }

    // By the keyboard alone: an aspect, a note, one excerpt up; the focus stays with it.
    private static async Task ArrangeAsync(IPage page)
    {
        await page.Locator("input[name='aspect.0']").FillAsync("目标");
        await page.Locator("input[name='note.0']").FillAsync("待核");
        await page.GetByRole(AriaRole.Button, new() { Name = "第 3 条上移" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("moved=up.1$", default, TimeSpan.FromSeconds(1)));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "第 2 条上移" })).ToBeFocusedAsync();
        await Expect(page.Locator("input[name='note.0']")).ToHaveValueAsync("待核");
    }

    private static void AssertRows(WrittenWord word, List<Value> values, Dictionary<string, Mention> mentions, string whole)
    {
        var rows = word.Rows(0).Skip(1).ToList();
        Assert.Equal(12, rows.Count);
        Assert.Equal(("目标", "注：待核"), (rows[0][1], rows[0][3].Split('\n')[1]));
        var citations = word.Noted.ToLookup(noted => noted.Text, noted => noted.Note);
        for (var at = 0; at < rows.Count; at++)
        {
            var (text, place) = (rows[at][2], rows[at][3].Split('\n')[0]);
            Assert.Contains(citations[text], citation => citation.EndsWith(place, StringComparison.Ordinal));
            if (values[at].Hits.Count == 0)
            {
                Assert.Equal(whole, text);
                Assert.Empty(word.Bold(0, at + 1));
            }
            else
            {
                var (first, last) = (mentions[values[at].Hits[0]], mentions[values[at].Hits[^1]]);
                Assert.Contains(first.Citation, citations[text]);
                Assert.StartsWith(first.Sentence, text, StringComparison.Ordinal);
                Assert.EndsWith(last.Sentence, text, StringComparison.Ordinal);
                // Every mention of the sentences is in bold, picked or not.
                Assert.Superset(values[at].Hits.Select(hit => mentions[hit].Hit).ToHashSet(), word.Bold(0, at + 1).ToHashSet());
                Assert.Equal(text.Split(first.Hit).Length - 1, word.Bold(0, at + 1).Count);
            }
        }

        Assert.Equal(rows.Select(row => row[2]).Order(), word.Noted.Select(noted => noted.Text).Order());
        var statement = word.Under("检索说明");
        Assert.StartsWith("本文件收录摘录 12 条，其中检索词 ", statement[0], StringComparison.Ordinal);
        Assert.EndsWith(" 处，出自 3 份规划。", statement[0], StringComparison.Ordinal);
        // The searches that found them, as the pages said them: two of lists, one of the reading page.
        Assert.Equal([First, Second, Second], statement.Skip(1).Take(statement.Count - 3).Select(line => line.Split('“', '”')[1]));
    }

    /// <summary>What the folder on the page holds, in its order, from the file it saves.</summary>
    private static async Task<IEnumerable<Value>> FolderAsync(IPage page)
    {
        var saved = await (await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "存为文件" }).ClickAsync())).PathAsync();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(saved));
        return [.. json.RootElement.GetProperty("clips").EnumerateArray().Select(clip => new Value(
            clip.GetProperty("plan").GetString()!,
            clip.TryGetProperty("hits", out var hits)
                ? [.. hits.EnumerateArray()
                    .Select(hit => $"{clip.GetProperty("plan").GetString()}#{clip.GetProperty("anchor").GetString()}.{hit[0].GetInt32()}")]
                : []))];
    }

    /// <summary>Every mention of both topics, by plan, anchor and offset, as the API lists them.</summary>
    private static async Task<Dictionary<string, Mention>> MentionsAsync(IPage page)
    {
        var mentions = new Dictionary<string, Mention>();
        foreach (var query in (string[])[First, Second])
        {
            var answer = (await (await page.APIRequest.GetAsync($"/api/v1/mentions?q={query}&size=200")).JsonAsync())!.Value;
            foreach (var mention in answer.GetProperty("mentions").EnumerateArray())
            {
                mentions[$"{Text(mention, "plan")}#{Text(mention, "permalink").Split('#')[1]}"] =
                    new Mention(Text(mention, "hit"), Text(mention, "sentence"), Text(mention, "citation"));
            }
        }

        return mentions;

        static string Text(JsonElement mention, string name) => mention.GetProperty(name).GetString()!;
    }

    private sealed record Value(string Plan, List<string> Hits);

    private sealed record Mention(string Hit, string Sentence, string Citation);
}
