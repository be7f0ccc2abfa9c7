namespace PlanSearch.Cli.Tests.Commands;

public sealed class MetaCommandTests : IAsyncLifetime
{
    private readonly TempCorpus _corpus = new();

    [Theory]
    [InlineData("题录.csv")]
    [InlineData("题录.xlsx")]
    public async Task ExportThenImport_ChangesNothing(string name)
    {
        var export = await _corpus.Run("meta", "export", _corpus.PathOf(name));
        var import = await _corpus.Run("meta", "import", _corpus.PathOf(name));

        Assert.Equal((ExitCode.Done, ExitCode.Done), (export.ExitCode, import.ExitCode));
        Assert.StartsWith("写入 0 份，未变 2 份，未采用 0 处", import.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_BadRow_IsNamedAndTheOthersTaken()
    {
        await File.WriteAllTextAsync(_corpus.PathOf("改.csv"), "编号,文号\nlinyi,临政发〔2021〕1号\nnowhere,无\n");

        var import = await _corpus.Run("meta", "import", _corpus.PathOf("改.csv"));

        Assert.Equal(ExitCode.DoneWithFailures, import.ExitCode);
        Assert.Contains("第 3 行：没有编号为“nowhere”的规划", import.Out, StringComparison.Ordinal);
        Assert.Equal("\"document_number\": \"临政发〔2021〕1号\"\n", await File.ReadAllTextAsync(Path.Combine(_corpus.Plans, "linyi.meta.yaml")));
        Assert.Contains("linyi", (await CliRun.Of("index", _corpus.Plans, "--index", _corpus.Index)).Out, StringComparison.Ordinal);
        Assert.Contains("临政发〔2021〕1号", (await _corpus.Run("ledger", "linyi", "--format", "json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OtherExtension_IsWrongUse() =>
        Assert.Equal(ExitCode.WrongUse, (await _corpus.Run("meta", "export", _corpus.PathOf("题录.doc"))).ExitCode);

    [Fact]
    public async Task Import_FileThatIsNotThere_IsWrongUse() =>
        Assert.Equal(ExitCode.WrongUse, (await _corpus.Run("meta", "import", _corpus.PathOf("无.csv"))).ExitCode);

    public Task InitializeAsync() => _corpus.InitializeAsync();

    public Task DisposeAsync() => _corpus.DisposeAsync();
}
