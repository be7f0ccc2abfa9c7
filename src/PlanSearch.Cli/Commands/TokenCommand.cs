using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using PlanSearch.Answers.Facets;
using PlanSearch.Cli.Options;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Tokens;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch token</c>: a token that opens reading within a scope.</summary>
internal static class TokenCommand
{
    /// <summary>Where the secret comes from: the host's own setting, so that it is in no command line and no history.</summary>
    public const string SecretsVariable = "PlanSearch__TokenSecrets";

    public static Command Create(Terminal terminal)
    {
        var scope = new Option<string[]>("--scope")
        {
            Description = "范围：名=值，如 region=岚江省/临漪市、level=-县级、plan=linyi；可重复，同名任一，异名都要",
            HelpName = "NAME=VALUE",
            Required = true
        };
        var audience = new Option<string[]>("--audience")
        {
            Description = "允许使用令牌的网站来源，如 https://portal.example；可重复，不写则不限",
            HelpName = "ORIGIN"
        };
        var title = new Option<string>("--title") { Description = "页面上显示的名称", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var theme = new Option<string>("--theme") { Description = "页面的明暗：light 或 dark；不写随读者的浏览器", DefaultValueFactory = _ => "" };
        theme.AcceptOnlyFromAmong("light", "dark");
        var expires = new Option<string?>("--expires") { Description = "何时失效：2027-06-30（当日终了，世界时）或 90d（天数）；不写则不失效", HelpName = "WHEN" };
        var collection = new CollectionOption(terminal);
        var command = new Command("token", $"签发限定范围的令牌；密文取自环境变量 {SecretsVariable}") { scope, audience, title, theme, expires, collection };
        command.SetAction((parse, _) => Task.FromResult(Run(
            terminal,
            new TokenWish(
                parse.GetRequiredValue(scope),
                parse.GetValue(audience) ?? [],
                parse.GetValue(title)!,
                parse.GetValue(theme)!,
                parse.GetValue(expires)),
            collection.Of(parse),
            Environment.GetEnvironmentVariable(SecretsVariable),
            TimeProvider.System.GetUtcNow())));
        return command;
    }

    private static int Run(Terminal terminal, TokenWish asked, CorpusOptions collection, string? secrets, DateTimeOffset now)
    {
        ImmutableArray<string> known = [.. (secrets ?? "").Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (known.IsEmpty || known.Any(secret => secret.Length < TokenSigner.LeastSecretLength))
        {
            return Refuse(terminal, $"环境变量 {SecretsVariable} 须为服务所用的密文，每个至少 {TokenSigner.LeastSecretLength} 个字符。");
        }

        var (token, fault) = TokenOf(asked, now);
        if (token is null)
        {
            return Refuse(terminal, fault!.Message);
        }

        if (UnknownIn(collection, token.Scope) is { } unknown)
        {
            return Refuse(terminal, unknown.Message);
        }

        terminal.Out.WriteLine(new TokenSigner(known).Sign(token));
        return ExitCode.Done;
    }

    private static Outcome<ScopeToken> TokenOf(TokenWish asked, DateTimeOffset now)
    {
        if (asked.Scope.FirstOrDefault(pair => pair.IndexOf('=', StringComparison.Ordinal) <= 0) is { } odd)
        {
            return new RequestFault(FaultKinds.ScopeInvalid, $"--scope {odd}：应写成 名=值。");
        }

        if (asked.Audience.FirstOrDefault(origin => !IsOrigin(origin)) is { } strange)
        {
            return new RequestFault(FaultKinds.AudienceInvalid, $"--audience {strange}：应为网站来源，如 https://portal.example，末尾没有“/”。");
        }

        DateTimeOffset? until = null;
        if (asked.Expires is { } text && (until = MomentOf(text, now)) is null)
        {
            return new RequestFault(FaultKinds.ExpiresInvalid, $"--expires {text}：应为以后的日期（2027-06-30）或天数（90d）。");
        }

        var (scope, fault) = PlanScope.Of(
            asked.Scope.Select(pair => pair.Split('=', 2)).GroupBy(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.ToImmutableArray())));
        return scope is null
            ? fault!
            : new ScopeToken(scope) { Title = asked.Title, Theme = asked.Theme, Audience = [.. asked.Audience], Expires = until };
    }

    // A scope that names nothing opens nothing: most likely a slip. Where no index lies at hand there is nothing to compare with.
    private static RequestFault? UnknownIn(CorpusOptions collection, PlanScope scope)
    {
        try
        {
            using var plans = PlanCollection.Open(collection);
            using var reader = plans.Read();
            return ScopeNames.Unknown(reader, scope);
        }
        catch (IndexMissingException)
        {
            return null;
        }
    }

    private static DateTimeOffset? MomentOf(string text, DateTimeOffset now) =>
        text.EndsWith('d')
            && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is > 0 and < 36_500 ? now.AddDays(days)
        : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
            && day.AddDays(1) > now ? day.AddDays(1)
        : null;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address.GetLeftPart(UriPartial.Authority) == text;

    private static int Refuse(Terminal terminal, string message)
    {
        terminal.Error.WriteLine(message);
        return ExitCode.WrongUse;
    }

    private sealed record TokenWish(string[] Scope, string[] Audience, string Title, string Theme, string? Expires);
}
