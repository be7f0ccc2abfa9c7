using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using PlanSearch.Cli.Commands;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Web.Hosting;

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

    /// <summary>A command where the owner has said something in the environment.</summary>
    /// <param name="settings">By name, without <c>PlanSearch__</c>.</param>
    /// <param name="args">The command.</param>
    public static Task<CliRun> In(IEnumerable<(string Name, string Value)> settings, params string[] args)
    {
        var said = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("PlanSearch:" + setting.Name, (string?)setting.Value)))
                .Build();
        return Run((output, error) => new Terminal(output, error) { Settings = () => HostSettings.From(said) }, args);
    }

    /// <param name="open">How the command opens its collection.</param>
    /// <param name="args">The command.</param>
    public static Task<CliRun> Over(Func<CorpusOptions, PlanCollection> open, params string[] args) =>
        Run((output, error) => new Terminal(output, error) { OpenCollection = open }, args);

    /// <summary>A command in a process of its own, to be started: what it writes is read by whoever does.</summary>
    public static ProcessStartInfo Apart(params string[] args) => new("dotnet", [typeof(CommandLine).Assembly.Location, .. args])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static async Task<CliRun> Run(Func<Stream, TextWriter, Terminal> of, string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        int exitCode;
        using (var terminal = of(output, error))
        {
            exitCode = await CommandLine.RunAsync(args, terminal);
        }

        return new CliRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
