using System.Text;
using PlanSearch.Corpus;

namespace PlanSearch.Cli.Tests;

/// <summary>One command, run in this process: what it ended with and what it wrote.</summary>
/// <param name="ExitCode">One of <see cref="Cli.ExitCode"/>.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of <see cref="Out"/> that say something, without their ends.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CliRun> Of(params string[] args) => Over(PlanCollection.Open, args);

    /// <param name="open">How the command opens its collection.</param>
    /// <param name="args">The command.</param>
    public static async Task<CliRun> Over(Func<CorpusOptions, PlanCollection> open, params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        int exitCode;
        using (var terminal = new Terminal(output, error) { OpenCollection = open })
        {
            exitCode = await CommandLine.RunAsync(args, terminal);
        }

        return new CliRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
