using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.TestSupport;

namespace PlanSearch.Cli.Tests.Commands;

/// <summary>A command counts its search once.</summary>
public sealed class OneQuestionTests : IAsyncLifetime
{
    private readonly TempCorpus _corpus = new();

    public Task InitializeAsync() => _corpus.InitializeAsync();

    public Task DisposeAsync() => _corpus.DisposeAsync();

    public static TheoryData<string> Commands => new()
    {
        "search 氢能 --format text",
        "search 氢能 --format json",
        "search 氢能 --sort relevance",
        "mentions 氢能 --format text",
        "mentions 氢能 --format json",
        "mentions 氢能 --format jsonl",
        "mentions 氢能 --format json --sort relevance",
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Run_SearchOrMentions_CountsOnce(string command)
    {
        using var index = new WatchedIndex(new CorpusOptions { IndexDirectory = _corpus.Index }.Store.Open());
        string[] args = [.. command.Split(' '), "--index", _corpus.Index, "--certificate", _corpus.PathOf("certificate.json")];

        var run = await CliRun.Over(options => PlanCollection.Open(options, () => index), args);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("氢能", run.Out, StringComparison.Ordinal);
        OneQuestion.Check(index.Calls, "氢能", isCounted: true);
    }
}
