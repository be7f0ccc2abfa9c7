using System.Text.Json;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class SnapshotCommandTests : IAsyncLifetime
{
    private readonly TempCorpus _corpus = new();

    private string Snapshot => _corpus.PathOf("backup.tar");

    public Task InitializeAsync() => _corpus.InitializeAsync();

    public Task DisposeAsync() => _corpus.DisposeAsync();

    [Fact]
    public async Task Restore_AfterPlansWereDropped_BringsThemBackAsANewGeneration()
    {
        var written = await _corpus.Run("snapshot", Snapshot);
        Assert.Equal(ExitCode.Done, written.ExitCode);
        Assert.StartsWith("数据版本 1 已写入", written.Out, StringComparison.Ordinal);
        File.Delete(Path.Combine(_corpus.Plans, "shili.txt"));
        await _corpus.Run("index", _corpus.Plans);
        Assert.Equal("linyi", await PlanIds());

        var restored = await _corpus.Run("restore", Snapshot);

        Assert.Equal(ExitCode.Done, restored.ExitCode);
        Assert.Matches("^已恢复为数据版本 [345]：2 份规划。\n$", restored.Out);
        Assert.Equal("linyi shili", await PlanIds());
        Assert.Equal(ExitCode.Done, (await _corpus.Run("verify")).ExitCode);
    }

    [Fact]
    public async Task Restore_IntoAnEmptyFolder_AnswersTheSame()
    {
        await _corpus.Run("snapshot", Snapshot);
        var before = Totals(await _corpus.Run("mentions", "氢能", "--format", "jsonl"));

        Assert.Equal(ExitCode.Done, (await CliRun.Of("restore", Snapshot, "--index", _corpus.PathOf("other"))).ExitCode);

        Assert.Equal(before, Totals(await CliRun.Of("mentions", "氢能", "--format", "jsonl", "--index", _corpus.PathOf("other"))));
    }

    [Fact]
    public async Task Snapshot_FileThatExists_IsLeftAlone()
    {
        await File.WriteAllTextAsync(Snapshot, "mine");

        var run = await _corpus.Run("snapshot", Snapshot);

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains("已存在", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Snapshot));
    }

    [Fact]
    public async Task Snapshot_NoIndex_EndsWithThree()
    {
        var run = await CliRun.Of("snapshot", Snapshot, "--index", _corpus.PathOf("none"));

        Assert.Equal(ExitCode.UnusableIndex, run.ExitCode);
        Assert.False(Path.Exists(Snapshot));
    }

    [Fact]
    public async Task Restore_DamagedSnapshot_LeavesTheIndexAsItWas()
    {
        await _corpus.Run("snapshot", Snapshot);
        var bytes = await File.ReadAllBytesAsync(Snapshot);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Snapshot, bytes);
        var before = Directory.GetFiles(_corpus.Index).Order(StringComparer.Ordinal).ToList();

        var run = await _corpus.Run("restore", Snapshot);

        Assert.Equal(ExitCode.UnusableIndex, run.ExitCode);
        Assert.Contains("索引未改动", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(_corpus.Index).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Restore_OverAnIndexThatCannotBeRead_KeepsItBeside()
    {
        await _corpus.Run("snapshot", Snapshot);
        var segment = Directory.GetFiles(_corpus.Index, "_*.ps").Single();
        await File.WriteAllTextAsync(segment, "damaged");
        Assert.Equal(ExitCode.UnusableIndex, (await _corpus.Run("plans")).ExitCode);

        var run = await _corpus.Run("restore", Snapshot);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"移到 {Path.Combine(_corpus.Index, ".former-1")}", run.Out, StringComparison.Ordinal);
        Assert.Equal("damaged", await File.ReadAllTextAsync(Path.Combine(_corpus.Index, ".former-1", Path.GetFileName(segment))));
        Assert.Equal("linyi shili", await PlanIds());
        Assert.StartsWith("索引完好。\n数据版本 2；", (await _corpus.Run("verify")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_NoSuchFile_EndsWithTwo() =>
        Assert.Equal(ExitCode.WrongUse, (await _corpus.Run("restore", Snapshot)).ExitCode);

    private async Task<string> PlanIds()
    {
        using var plans = JsonDocument.Parse((await _corpus.Run("plans", "--format", "json")).Out);
        return string.Join(' ', plans.RootElement.EnumerateArray().Select(plan => plan.GetProperty("id").GetString()));
    }

    private static (long Mentions, string? Digest) Totals(CliRun run)
    {
        using var last = JsonDocument.Parse(run.Lines[^1]);
        var certificate = last.RootElement.GetProperty("certificate");
        return (certificate.GetProperty("mentions").GetInt64(), certificate.GetProperty("digest").GetString());
    }
}
