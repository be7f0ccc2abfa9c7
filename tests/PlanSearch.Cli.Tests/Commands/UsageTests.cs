using PlanSearch.Cli.Commands;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class UsageTests
{
    // What a sentence of the parser's package has and ours, Chinese as they are, have not.
    private const string TwoEnglishWords = @"\b[a-z]{3,}[ :][a-z]{3,}\b(?<!plansearch \w+)";

    public static TheoryData<string> WrongUses => new()
    {
        "",
        "nonsense",
        "index /no/such/folder",
        "search",
        "search 氢能 --mode guess",
        "search 氢能 --size many",
        "search 氢能 --size 1 --size 2",
        "search 氢能 --size",
        "search 氢能 --no-such-option",
        "plans more",
        "segment /no/such/file.txt",
        "health nowhere",
    };

    [Theory]
    [MemberData(nameof(WrongUses))]
    public async Task Run_WrongUse_EndsWithTwoAndSaysWhy(string commandLine)
    {
        var run = await CliRun.Of(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.NotEqual("", run.Error);
        Assert.DoesNotMatch(TwoEnglishWords, run.Error);
    }

    [Theory]
    [InlineData("search 氢能")]
    [InlineData("mentions 氢能")]
    [InlineData("plans")]
    [InlineData("ledger")]
    [InlineData("verify")]
    public async Task Run_NoIndex_EndsWithThreeAndNamesTheRemedy(string commandLine)
    {
        var folder = Path.Combine(Path.GetTempPath(), "plansearch-no-index");

        var run = await CliRun.Of([.. commandLine.Split(' '), "--index", folder]);

        Assert.Equal(ExitCode.UnusableIndex, run.ExitCode);
        Assert.Contains(folder, run.Error, StringComparison.Ordinal);
        Assert.Contains("plansearch index", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Health_NobodyListens_EndsWithOne()
    {
        // Port 1 is reserved; nothing of ours or of a test machine answers there.
        var run = await CliRun.Of("health", "http://127.0.0.1:1");

        Assert.Equal(ExitCode.DoneWithFailures, run.ExitCode);
        Assert.StartsWith("未就绪", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_HelpOfEveryCommand_NamesItsOptions()
    {
        using var terminal = new Terminal(Stream.Null, TextWriter.Null);
        var commands = CommandLine.Root(terminal).Subcommands.Select(command => command.Name).ToList();
        Assert.Contains("search", commands);
        foreach (var command in commands)
        {
            var run = await CliRun.Of(command, "--help");

            Assert.Equal(ExitCode.Done, run.ExitCode);
            var help = run.Out.Replace("testhost", "plansearch", StringComparison.Ordinal);
            Assert.DoesNotMatch(TwoEnglishWords, help);
            Assert.Contains($"plansearch {command}", help, StringComparison.Ordinal);
        }
    }
}
