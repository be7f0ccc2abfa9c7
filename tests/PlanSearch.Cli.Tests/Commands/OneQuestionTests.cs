using PlanSearch.Corpus;
using PlanSearch.Corpus.Index;
using PlanSearch.TestSupport;

namespace PlanSearch.Cli.Tests.Commands;

/// <summary>A command counts its search once.</summary>
public sealed class OneQuestionTests : IAsyncLifetime
{
    private readonly TempCorpus _corpus = new();

    public Task InitializeAsync() => _corpus.InitializeAsync();

    public Task DisposeAsync() => _corpus.DisposeAsync();

    public static TheoryData<string, string> Commands => new()
    {
        { "search 氢能 --format text", "Count" },
        { "search 氢能 --format json", "Count" },
        { "search 氢能 --sort relevance", "Search" },
        { "mentions 氢能 --format text", "Count" },
        { "mentions 氢能 --format json", "Count" },
        { "mentions 氢能 --format jsonl", "Count" },
        { "mentions 氢能 --format json --sort relevance", "Count" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Run_SearchOrMentions_CountsOnce(string command, string count)
    {
        using var index = new WatchedIndex(new EmbeddedPlanIndex(_corpus.Index));
        string[] args = [.. command.Split(' '), "--index", _corpus.Index, "--certificate", _corpus.PathOf("certificate.json")];

        var run = await CliRun.Over(options => PlanCollection.Open(options, () => index), args);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("氢能", run.Out, StringComparison.Ordinal);
        OneQuestion.Check(index.Calls, "氢能", count);
    }
}
