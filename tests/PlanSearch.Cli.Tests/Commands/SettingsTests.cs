namespace PlanSearch.Cli.Tests.Commands;

/// <summary>The command line takes the settings of the host; what is written in the command is above them.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private readonly TempCorpus _corpus = new();

    public Task InitializeAsync() => _corpus.InitializeAsync();

    public Task DisposeAsync() => _corpus.DisposeAsync();

    [Fact]
    public async Task Search_IndexSaidBySetting_AnswersFromIt()
    {
        var run = await CliRun.In([("IndexDirectory", _corpus.Index)], "search", "加氢站");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("建设【加氢站】", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_IndexWrittenToo_StandsAboveTheSetting() =>
        Assert.Equal(
            ExitCode.Done,
            (await CliRun.In([("IndexDirectory", _corpus.PathOf("nowhere"))], "search", "加氢站", "--index", _corpus.Index)).ExitCode);

    [Fact]
    public async Task Index_NoPath_TakesTheFoldersOfTheSetting()
    {
        var settings = new[] { ("Plans", _corpus.Plans), ("IndexDirectory", _corpus.Index) };

        var run = await CliRun.In(settings, "index");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("新增 0 份 · 替换 0 份 · 未变 2 份", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_SettingThatMakesNoSense_EndsWithTwoAndNamesIt()
    {
        var run = await CliRun.In([("ChangeDays", "soon")], "search", "加氢站", "--index", _corpus.Index);

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains("PlanSearch:ChangeDays", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_FolderEmptied_IsRefusedByNameAndLetThroughOnce()
    {
        File.Delete(Path.Combine(_corpus.Plans, "shili.txt"));
        File.Delete(Path.Combine(_corpus.Plans, "linyi.txt"));

        var run = await _corpus.Run("index", _corpus.Plans);

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains("2 份规划只剩 0 份", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await _corpus.Run("search", "储能")).ExitCode);
        Assert.Contains("移除 2 份", (await _corpus.Run("index", _corpus.Plans, "--allow-drop")).Out, StringComparison.Ordinal);
    }
}
