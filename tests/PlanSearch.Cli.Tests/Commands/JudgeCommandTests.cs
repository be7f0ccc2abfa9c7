using System.Globalization;
using System.Text.Json;
using PlanSearch.TestSupport;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class JudgeCommandTests(TempCorpus corpus) : IClassFixture<TempCorpus>
{
    [Fact]
    public async Task Judge_Questions_PrintsMeansKindByKindAndTheWorst()
    {
        using var folder = new TemporaryFolder();
        var line = Array.FindIndex(
            File.ReadAllLines(Path.Combine(corpus.Plans, "linyi.txt")), text => text.Contains("氢能", StringComparison.Ordinal)) + 1;
        var file = Path.Combine(folder.Path, "questions.jsonl");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $$"""
            {"q":"怎么发展氢能","kind":"natural","rel":[{"plan":"linyi","line":{{line}},"grade":3}]}
            {"q":"氢能","kind":"short","rel":[{"plan":"nowhere","line":1,"grade":3}]}
            """));

        var run = await corpus.Run("judge", file);
        var json = await corpus.Run("judge", file, "--format", "json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("没有规划“nowhere”", run.Error, StringComparison.Ordinal);
        Assert.Contains(run.Lines, text => text.EndsWith("natural", StringComparison.Ordinal));
        var scores = JsonDocument.Parse(json.Out).RootElement.EnumerateArray().ToList();
        Assert.True(scores[0].GetProperty("recall").GetDouble() == 1, json.Out);
        Assert.Equal(0, scores[1].GetProperty("ndcg").GetDouble());
        Assert.Contains("0.000    0.000      0.000  short  氢能", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judge_AFileThatIsNone_IsRefusedByItsLine()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "questions.jsonl");
        File.WriteAllText(file, "{}");

        var run = await corpus.Run("judge", file);

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains("line 1", run.Error, StringComparison.Ordinal);
    }
}
