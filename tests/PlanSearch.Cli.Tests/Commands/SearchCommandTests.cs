using System.Text.Json;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class SearchCommandTests(TempCorpus corpus) : IClassFixture<TempCorpus>
{
    [Fact]
    public async Task Search_Text_BeginsWithTheTotalsOfTheCertificate()
    {
        var run = await corpus.Run("search", "氢能");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("4 处 · 3 章节 · 1 份；检索 2 份，1 份未提及", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("【氢能】", run.Out, StringComparison.Ordinal);
        Assert.Contains("全文未提及：石栎县“十四五”规划纲要", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WrongCharacter_AsksWhatWasMeant()
    {
        var run = await corpus.Run("search", "轻能");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("您要找的是不是：氢能（4 处）", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_InWords_RanksSectionsAndNamesTheWords()
    {
        var run = await corpus.Run("search", "--mode", "words", "怎么发展氢能和火星车");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("相关检索 · 按词排序，不是全部提及：", run.Out, StringComparison.Ordinal);
        Assert.Contains("氢能：氢能 4", run.Out, StringComparison.Ordinal);
        Assert.Contains("【氢能】", run.Out, StringComparison.Ordinal);

        var without = await corpus.Run("search", "--mode", "words", "--off", "氢能", "怎么发展氢能和火星车");
        Assert.Contains("氢能 4（停用）", without.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("【氢能】", without.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--level", "县级", 1)]
    [InlineData("--level", "-县级", 2)]
    [InlineData("--region", "岚江省/望澜市", 1)]
    [InlineData("--part", "专栏", 1)]
    [InlineData("--plan", "-linyi", 1)]
    public async Task Search_Filter_NarrowsTheMentions(string option, string value, int mentions)
    {
        var run = await corpus.Run("search", "储能", option, value);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"：{mentions} 处 ·", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FilterGivenTwice_TakesEither()
    {
        var run = await corpus.Run("search", "储能", "--level", "县级", "--level", "市级");

        Assert.Contains("：3 处 ·", run.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@氢能")]
    [InlineData("-储能")]
    [InlineData("--format")]
    public async Task Search_QueryThatLooksLikeAnOption_IsAQuery(string query)
    {
        var run = await CliRun.Of("search", "--index", corpus.Index, "--mode", "literal", "--", query);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("0 处", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Json_IsTheAnswerOfTheApi()
    {
        var run = await corpus.Run("search", "氢能", "--format", "json");

        using var answer = JsonDocument.Parse(run.Out);
        Assert.Equal(4, answer.RootElement.GetProperty("certificate").GetProperty("mentions").GetInt32());
        Assert.Equal(3, answer.RootElement.GetProperty("hits").GetArrayLength());
        Assert.NotEqual(0, answer.RootElement.GetProperty("facets").GetArrayLength());
    }

    [Fact]
    public async Task Search_QueryThatCannotBeRead_ShowsPlaceReasonAndProposal()
    {
        var run = await corpus.Run("search", "同句(氢能", "--mode", "expression");

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Equal("", run.Out);
        var lines = run.Error.Split('\n');
        Assert.Equal("同句(氢能", lines[0]);
        Assert.EndsWith("^", lines[1], StringComparison.Ordinal);
        Assert.Contains("可以写作：", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_SizeOutOfRange_EndsWithTwo() =>
        Assert.Equal(ExitCode.WrongUse, (await corpus.Run("search", "氢能", "--size", "0")).ExitCode);
}
