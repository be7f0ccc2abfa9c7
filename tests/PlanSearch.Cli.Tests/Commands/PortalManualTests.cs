using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using PlanSearch.Cli.Commands;
using PlanSearch.TestSupport;
using PlanSearch.Web;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Cli.Tests.Commands;

/// <summary>docs/一小时门户接入.md says what to type: every command of it is run, in its order, against the service that it starts.</summary>
public sealed partial class PortalManualTests : IDisposable
{
    private const string Service = "服务";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private static readonly string Manual = File.ReadAllText(Path.Combine(Repository.Root, "docs", "一小时门户接入.md"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plansearch-manual-");

    [Fact]
    public async Task Commands_InTheirOrder_AllSucceed()
    {
        var blocks = Blocks("sh").ToList();
        Assert.True(blocks.Count > 10, $"{blocks.Count} blocks");
        Assert.Single(blocks, block => block.Note == Service);

        var (exitCode, output) = await RunAsync(Script(blocks));

        Assert.True(exitCode == 0, output);
        Assert.Contains($"{blocks.Count - 1} blocks done", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_ItNames_AreThoseOfTheHost()
    {
        var known = typeof(HostSettings)
            .GetProperties()
            .Select(property => property.Name)
            .Append("IndexDirectory")
            .ToHashSet(StringComparer.Ordinal);
        var named = Setting().Matches(Manual).Select(found => found.Groups["name"].Value).Distinct().ToList();

        Assert.True(named.Count >= 6);
        Assert.All(named, name => Assert.Contains(name, known));
    }

    // What the demonstration of a host with the same address gives to copy.
    [Fact]
    public async Task Markup_IsThatOfTheHost()
    {
        var index = Path.Combine(_folder.FullName, "index");
        await CliRun.Of("index", Path.Combine(Repository.Root, "index-data", "plans"), "--index", index);
        await using var app = WebHost.Build(
            [$"--PlanSearch:IndexDirectory={index}", "--PlanSearch:PublicUrl=https://portal.example/guihua", "--urls=http://127.0.0.1:0"]);
        await app.StartAsync();
        using var client = new HttpClient();
        var demo = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(app.Urls.Single() + "/guihua/embed/demo")));

        var snippets = Blocks("html").ToList();
        Assert.Equal(["component", "frame", "form", "opensearch"], snippets.Select(snippet => snippet.Note));
        Assert.All(
            snippets, snippet => Assert.Contains($"<code data-copy>{snippet.Text.TrimEnd('\n')}</code>", demo, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<(string Note, string Text)> Blocks(string language) =>
        Block()
            .Matches(Manual)
            .Where(found => found.Groups["language"].Value == language)
            .Select(found => (found.Groups["note"].Value, found.Groups["text"].Value));

    // Blocks share nothing but files, as a reader's terminals do. The service is asked until it is ready and ended at the end.
    private static string Script(IEnumerable<(string Note, string Text)> blocks)
    {
        var program = typeof(CommandLine).Assembly.Location;
        var script = new StringBuilder($$"""
            set -euo pipefail
            plansearch() { dotnet '{{program}}' "$@"; }
            curl() { command curl --silent --show-error "$@"; }
            done=0
            """).Append('\n');
        foreach (var (note, text) in blocks)
        {
            script.Append(note == Service
                ? $"(\n{text.Replace("plansearch serve", $"exec dotnet '{program}' serve", StringComparison.Ordinal)}) &\nserver=$!\ntrap 'kill $server; wait $server || true' EXIT\n"
                    + "curl --output /dev/null --retry 100 --retry-delay 1 --retry-all-errors --fail http://127.0.0.1:5080/health/ready\n"
                : $"(\n{text})\ndone=$((done + 1))\n");
        }

        return script.Append("echo \"$done blocks done\"\n").ToString();
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string script)
    {
        var home = Path.Combine(_folder.FullName, "guihua");
        var path = Path.Combine(_folder.FullName, "manual.sh");
        await File.WriteAllTextAsync(
            path,
            script.Replace("/srv/guihua", home, StringComparison.Ordinal)
                .Replace("127.0.0.1:5080", $"127.0.0.1:{FreePort()}", StringComparison.Ordinal));
        using var process = Process.Start(
            new ProcessStartInfo("bash", ["-c", $"exec bash '{path}' 2>&1"])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                UseShellExecute = false
            })!;
        using var late = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        try
        {
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, await output);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(
        "^```(?<language>\\w+) ?(?<note>\\w*)\n(?<text>.*?)^```$",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex("PlanSearch__(?<name>\\w+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
