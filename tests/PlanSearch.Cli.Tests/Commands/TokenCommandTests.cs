using PlanSearch.Cli.Commands;
using PlanSearch.Web.Tokens;

namespace PlanSearch.Cli.Tests.Commands;

/// <summary>The secret is the environment's, which all tests of the process share: none runs beside these.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentTests
{
    public const string Name = "environment";
}

[Collection(EnvironmentTests.Name)]
public sealed class TokenCommandTests : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private readonly TempCorpus _corpus = new();

    public Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable(TokenCommand.SecretsVariable, Secret);
        return _corpus.InitializeAsync();
    }

    public Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable(TokenCommand.SecretsVariable, null);
        return _corpus.DisposeAsync();
    }

    [Fact]
    public async Task Token_WithEveryOption_IsOneLineThatTheHostReads()
    {
        var run = await _corpus.Run(
            "token",
            "--scope",
            "plan=linyi",
            "--scope",
            "level=-县级",
            "--audience",
            "https://portal.example",
            "--title",
            "临漪规划",
            "--theme",
            "dark",
            "--expires",
            "2999-12-31");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        var token = new TokenSigner([Secret]).Read(Assert.Single(run.Lines), TimeProvider.System.GetUtcNow()).Value!;
        Assert.Equal("level\t-县级\nplan\tlinyi", token.Scope.Key);
        Assert.Equal(("临漪规划", "dark", "https://portal.example"), (token.Title, token.Theme, Assert.Single(token.Audience)));
        Assert.Equal(new DateTimeOffset(3000, 1, 1, 0, 0, 0, TimeSpan.Zero), token.Expires);
    }

    [Fact]
    public async Task Token_ForSomeDays_EndsThen()
    {
        var signer = new TokenSigner([Secret]);
        var text = Assert.Single((await _corpus.Run("token", "--scope", "plan=linyi", "--expires", "2d")).Lines);
        var now = TimeProvider.System.GetUtcNow();

        Assert.NotNull(signer.Read(text, now.AddDays(1.9)).Value);
        Assert.Equal(TokenSigner.ExpiredCode, signer.Read(text, now.AddDays(2.1)).Fault?.Code);
    }

    [Theory]
    [InlineData("没有值“火星”", "--scope", "region=火星")]
    [InlineData("不能用 part", "--scope", "part=专栏")]
    [InlineData("应写成 名=值", "--scope", "linyi")]
    [InlineData("应为以后的日期", "--scope", "plan=linyi", "--expires", "2020-01-01")]
    [InlineData("应为以后的日期", "--scope", "plan=linyi", "--expires", "soon")]
    [InlineData("应为网站来源", "--scope", "plan=linyi", "--audience", "https://portal.example/")]
    public async Task Token_ThatWouldOpenNothingOrMakesNoSense_IsRefused(string message, params string[] options)
    {
        var run = await _corpus.Run(["token", .. options]);

        Assert.Equal((ExitCode.WrongUse, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_WithoutAnIndexAtHand_IsMadeAsSaid()
    {
        var run = await CliRun.Of("token", "--scope", "region=火星", "--index", _corpus.PathOf("nowhere"));

        Assert.Equal("region\t火星", new TokenSigner([Secret]).Read(Assert.Single(run.Lines), default).Value!.Scope.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    public async Task Token_WithoutASecret_SaysWhereItIsTakenFrom(string? secret)
    {
        Environment.SetEnvironmentVariable(TokenCommand.SecretsVariable, secret);
        var run = await _corpus.Run("token", "--scope", "plan=linyi");

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains(TokenCommand.SecretsVariable, run.Error, StringComparison.Ordinal);
    }
}
