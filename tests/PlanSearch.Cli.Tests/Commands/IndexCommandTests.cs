using System.Text.Json;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class IndexCommandTests : IAsyncLifetime
{
    private readonly TempCorpus _corpus = new();

    public Task InitializeAsync() => _corpus.InitializeAsync();

    public Task DisposeAsync() => _corpus.DisposeAsync();

    [Fact]
    public async Task Index_NothingChanged_SkipsEveryPlan()
    {
        var run = await _corpus.Run("index", _corpus.Plans);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("新增 0 份 · 替换 0 份 · 未变 2 份 · 移除 0 份 · 未能入库 0 个文件", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_PlanRemoved_SaysWhatIsKeptOfIt()
    {
        File.Delete(Path.Combine(_corpus.Plans, "shili.txt"));
        await _corpus.Run("index", _corpus.Plans, "--change-days", "30", "--change-bytes", "1000000");

        var run = await _corpus.Run("verify");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("变化记录自数据版本 1 起：1 次变化，1 份规划的旧版本。", run.Lines);
    }

    [Theory]
    [InlineData("index", "--rebuild")]
    [InlineData("search", "氢能")]
    public async Task Any_IndexOfAnotherProgram_EndsWith3AndLeavesItAsItIs(params string[] words)
    {
        var folder = Directory.CreateDirectory(_corpus.PathOf("foreign")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "segments_2"), "of another program");
        await File.WriteAllTextAsync(Path.Combine(folder, "_7.cfs"), "its documents");

        var run = await CliRun.Of([.. words, .. words[0] == "index" ? new[] { _corpus.Plans } : [], "--index", folder]);

        Assert.Equal(ExitCode.UnusableIndex, run.ExitCode);
        Assert.Contains(Path.Combine(folder, "segments_2"), run.Error, StringComparison.Ordinal);
        Assert.Equal("of another program", await File.ReadAllTextAsync(Path.Combine(folder, "segments_2")));
        Assert.Equal("its documents", await File.ReadAllTextAsync(Path.Combine(folder, "_7.cfs")));
    }

    [Fact]
    public async Task Index_FileAddedChangedAndGone_NamesEach()
    {
        File.Delete(Path.Combine(_corpus.Plans, "shili.txt"));
        await File.AppendAllTextAsync(Path.Combine(_corpus.Plans, "linyi.txt"), "\n\n全市共同努力。\n");
        await File.WriteAllTextAsync(Path.Combine(_corpus.Plans, "new.txt"), "望澜市物流业发展规划\n\n一、基础\n\n港口兴旺。\n");

        var run = await _corpus.Run("index", _corpus.Plans);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("新增：new", run.Lines);
        Assert.Contains("替换：linyi", run.Lines);
        Assert.Contains("移除：shili", run.Lines);
    }

    [Fact]
    public async Task Index_FileThatIsNoText_EndsWithOneAndNamesIt()
    {
        await File.WriteAllBytesAsync(Path.Combine(_corpus.Plans, "bad.txt"), [0, 1, 2, 3, 0, 0, 0, 255]);

        var run = await _corpus.Run("index", _corpus.Plans);

        Assert.Equal(ExitCode.DoneWithFailures, run.ExitCode);
        Assert.Contains(run.Lines, line => line.StartsWith("未能入库：bad.txt", StringComparison.Ordinal));
        Assert.Contains("未能检索：bad.txt", (await _corpus.Run("search", "储能")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_Json_PrintsTheReport()
    {
        using var report = JsonDocument.Parse((await _corpus.Run("index", _corpus.Plans, "--rebuild", "--format", "json")).Out);

        Assert.True(report.RootElement.GetProperty("generation").GetInt64() > 0);
    }

    [Fact]
    public async Task Search_DamagedIndex_EndsWithThreeAndNamesFileAndRemedy()
    {
        foreach (var file in new DirectoryInfo(_corpus.Index)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Length > 64))
        {
            await using var stream = file.OpenWrite();
            stream.SetLength(file.Length / 2);
        }

        var run = await _corpus.Run("search", "储能");

        Assert.Equal(ExitCode.UnusableIndex, run.ExitCode);
        Assert.Contains("--rebuild", run.Error, StringComparison.Ordinal);
    }
}
