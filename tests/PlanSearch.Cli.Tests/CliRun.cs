namespace PlanSearch.Cli.Tests;

/// <summary>One command, run in this process: what it ended with and what it wrote.</summary>
/// <param name="ExitCode">One of <see cref="Cli.ExitCode"/>.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of <see cref="Out"/>, without their ends.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<CliRun> Of(params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(args, new Terminal(output, error, IsAttended: false, HasColor: false));
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
