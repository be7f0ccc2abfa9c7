using System.CommandLine;
using PlanSearch.Web;

namespace PlanSearch.Cli.Commands;

/// <summary>
/// <c>plansearch health [URL]</c>: asks a running server whether it serves; for containers, whose image holds no other client.
/// </summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create(Terminal terminal)
    {
        var url = new Argument<string>("URL") { Description = "服务地址", DefaultValueFactory = _ => WebHost.DefaultUrl };
        var command = new Command("health", "查问服务是否就绪") { url };
        command.SetAction(async (parse, cancellationToken) =>
        {
            if (!Uri.TryCreate(parse.GetRequiredValue(url).TrimEnd('/') + "/health/ready", UriKind.Absolute, out var address))
            {
                await terminal.Error.WriteLineAsync($"{parse.GetRequiredValue(url)} 不是地址。");
                return ExitCode.WrongUse;
            }

            try
            {
                using var client = new HttpClient { Timeout = Patience };
                using var answer = await client.GetAsync(address, cancellationToken);
                await terminal.Out.WriteLineAsync(
                    answer.IsSuccessStatusCode
                        ? "就绪"
                        : $"未就绪：{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
                return answer.IsSuccessStatusCode ? ExitCode.Done : ExitCode.DoneWithFailures;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                await terminal.Error.WriteLineAsync($"未就绪：{fault.Message}");
                return ExitCode.DoneWithFailures;
            }
        });
        return command;
    }
}
