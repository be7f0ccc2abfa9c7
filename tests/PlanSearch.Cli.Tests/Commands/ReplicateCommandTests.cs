using System.Text.Json;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class ReplicateCommandTests : IAsyncLifetime
{
    private readonly TempCorpus _corpus = new();

    public Task InitializeAsync() => _corpus.InitializeAsync();

    public Task DisposeAsync() => _corpus.DisposeAsync();

    [Fact]
    public async Task Replicate_CollectionThatIsTheSame_EndsWith0()
    {
        var file = _corpus.PathOf("certificate.json");
        Assert.Equal(ExitCode.Done, (await _corpus.Run("search", "氢能", "--certificate", file)).ExitCode);

        var run = await _corpus.Run("replicate", file);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("与当时相同", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replicate_TextThatChanged_EndsWith1AndNamesIt()
    {
        var (full, export) = (_corpus.PathOf("certificate.json"), _corpus.PathOf("mentions.jsonl"));
        await _corpus.Run("mentions", "氢能", "--certificate", full, "--format", "jsonl", "--out", export);
        await File.AppendAllTextAsync(Path.Combine(_corpus.Plans, "shili.txt"), "\n发展氢能。\n");
        await _corpus.Run("index", _corpus.Plans);

        var named = await _corpus.Run("replicate", full);
        var json = await _corpus.Run("replicate", export, "--format", "json");

        Assert.Equal(ExitCode.DoneWithFailures, named.ExitCode);
        Assert.Contains("  处：4 → 5", named.Lines);
        Assert.Contains("  文本改动 shili（石栎县“十四五”规划纲要），0 → 1 处", named.Lines);
        Assert.Equal(ExitCode.DoneWithFailures, json.ExitCode);
        Assert.Equal("texts", JsonDocument.Parse(json.Out).RootElement.GetProperty("causes")[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("plans/linyi.txt")]
    [InlineData("nothing.json")]
    public async Task Replicate_FileWithoutACertificate_IsWrongUse(string file) =>
        Assert.Equal(ExitCode.WrongUse, (await _corpus.Run("replicate", _corpus.PathOf(file))).ExitCode);
}
