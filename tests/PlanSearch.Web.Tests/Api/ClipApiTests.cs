using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PlanSearch.Answers.Clips;
using PlanSearch.Export.Word;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Web.Tests.Api;

[Collection(SiteTests.Name)]
public sealed class ClipApiTests(Site site)
{
    [Fact]
    public async Task Clips_ByLinkAndByBody_AreTheSameExcerpts()
    {
        var folder = await FolderAsync();

        var byLink = await site.JsonAsync("/api/v1/clips?clips=" + ClipLink.Write(folder));
        var byBody = await (await PostAsync("/api/v1/clips", ClipFile.Write(folder))).JsonAsync();

        var excerpts = byLink.GetProperty("excerpts");
        Assert.Equal(excerpts.GetRawText(), byBody.GetProperty("excerpts").GetRawText());
        Assert.Equal(3, excerpts.GetArrayLength());
        Assert.Equal(ClipLink.Write(folder), byBody.GetProperty("link").GetString());
        Assert.Equal(
            byLink.GetProperty("searches")[0].GetProperty("certificate").GetProperty("mentions").GetInt32(),
            (await site.JsonAsync("/api/v1/mentions?q=氢能")).GetProperty("certificate").GetProperty("mentions").GetInt32());
        Assert.All(excerpts.EnumerateArray(), excerpt =>
        {
            var mark = excerpt.GetProperty("marks")[0];
            Assert.Equal("氢能", excerpt.GetProperty("text").GetString()!.Substring(mark[0].GetInt32(), mark[1].GetInt32()));
        });
    }

    [Fact]
    public async Task Clips_RowOfATableAsEntry_StandsUnderItsHeader()
    {
        var box = ClipPick.Read((await site.PageAsync("/mentions?q=氢能产值")).QuerySelector("input.pick")!.GetAttribute("value")!)!;
        var clip = new Clip { Plan = box.Plan, Anchor = box.Anchor, Hits = box.Hits, Words = "氢能产值" };

        var texts = new List<string>();
        foreach (var context in Enum.GetValues<ClipContext>())
        {
            var answer = await site.JsonAsync(
                "/api/v1/clips?clips=" + ClipLink.Write(new ClipFolder { Clips = [clip with { Context = context }] }));
            texts.Add(answer.GetProperty("excerpts")[0].GetProperty("text").GetString()!);
        }

        Assert.Equal(["氢能产值", "氢能产值\t亿元\t11\t120", "指标\t单位\t2020年\t2025年\n氢能产值\t亿元\t11\t120"], texts);
    }

    [Fact]
    public async Task Clips_AsWord_HoldWhatTheJsonHolds()
    {
        var folder = await FolderAsync();
        var json = await site.JsonAsync("/api/v1/clips?clips=" + ClipLink.Write(folder));

        using var word = new WrittenWord(
            await (await site.GetAsync($"/api/v1/clips?clips={ClipLink.Write(folder)}&format=docx")).Content.ReadAsByteArrayAsync());

        Assert.Equal("", word.Faults);
        Assert.Equal(
            json.GetProperty("excerpts")
                .EnumerateArray()
                .Select(excerpt => (excerpt.GetProperty("text").GetString()!, excerpt.GetProperty("citation").GetString()!)),
            word.Noted);
    }

    [Fact]
    public async Task Clips_WrongBody_IsAProblemWithThePlace()
    {
        using var response = await PostAsync(
            "/api/v1/clips", """{"format":"plansearch-clips","version":1,"searches":[],"clips":[{"plan":"linyi"}]}"""u8.ToArray());

        var problem = await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "clips_invalid");
        Assert.Contains("clips[0].anchor", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clips_UnknownFormat_IsAProblem() =>
        await Problem.AssertAsync(await site.GetAsync("/api/v1/clips?format=pdf"), HttpStatusCode.BadRequest, "parameter_invalid");

    [Fact]
    public async Task Mentions_AsWord_AreEveryMentionOfTheApiASentenceARow()
    {
        var mentions = (await site.JsonAsync("/api/v1/mentions?q=能&plan=linyi&size=200")).GetProperty("mentions").EnumerateArray().ToList();

        using var word = new WrittenWord(
            await (await site.GetAsync("/api/v1/mentions?q=能&plan=linyi&format=docx")).Content.ReadAsByteArrayAsync());

        Assert.Equal("", word.Faults);
        var rows = word.FilledRows(0).Skip(1).ToList();
        Assert.Equal(mentions.Count, Enumerable.Range(1, rows.Count).Sum(row => word.Bold(0, row).Count));
        Assert.True(rows.Count < mentions.Count);
        Assert.Equal(
            mentions.Select(mention => (mention.GetProperty("planTitle").GetString()!, mention.GetProperty("sentence").GetString()!))
                .Distinct(),
            rows.Select(row => (row[1], row[2].Split('\n')[0])).Distinct());

        // Of a cell the header and the row are told below it.
        Assert.All(
            rows.Where(row => row[2].Contains('\n')),
            row => Assert.StartsWith("〔表中一行〕指标：", row[2].Split('\n')[1], StringComparison.Ordinal));
        Assert.Contains(rows, row => row[2].Contains('\n'));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.False(pair.First.Skip(1).SequenceEqual(pair.Second.Skip(1)), pair.First[2]));
        Assert.Contains($"收录全部 {mentions.Count} 处，一句一行，同一句的各处合为一行，共 {rows.Count} 行", word.Under("检索说明")[2], StringComparison.Ordinal);
        Assert.Contains("/api/v1/certificate?q=%E8%83%BD&mode=literal&plan=", word.Under("检索说明")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentions_TooManyForWord_AreRefusedAndThePageSaysSo()
    {
        await using var host = await TestHost.StartAsync(
            collection => collection.Write(
                "many.txt", "第一章 甲\n\n" + string.Concat(Enumerable.Repeat("重复", MentionWordExport.MaxMentions + 1))));

        var problem = await Problem.AssertAsync(
            await host.Client.GetAsync(new Uri("/api/v1/mentions?q=重复&format=docx", UriKind.Relative)),
            HttpStatusCode.BadRequest,
            "too_many_for_word");
        Assert.Contains("xlsx", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var page = await host.Client.GetStringAsync(new Uri("/mentions?q=重复", UriKind.Relative));
        Assert.DoesNotContain("format=docx", page, StringComparison.Ordinal);
        Assert.Contains("DOCX 至多 2,000 处，这里请用 XLSX", page, StringComparison.Ordinal);
        Assert.Contains("format=xlsx", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_TemplateWithoutAStyle_IsNamedEverywhere()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.docx");
        await File.WriteAllBytesAsync(path, WordTemplateWithout("表格文字"));
        try
        {
            await using var host = await TestHost.StartAsync(settings: "WordTemplate=" + path);

            foreach (var address in (string[])["/api/v1/mentions?q=氢能&format=docx", "/api/v1/clips?format=docx"])
            {
                var problem = await Problem.AssertAsync(
                    await host.Client.GetAsync(new Uri(address, UriKind.Relative)), HttpStatusCode.ServiceUnavailable, "template_invalid");
                Assert.Contains("缺少样式“表格文字”", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Word_TemplateChanged_IsNoLongerTheKnownAnswer()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.docx");
        await File.WriteAllBytesAsync(path, WordTemplate.Default());
        try
        {
            await using var host = await TestHost.StartAsync(settings: "WordTemplate=" + path);
            var first = await AskAsync(host, known: null);
            Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(host, first.Headers.ETag)).StatusCode);

            File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));

            Assert.Equal(HttpStatusCode.OK, (await AskAsync(host, first.Headers.ETag)).StatusCode);
        }
        finally
        {
            File.Delete(path);
        }

        static async Task<HttpResponseMessage> AskAsync(TestHost host, EntityTagHeaderValue? known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/mentions?q=氢能&format=docx");
            if (known is not null)
            {
                request.Headers.IfNoneMatch.Add(known);
            }

            return await host.Client.SendAsync(request);
        }
    }

    private static byte[] WordTemplateWithout(string style)
    {
        using var file = new MemoryStream();
        file.Write(WordTemplate.Default());
        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(file, isEditable: true))
        {
            document.MainDocumentPart!.StyleDefinitionsPart!.Styles!
                .Elements<DocumentFormat.OpenXml.Wordprocessing.Style>()
                .Single(one => one.StyleName!.Val == style)
                .Remove();
        }

        return file.ToArray();
    }

    private async Task<ClipFolder> FolderAsync()
    {
        var picks = (await site.PageAsync("/mentions?q=氢能"))
            .QuerySelectorAll("input.pick")
            .Take(3)
            .Select(box => ClipPick.Read(box.GetAttribute("value")!)!);
        return new ClipFolder
        {
            Searches = [new() { Query = "氢能" }],
            Clips = [.. picks.Select(
                pick => new Clip { Plan = pick.Plan, Anchor = pick.Anchor, Hits = pick.Hits, Words = "氢能", Search = 0 })],
        };
    }

    private async Task<HttpResponseMessage> PostAsync(string address, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", Encoding.UTF8.WebName);
        return await site.SendAsync(request);
    }
}
