using System.Text.Json;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class CollectionCommandsTests(TempCorpus corpus) : IClassFixture<TempCorpus>
{
    [Fact]
    public async Task Plans_Text_ListsThePlansInDivisionOrder()
    {
        var run = await corpus.Run("plans");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("2 份规划", run.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("linyi  临漪市“十四五”规划纲要  岚江省/临漪市", run.Lines[2], StringComparison.Ordinal);
        Assert.StartsWith("shili  石栎县“十四五”规划纲要  岚江省/望澜市/石栎县", run.Lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plans_Json_ListsThePlans()
    {
        using var plans = JsonDocument.Parse((await corpus.Run("plans", "--format", "json")).Out);

        Assert.Equal(
            "linyi shili", string.Join(' ', plans.RootElement.EnumerateArray().Select(plan => plan.GetProperty("id").GetString())));
    }

    [Fact]
    public async Task Plans_ConfirmedOnly_ListsThoseThatAPersonHasConfirmed()
    {
        Assert.StartsWith("0 份规划", (await corpus.Run("plans", "--confirmed", "outline")).Lines[0], StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUse, (await corpus.Run("plans", "--confirmed", "boxes")).ExitCode);
    }

    [Fact]
    public async Task Ledger_OnePlan_AccountsForEveryCharacter()
    {
        var run = await corpus.Run("ledger", "linyi");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("无归属 0", run.Out, StringComparison.Ordinal);
        Assert.Contains("未识别：文号", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_AllPlans_HasALineAPlan()
    {
        var run = await corpus.Run("ledger");

        Assert.StartsWith("2 份规划", run.Lines[0], StringComparison.Ordinal);
        Assert.Equal(2, run.Lines.Count(line => line.Contains("utf-8", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Ledger_UnknownPlan_EndsWithTwo() => Assert.Equal(ExitCode.WrongUse, (await corpus.Run("ledger", "nowhere")).ExitCode);

    [Fact]
    public async Task Measure_QueriesOfAFile_TimesFourOperationsOfEach()
    {
        using var folder = new TestSupport.TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("queries.txt"), "发展\n\n发展|建设\n");

        using var measured = JsonDocument.Parse(
            (await corpus.Run("measure", "--queries", folder.At("queries.txt"), "--repeat", "2", "--format", "json")).Out);

        var times = measured.RootElement.GetProperty("times").EnumerateArray().ToList();
        Assert.Equal(
            ["发展 count", "发展 top10", "发展 facets", "发展 mentions", "发展|建设 count", "发展|建设 top10", "发展|建设 facets", "发展|建设 mentions"],
            times.Select(time => $"{time.GetProperty("q").GetString()} {time.GetProperty("op").GetString()}"));
        Assert.All(
            times.Chunk(4), operations => Assert.Single(operations.Select(time => time.GetProperty("mentions").GetInt64()).Distinct()));
        Assert.All(times, time => Assert.InRange(time.GetProperty("p50").GetInt64(), 1, time.GetProperty("p99").GetInt64()));
    }

    [Fact]
    public async Task Verify_WholeIndex_EndsWithZero()
    {
        var run = await corpus.Run("verify");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("索引完好", run.Out, StringComparison.Ordinal);
    }
}
