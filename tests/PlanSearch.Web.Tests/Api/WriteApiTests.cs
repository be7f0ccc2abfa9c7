using System.Net;
using System.Text;
using System.Text.Json;

namespace PlanSearch.Web.Tests.Api;

public sealed class WriteApiTests : IAsyncLifetime
{
    private const string Text = "清浦县国民经济和社会发展第十四个五年规划纲要\n\n第一章 发展基础\n\n探针词持续改善。\n";

    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(settings: "WriteKeys=" + TestHost.WriteKey);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Add_Text_IsSearchableAndOnDiskWhenAnswered()
    {
        using var response = await AddAsync("区县~清浦", Text);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/api/v1/plans/" + Uri.EscapeDataString("区县~清浦"), response.Headers.Location!.OriginalString);
        Assert.Equal("区县/清浦.txt", (await response.JsonAsync()).GetProperty("plan").GetProperty("file").GetString());
        Assert.Equal(Text, await File.ReadAllTextAsync(Path.Combine(_host.Collection.Plans, "区县", "清浦.txt")));
        Assert.Equal(1, await MentionsAsync("探针词"));
    }

    [Fact]
    public async Task Add_Form_TakesTheIdFromTheNameOfTheFileAndNoMoreOfIt()
    {
        using var form = new MultipartFormDataContent { { new StringContent(Text), "file", "../../上级\\清浦县.txt" } };
        using var response = await _host.WriteAsync(HttpMethod.Post, "/api/v1/plans", form);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("清浦县", (await response.JsonAsync()).GetProperty("plan").GetProperty("id").GetString());
        Assert.True(File.Exists(Path.Combine(_host.Collection.Plans, "清浦县.txt")));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("..~outside")]
    [InlineData("a~..~..~outside")]
    [InlineData("/etc/passwd")]
    [InlineData("~etc")]
    [InlineData("a~~b")]
    [InlineData("a\\b")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    [InlineData("a~.hidden")]
    [InlineData("C:autoexec")]
    [InlineData("con")]
    [InlineData("COM1")]
    [InlineData("nul.txt")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u202Eb")]
    [InlineData(" a")]
    [InlineData("a.")]
    [InlineData("README")]
    [InlineData("a.meta.yaml")]
    [InlineData("")]
    public async Task Add_IdThatIsNoPlainPath_IsRefusedAndNothingIsWritten(string id)
    {
        var before = FilesAround();

        await Problem.AssertAsync(await AddAsync(id, Text), HttpStatusCode.BadRequest, "id_invalid");

        Assert.Equal(before, FilesAround());
    }

    [Fact]
    public async Task Add_IdTooLong_IsRefused() =>
        await Problem.AssertAsync(await AddAsync(new string('长', 100), Text), HttpStatusCode.BadRequest, "id_invalid");

    [Theory]
    [InlineData("", "file_unreadable")]
    [InlineData("  \n \n", "file_unreadable")]
    [InlineData("GIF89a\0\0\u0001\u0002\0", "type_unsupported")]
    public async Task Add_FileThatIsNoPlan_IsRefusedAndNothingIsWritten(string content, string code)
    {
        var before = FilesAround();
        using var response = await AddAsync("none", content);

        Assert.Equal(code, (await response.JsonAsync()).GetProperty("code").GetString());
        Assert.Equal(before, FilesAround());
    }

    [Fact]
    public async Task Replace_Known_IsSearchableByItsNewTextOnly()
    {
        (await AddAsync("qingpu", Text)).EnsureSuccessStatusCode();

        using var response = await _host.WriteAsync(HttpMethod.Put, "/api/v1/plans/qingpu", new StringContent(Text.Replace("探针词", "新探针")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await MentionsAsync("探针词"));
        Assert.Equal(1, await MentionsAsync("新探针"));
        Assert.Empty(Directory.GetFiles(_host.Collection.Plans, ".*"));
    }

    [Fact]
    public async Task Replace_ByWhatCannotBeRead_LeavesThePlanAsItWas()
    {
        (await AddAsync("qingpu", Text)).EnsureSuccessStatusCode();

        using var response = await _host.WriteAsync(HttpMethod.Put, "/api/v1/plans/qingpu", new StringContent("\n"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(1, await MentionsAsync("探针词"));
    }

    [Fact]
    public async Task Remove_Known_TakesFileMetadataAndMentions()
    {
        using var response = await _host.WriteAsync(HttpMethod.Delete, "/api/v1/plans/linyi");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(Directory.GetFiles(_host.Collection.Plans, "linyi*"));
        Assert.Equal(0, await MentionsAsync("氢能"));
        using var gone = await _host.Client.GetAsync(new Uri("/api/v1/plans/linyi", UriKind.Relative));
        await Problem.AssertAsync(gone, HttpStatusCode.NotFound, "plan_unknown");
    }

    [Fact]
    public async Task Remove_IdOfTwoFiles_IsRefusedAndNamesBoth()
    {
        _host.Collection.Write("jihu.md", "# 另一文件\n\n湖区又一稿。\n");

        var problem = await Problem.AssertAsync(
            await _host.WriteAsync(HttpMethod.Delete, "/api/v1/plans/jihu"), HttpStatusCode.Conflict, "id_ambiguous");

        Assert.Contains(
            Path.Combine(_host.Collection.Plans, "jihu.md"), problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            Path.Combine(_host.Collection.Plans, "jihu.txt"), problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, await MentionsAsync("文旅产业", "plan=jihu"));
        Assert.Equal(2, Directory.GetFiles(_host.Collection.Plans, "jihu*").Length);
    }

    [Fact]
    public async Task Add_IdWithAMetadataFileFromBefore_IsRefusedAndNamesIt()
    {
        _host.Collection.Write("qingpu.meta.yaml", "title: 从前的题名\n");

        var problem = await Problem.AssertAsync(await AddAsync("qingpu", Text), HttpStatusCode.Conflict, "sidecar_exists");

        Assert.Contains("qingpu.meta.yaml", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_host.Collection.Plans, "qingpu.txt")));
    }

    [Fact]
    public async Task Add_ToAFolderThatIsNotIngested_IsRefusedAndTheFileIsGone()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_host.Collection.Plans, "..", "elsewhere"));
        Directory.CreateSymbolicLink(Path.Combine(_host.Collection.Plans, "out"), elsewhere.FullName);

        await Problem.AssertAsync(await AddAsync("out~qingpu", Text), HttpStatusCode.UnprocessableEntity, "file_unreadable");

        Assert.Empty(elsewhere.EnumerateFileSystemInfos());
        Assert.Equal(0, await MentionsAsync("探针词"));
    }

    [Fact]
    public async Task Correct_RegionAndOwnColumn_AreFacetsAndWrittenBesideThePlan()
    {
        using var response = await CorrectAsync("jihu", """{"region":"岚江省/临漪市/霁湖区","主管部门":"引号\"和\\ : # -"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, await MentionsAsync("文旅产业", "region=岚江省/临漪市/霁湖区"));
        Assert.Equal(1, await MentionsAsync("文旅产业", "主管部门=" + Uri.EscapeDataString("引号\"和\\ : # -")));
        Assert.True(File.Exists(Path.Combine(_host.Collection.Plans, "jihu.meta.yaml")));
    }

    [Fact]
    public async Task Correct_Null_TakesTheKeyAwayAndTheLastTakesTheFile()
    {
        (await CorrectAsync("jihu", """{"title":"别名","issuer":"某局"}""")).EnsureSuccessStatusCode();
        (await CorrectAsync("jihu", """{"title":null}""")).EnsureSuccessStatusCode();

        using var last = await CorrectAsync("jihu", """{"issuer":null}""");

        Assert.StartsWith("霁湖区", (await last.JsonAsync()).GetProperty("plan").GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_host.Collection.Plans, "jihu.meta.yaml")));
    }

    [Theory]
    [InlineData("火星省/月球市", null)]
    [InlineData("火星省", null)]
    [InlineData("辽宁", "辽宁省")]
    [InlineData("辽宁/沈阳", "辽宁省/沈阳市")]
    [InlineData("沈阳市", "辽宁省/沈阳市")]
    [InlineData("岚江/临漪市", "岚江省/临漪市")]
    public async Task Correct_RegionThatIsNone_IsRefusedWithWhatIsMeant(string region, string? proposal)
    {
        var regions = await RegionsAsync();

        var problem = await Problem.AssertAsync(
            await CorrectAsync("jihu", $$"""{"region":"{{region}}"}"""), HttpStatusCode.UnprocessableEntity, "metadata_invalid");

        Assert.Equal(proposal, problem.TryGetProperty("proposal", out var said) ? said.GetString() : null);
        Assert.Contains(region, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(regions, await RegionsAsync());
        Assert.False(File.Exists(Path.Combine(_host.Collection.Plans, "jihu.meta.yaml")));
        if (proposal is not null)
        {
            Assert.Equal(HttpStatusCode.OK, (await CorrectAsync("jihu", $$"""{"region":"{{proposal}}"}""")).StatusCode);
        }
    }

    [Fact]
    public async Task Correct_RegionNoListHasBelowOneThatIs_SaysThatTheLevelIsUnknown()
    {
        using var response = await CorrectAsync("jihu", """{"region":"岚江省/月球市"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("level", (await response.JsonAsync()).GetProperty("warnings").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("地区", "region")]
    [InlineData("Region", "region")]
    [InlineData("标题", "title")]
    public async Task Correct_FieldUnderAnotherName_IsRefusedAndNamesIt(string key, string known)
    {
        var problem = await Problem.AssertAsync(
            await CorrectAsync("jihu", $$"""{"{{key}}":"岚江省"}"""), HttpStatusCode.UnprocessableEntity, "metadata_invalid");

        Assert.Contains($"“{known}”", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"level":"银河级"}""")]
    [InlineData("""{"q":"a"}""")]
    [InlineData("""{"":"a"}""")]
    [InlineData("""{"title":"a\u0000b"}""")]
    [InlineData("""{"title":"a\nregion: b"}""")]
    public async Task Correct_WhatTheMetadataFileCannotSay_IsRefused(string changes) =>
        await Problem.AssertAsync(await CorrectAsync("jihu", changes), HttpStatusCode.UnprocessableEntity, "metadata_invalid");

    [Fact]
    public async Task Add_WhileAnotherProcessIndexes_IsRefusedAndTheFileIsGone()
    {
        using var held = new PlanSearch.Index.Storage.FileIndexDirectory(_host.Collection.Index).Lock();

        await Problem.AssertAsync(await AddAsync("qingpu", Text), HttpStatusCode.ServiceUnavailable, "index_busy");

        Assert.False(File.Exists(Path.Combine(_host.Collection.Plans, "qingpu.txt")));
    }

    [Fact]
    public async Task Add_ToNothing_BuildsTheFirstIndex()
    {
        await using var empty = await TestHost.StartAsync(withIndex: false, "WriteKeys=" + TestHost.WriteKey);

        using var response = await empty.WriteAsync(HttpMethod.Post, "/api/v1/plans?id=first", new StringContent(Text));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var ready = await empty.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Add_FileTooLarge_Is413WhetherItSaysItsLengthOrNot(bool saysLength)
    {
        await using var narrow = await TestHost.StartAsync(withIndex: true, "MaxUploadBytes=1000", "WriteKeys=" + TestHost.WriteKey);
        var bytes = new byte[200_000];
        Array.Fill(bytes, (byte)'a');
        using HttpContent content = saysLength ? new ByteArrayContent(bytes) : new StreamContent(new Unmeasured(bytes));

        await Problem.AssertAsync(
            await narrow.WriteAsync(HttpMethod.Post, "/api/v1/plans?id=large", content),
            HttpStatusCode.RequestEntityTooLarge,
            "upload_too_large");

        Assert.False(File.Exists(Path.Combine(narrow.Collection.Plans, "large.txt")));
    }

    [Fact]
    public async Task Search_WhilePlansAreAdded_IsOfOneGenerationEachTime()
    {
        const int Plans = 12;
        var known = new System.Collections.Concurrent.ConcurrentDictionary<long, string>();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                AssertWhole(
                    await (await _host.Client.GetAsync(new Uri("/api/v1/search?q=探针词&size=200", UriKind.Relative))).JsonAsync(), known);
            }
        })).ToList();

        var writes = await Task.WhenAll(Enumerable.Range(0, Plans).Select(number => AddAsync($"many~{number}", Text)));
        await done.CancelAsync();
        await Task.WhenAll(readers);

        Assert.All(writes, write => Assert.Equal(HttpStatusCode.Created, write.StatusCode));
        Assert.Equal(Plans, await MentionsAsync("探针词"));
        Assert.NotEmpty(known);
    }

    // Every plan added holds the word once: whatever generation answers, all its numbers tell of the same plans.
    private static void AssertWhole(JsonElement answer, System.Collections.Concurrent.ConcurrentDictionary<long, string> known)
    {
        var certificate = answer.GetProperty("certificate");
        var plans = certificate.GetProperty("plans").GetInt32();
        Assert.Equal(plans, certificate.GetProperty("mentions").GetInt32());
        Assert.Equal(plans, answer.GetProperty("hits").GetArrayLength());
        Assert.Equal(certificate.GetProperty("plansSearched").GetInt32(), plans + certificate.GetProperty("plansWithout").GetInt32());
        var type = answer.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("name").GetString() == "type");
        Assert.Equal(plans, type.GetProperty("values").EnumerateArray().Sum(value => value.GetProperty("mentions").GetInt32()));
        var proof = $"{certificate.GetProperty("digest").GetString()} {plans}";
        Assert.Equal(proof, known.GetOrAdd(certificate.GetProperty("generation").GetInt64(), proof));
    }

    private async Task<string> RegionsAsync() =>
        string.Join(' ', (await (await _host.Client.GetAsync(new Uri("/api/v1/plans", UriKind.Relative))).JsonAsync()).EnumerateArray()
            .Select(plan => plan.GetProperty("regionPath").ToString()));

    private Task<HttpResponseMessage> AddAsync(string id, string content) =>
        _host.WriteAsync(HttpMethod.Post, "/api/v1/plans?id=" + Uri.EscapeDataString(id), new StringContent(content));

    private Task<HttpResponseMessage> CorrectAsync(string id, string changes) =>
        _host.WriteAsync(HttpMethod.Patch, "/api/v1/plans/" + id, new StringContent(changes, Encoding.UTF8, "application/json"));

    private async Task<long> MentionsAsync(string query, string filter = "") =>
        (await (await _host.Client.GetAsync(new Uri($"/api/v1/search?q={query}&mode=literal&{filter}", UriKind.Relative))).JsonAsync())
            .GetProperty("certificate").GetProperty("mentions").GetInt64();

    private List<string> FilesAround() =>
        [.. Directory.GetFileSystemEntries(
            Path.GetDirectoryName(_host.Collection.Plans)!,
            "*",
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(path => !path.StartsWith(_host.Collection.Index, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
