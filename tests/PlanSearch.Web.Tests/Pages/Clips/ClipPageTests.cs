using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PlanSearch.Answers.Clips;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Web.Tests.Pages.Clips;

/// <summary>The forms of the folder, sent as a browser without script sends them.</summary>
[Collection(SiteTests.Name)]
public sealed class ClipPageTests(Site site)
{
    private const string Search = "?q=氢能";

    [Fact]
    public async Task Picks_OfTwoPages_AreOneFolderInTheOrderPicked()
    {
        var browser = new Browser(site.SendAsync);
        var boxes = await BoxesAsync("/mentions?q=氢能&size=50");
        Assert.True(boxes.Count > 6);

        await browser.SendAsync([("do", "pick"), ("search", Search), ("pick", boxes[3]), ("pick", boxes[1])]);
        await browser.SendAsync([("do", "pick"), ("search", "?q=营商环境"), ("pick", (await BoxesAsync("/search?q=营商环境"))[0])]);

        var folder = ClipLink.Read(browser.Code).Value!;
        Assert.Equal([boxes[3], boxes[1]], folder.Clips.Take(2).Select(clip => ClipPick.Write(clip.Plan, clip.Anchor, clip.Hits)));
        Assert.Equal(["氢能", "营商环境"], folder.Searches.Select(search => search.Query));
        Assert.Equal(3, browser.Page!.QuerySelectorAll("li.clip").Length);
        Assert.Contains("摘录夹（3）", browser.Page.QuerySelector(".site")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boxes_OfEveryPage_NameTheSamePlaces()
    {
        var rows = await BoxesAsync("/mentions?q=氢能&plan=linyi&size=50");
        var passages = await BoxesAsync("/search?q=氢能&plan=linyi&size=50");
        var blocks = await BoxesAsync("/plans/linyi?q=氢能");
        var hits = (await site.PageAsync("/search?q=氢能&plan=linyi&size=50")).QuerySelectorAll("article.hit").ToList();
        var single = hits.Where(hit => hit.QuerySelector(".pick") is null).ToList();

        Assert.Equal(rows.Order(), blocks.SelectMany(Single).Order());
        // A hit of one passage has the box of its record alone, which says the same.
        Assert.All(single, hit => Assert.Single(hit.QuerySelectorAll(".passage:not(.names)")));
        Assert.NotEmpty(passages);
        Assert.Equal(
            rows.Order().Except(passages.SelectMany(Single)).Count(), single.Sum(hit => hit.QuerySelectorAll(".passage mark").Length));
        Assert.Empty(passages.SelectMany(Single).Except(rows));

        static IEnumerable<string> Single(string value)
        {
            var pick = ClipPick.Read(value)!;
            return pick.Hits.Select(hit => ClipPick.Write(pick.Plan, pick.Anchor, [hit]));
        }
    }

    [Fact]
    public async Task Boxes_OfAWidenedSearch_BelongToAFormThatNamesIt()
    {
        var page = await site.PageAsync("/search?q=氢能产业起步的营商环境");

        Assert.NotEmpty(page.QuerySelectorAll(".words input.pick"));
        var search = page.QuerySelector("form#picks input[name=search]")!.GetAttribute("value")!;
        Assert.Contains("mode=words", search, StringComparison.Ordinal);
        var browser = new Browser(site.SendAsync);
        await browser.SendAsync(
            [("do", "pick"), ("search", search), ("pick", page.QuerySelector(".words input.pick")!.GetAttribute("value")!)]);
        Assert.NotNull(browser.Page!.QuerySelector("li.clip mark"));
        Assert.DoesNotContain("warning", browser.Page.QuerySelector("[aria-labelledby=folder-proof]")!.InnerHtml, StringComparison.Ordinal);
    }

    // What was left out stays left out: the folder counts what the page did.
    [Fact]
    public async Task Boxes_OfAQuestionWithAWordLeftOut_AreProvedWithoutIt()
    {
        const string Asked = "?q=氢能+产业&mode=words&off=产业&places=off";
        var page = await site.PageAsync("/search" + Asked);
        var mentions = (await site.JsonAsync("/api/v1/search" + Asked)).GetProperty("certificate").GetProperty("mentions").GetInt32();
        var browser = new Browser(site.SendAsync);

        var search = page.QuerySelector("form#picks input[name=search]")!.GetAttribute("value")!;
        await browser.SendAsync(
            [("do", "pick"), ("search", search), ("pick", page.QuerySelector("article.hit input.pick")!.GetAttribute("value")!)]);

        var proof = browser.Page!.QuerySelector("[aria-labelledby=folder-proof]")!;
        Assert.DoesNotContain("warning", proof.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("“产业”", proof.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{mentions} 处", proof.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_PickedWholeWithoutScript_HoldsEveryMentionItCounts()
    {
        const string List = "?q=能&plan=linyi&size=50";
        var mentions = (await site.JsonAsync("/api/v1/mentions" + List)).GetProperty("mentions").EnumerateArray()
            .Select(mention => $"{mention.GetProperty("plan").GetString()}#{mention.GetProperty("permalink").GetString()!.Split('#')[1]}")
                .ToList();
        var page = await site.PageAsync("/search" + List);
        var browser = new Browser(site.SendAsync);

        await browser.SendAsync(
            page.QuerySelectorAll("form#picks input[type=hidden]").Concat(page.QuerySelectorAll("form#picks button[name=whole-page]"))
            .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)));

        var folder = ClipLink.Read(browser.Code).Value!;
        Assert.Equal(
            mentions.Order(), folder.Clips.SelectMany(clip => clip.Hits.Select(hit => $"{clip.Plan}#{clip.Anchor}.{hit.Start}")).Order());
        Assert.Equal(mentions.Count, browser.Page!.QuerySelectorAll("li.clip mark").Length);
        using var docx = await browser.PostAsync([.. browser.Fields(), ("do", "docx")]);
        using var word = new WrittenWord(await docx.Content.ReadAsByteArrayAsync());
        Assert.Equal(mentions.Count, Enumerable.Range(1, word.Rows(0).Count - 1).Sum(row => word.Bold(0, row).Count));
        Assert.Contains($"，其中检索词 {mentions.Count} 处，出自 1 份规划。", word.Under("检索说明")[0], StringComparison.Ordinal);
        Assert.Contains($"共提及 {mentions.Count} 处", word.Under("检索说明")[1], StringComparison.Ordinal);
        Assert.Contains($"本文件收录全部 {mentions.Count} 处", word.Under("检索说明")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfHitsThatAreFolded_UnfoldsEachAndTakesAllThatItCounts()
    {
        var far = string.Concat(Enumerable.Repeat("这一句不提它，只是把话说长，好让一段里的两处隔得很远。", 8));
        await using var host = await TestHost.StartAsync(collection => collection.Write("many.txt",
            "甲市国民经济和社会发展第十四个五年规划纲要\n\n第一章 任务\n\n"
                + string.Concat(Enumerable.Range(1, 7).Select(number => $"第{number}项发展氢能。{far}氢能和氢能都要。\n\n"))
            + "第二章 措施\n\n" + string.Concat(Enumerable.Range(1, 9).Select(number => $"第{number}条支持氢能。\n\n"))));
        var page = await PageAsync(host, "/search?q=氢能&plan=many");
        var links = page.QuerySelectorAll(".more a").ToList();
        Assert.Equal(["展开其余 14 处", "展开其余 4 处"], links.Select(link => link.TextContent));
        foreach (var link in links)
        {
            var id = link.Closest(".hit")!.Id!;
            var counted = int.Parse(
                page.GetElementById(id)!.QuerySelector("h3 small")!.TextContent.Replace("处", "", StringComparison.Ordinal).Trim(),
                CultureInfo.InvariantCulture);
            var folded = page.GetElementById(id)!.QuerySelectorAll(".passage mark").Length;
            Assert.Equal($"展开其余 {counted - folded} 处", link.TextContent);

            var whole = await PageAsync(host, link.GetAttribute("href")!);

            Assert.Equal(counted, whole.GetElementById(id)!.QuerySelectorAll(".passage mark").Length);
            Assert.Null(whole.GetElementById(id)!.QuerySelector(".more a"));
            Assert.Equal(page.QuerySelectorAll(".hit").Length, whole.QuerySelectorAll(".hit").Length);
            Assert.Equal(page.QuerySelectorAll(".more a").Length - 1, whole.QuerySelectorAll(".more a").Length);

            // Its box takes what is folded too, and what is ticked inside it only once.
            var browser = new Browser(host.Client.SendAsync);
            var boxes = page.GetElementById(id)!.QuerySelectorAll("input").Select(box => ("pick", box.GetAttribute("value")!));
            await browser.SendAsync(
                [("do", "pick"), ("search", page.QuerySelector("form#picks input[name=search]")!.GetAttribute("value")!), .. boxes]);
            Assert.Equal(counted, ClipLink.Read(browser.Code).Value!.Clips.Sum(clip => clip.Hits.Length));
        }
    }

    [Fact]
    public async Task Edits_WithAMove_AreKeptTogether()
    {
        var browser = await FilledAsync(3);
        var first = ClipLink.Read(browser.Code).Value!.Clips[0];

        await browser.SendAsync(
            [.. browser.Fields(), ("context.0", "block"), ("aspect.0", "目标"), ("note.0", "第一行\r\n第二行"), ("title", "专题"), ("do", "down.0")]);

        var folder = ClipLink.Read(browser.Code).Value!;
        Assert.Equal("专题", folder.Title);
        Assert.True(folder.Clips[1].IsSamePlace(first));
        Assert.Equal((ClipContext.Block, "目标", "第一行 第二行"), (folder.Clips[1].Context, folder.Clips[1].Aspect, folder.Clips[1].Note));
        Assert.Equal("down.1", browser.Page!.QuerySelector("[autofocus]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Move_ToTheEnd_KeepsTheFocusOnAButtonThatCanBePressed()
    {
        var browser = await FilledAsync(2);

        await browser.SendAsync([.. browser.Fields(), ("do", "down.0")]);

        var focused = browser.Page!.QuerySelector("[autofocus]")!;
        Assert.Equal(("up.1", false), (focused.GetAttribute("value"), focused.HasAttribute("disabled")));
    }

    [Fact]
    public async Task Remove_AndClear_LeaveWhatTheyShould()
    {
        var browser = await FilledAsync(3);
        var kept = ClipLink.Read(browser.Code).Value!.Clips[2];

        await browser.SendAsync([.. browser.Fields(), ("do", "remove.0")]);
        await browser.SendAsync([.. browser.Fields(), ("do", "remove.0")]);
        Assert.True(Assert.Single(ClipLink.Read(browser.Code).Value!.Clips).IsSamePlace(kept));
        await browser.SendAsync([.. browser.Fields(), ("do", "clear")]);

        Assert.Equal("", browser.Code);
        Assert.Contains("还没有摘录", browser.Page!.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfAPageOlderThanThePicks_LosesNoneOfThem()
    {
        var browser = await FilledAsync(1);
        var old = browser.Fields();
        await browser.SendAsync([("do", "pick"), ("search", Search), ("pick", (await BoxesAsync("/mentions?q=营商环境"))[0])]);

        await browser.SendAsync([.. old, ("aspect.0", "现状"), ("do", "save")]);

        var folder = ClipLink.Read(browser.Code).Value!;
        Assert.Equal(2, folder.Clips.Length);
        Assert.Equal("现状", folder.Clips[0].Aspect);
    }

    [Fact]
    public async Task Link_OfAnother_IsShownAndTakesThePlaceOfNothing()
    {
        var (mine, other) = (await FilledAsync(1), await FilledAsync(3));
        var code = mine.Code;

        await mine.GoAsync("/clips?clips=" + other.Code);
        Assert.Equal(3, mine.Page!.QuerySelectorAll("li.clip").Length);
        Assert.Equal(code, mine.Code);
        await mine.SendAsync([.. mine.Fields(), ("aspect.0", "项目"), ("do", "save")]);
        Assert.Equal(code, mine.Code);
        Assert.Equal("项目", mine.Page.QuerySelector("input[name='aspect.0']")!.GetAttribute("value"));

        await mine.SendAsync([("folder", other.Code), ("do", "merge")]);
        Assert.Equal(3, ClipLink.Read(mine.Code).Value!.Clips.Length);
        await mine.SendAsync([("folder", code), ("do", "adopt")]);
        Assert.Equal(code, mine.Code);
    }

    [Fact]
    public async Task Folder_TooLongForALink_StaysOnItsPageWhole()
    {
        var browser = await FilledAsync(1);
        var code = browser.Code;
        var random = new Random(4);
        var many = new ClipFolder
        {
            Clips = [.. Enumerable.Range(0, 200)
                .Select(
                    number => new Clip
                    {
                        Plan = "linyi",
                        Anchor = $"{number:D10}",
                        Words = string.Concat(Enumerable.Range(0, 20).Select(_ => (char)random.Next(0x4E00, 0x9000)))
                    })],
        };
        Assert.True(ClipLink.Write(many).Length > ClipLink.MaxLength);

        using var response = await browser.PostAsync([("folder", ClipLink.Write(many)), ("do", "down.0")]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.Equal(200, page.QuerySelectorAll("li.clip").Length);
        Assert.Equal("0000000001", ClipLink.Read(page.QuerySelector("input[name=folder]")!.GetAttribute("value")!).Value!.Clips[0].Anchor);
        Assert.Contains("存为文件", page.QuerySelector(".foreign")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(code, browser.Code);
    }

    [Fact]
    public async Task Files_OfTheFolder_HoldEveryExcerpt()
    {
        var browser = await FilledAsync(3);
        var excerpts = browser.Page!.QuerySelectorAll("li.clip blockquote").Select(quote => quote.TextContent).ToList();

        using var docx = await browser.PostAsync([.. browser.Fields(), ("title", "氢能/“专题”"), ("do", "docx")]);
        using var word = new WrittenWord(await docx.Content.ReadAsByteArrayAsync());
        using var xlsx = await browser.PostAsync([.. browser.Fields(), ("do", "xlsx")]);
        using var text = await browser.PostAsync([.. browser.Fields(), ("do", "txt")]);

        Assert.Equal("", word.Faults);
        Assert.Equal(excerpts, word.Rows(0).Skip(1).Select(row => row[2]));
        Assert.Equal("摘录-氢能__专题.docx", docx.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("PK"u8.ToArray(), (await xlsx.Content.ReadAsByteArrayAsync())[..2]);
        var plain = await text.Content.ReadAsStringAsync();
        Assert.All(excerpts, excerpt => Assert.Contains(excerpt, plain, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("do=pick&pick=nowhere%23a.1.2", 200)]
    [InlineData("do=pick&search=%3Fq%3Da%26mode%3Dguess&pick=linyi%23a", 400)]
    [InlineData("do=save&folder=broken", 400)]
    [InlineData("do=up.99", 303)]
    [InlineData("do=nothing", 303)]
    [InlineData("do=open", 400)]
    [InlineData("", 303)]
    public async Task Form_OfAnyKind_IsAnsweredAndNeverAFault(string form, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/clips")
        {
            Content = new StringContent(form, null, "application/x-www-form-urlencoded")
        };
        request.Headers.Add("Origin", "http://localhost");
        using var response = await site.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task File_ThatIsNone_IsRefusedWithItsPlaceAndTheFolderStays()
    {
        var browser = await FilledAsync(2);
        var code = browser.Code;
        using var form = new MultipartFormDataContent
        {
            { new StringContent("open"), "do" },
            { new StringContent("{\n\"format\": \"plansearch-clips\",\n"), "file", "a.json" },
        };

        using var response = await browser.PostAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.Contains("第 3 行", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(code, browser.Code);
    }

    [Fact]
    public async Task Selection_WhoseWordsStandElsewhere_IsNotTaken()
    {
        var box = ClipPick.Read((await BoxesAsync("/mentions?q=氢能&plan=linyi"))[0])!;
        using var response = await new Browser(site.SendAsync).PostAsync(
            [("do", "pick"), ("pick", ClipPick.Write(box.Plan, box.Anchor, box.Hits)), ("quote", "储能")]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("所选文字", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfADamagedLink_SaysSo()
    {
        using var response = await site.GetAsync("/clips?clips=AQAA");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("不完整或已损坏", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<List<string>> BoxesAsync(string address) =>
        [.. (await site.PageAsync(address)).QuerySelectorAll("input.pick").Select(box => box.GetAttribute("value")!)];

    private static async Task<IHtmlDocument> PageAsync(TestHost host, string address) =>
        new HtmlParser().ParseDocument(await host.Client.GetStringAsync(new Uri(address, UriKind.Relative)));

    private async Task<Browser> FilledAsync(int clips)
    {
        var browser = new Browser(site.SendAsync);
        await browser.SendAsync(
            [("do", "pick"), ("search", Search), .. (await BoxesAsync("/mentions?q=氢能&size=50")).Take(clips).Select(box => ("pick", box))]);
        Assert.Equal(clips, browser.Page!.QuerySelectorAll("li.clip").Length);
        return browser;
    }

    /// <summary>Keeps the cookie of the folder and the page it was sent to.</summary>
    private sealed class Browser(Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
    {
        public string Code { get; private set; } = "";

        public IHtmlDocument? Page { get; private set; }

        public async Task GoAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await SendAsync(request);
            Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        }

        /// <summary>Sends a form and goes where the answer leads.</summary>
        public async Task SendAsync(IEnumerable<(string, string)> fields)
        {
            using var response = await PostAsync(fields);
            Assert.True(
                response.StatusCode == HttpStatusCode.SeeOther, string.Create(CultureInfo.InvariantCulture, $"{response.StatusCode}"));
            await GoAsync(response.Headers.Location!.OriginalString);
        }

        public Task<HttpResponseMessage> PostAsync(IEnumerable<(string Name, string Value)> fields) =>
            PostAsync(new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

        public async Task<HttpResponseMessage> PostAsync(HttpContent form)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/clips") { Content = form };
            return await SendAsync(request);
        }

        /// <summary>The hidden fields of the folder's form.</summary>
        public List<(string Name, string Value)> Fields() =>
            [.. Page!
                .QuerySelectorAll("form.folder input[type=hidden]")
                .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!))];

        private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
        {
            if (Code.Length > 0)
            {
                request.Headers.Add("Cookie", "plansearch-clips=" + Code);
            }

            request.Headers.Add("Origin", "http://localhost");
            var response = await send(request);
            if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            {
                Code = cookies.SingleOrDefault(
                    cookie => cookie.StartsWith("plansearch-clips=", StringComparison.Ordinal))?.Split(';')[0].Split('=')[1] ?? Code;
            }

            return response;
        }
    }
}
