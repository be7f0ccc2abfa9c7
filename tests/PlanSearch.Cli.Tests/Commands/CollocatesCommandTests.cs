using System.Text.Json;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class CollocatesCommandTests(TempCorpus corpus) : IClassFixture<TempCorpus>
{
    [Fact]
    public async Task Collocates_Text_ListsTheWordsBeforeAfterAndNear()
    {
        var run = await corpus.Run("collocates", "氢能");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("看了 4 处", run.Out, StringComparison.Ordinal);
        Assert.True(Array.IndexOf(run.Lines, "前接：") < Array.IndexOf(run.Lines, "后接："));
        Assert.Contains(run.Lines, line => line.StartsWith("  示范\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Collocates_Json_IsWhatTheApiGives()
    {
        var run = await corpus.Run("collocates", "氢能", "--format", "json");

        using var answer = JsonDocument.Parse(run.Out);
        Assert.Equal(4, answer.RootElement.GetProperty("certificate").GetProperty("mentions").GetInt32());
        Assert.Equal(4, answer.RootElement.GetProperty("words").GetProperty("lookedAt").GetInt32());
    }

    [Fact]
    public async Task Collocates_QueryThatCannotBeRead_IsRefused() =>
        Assert.Equal(ExitCode.WrongUse, (await corpus.Run("collocates", "氢能 (储能", "--mode", "expression")).ExitCode);
}
