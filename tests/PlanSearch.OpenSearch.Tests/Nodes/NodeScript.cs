using System.Diagnostics;
using System.Globalization;
using PlanSearch.TestSupport;

namespace PlanSearch.OpenSearch.Tests.Nodes;

/// <summary>Real nodes on this machine, in a folder of their own.</summary>
internal sealed class NodeScript : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private NodeScript(int count, int port) =>
        Urls = [.. Enumerable.Range(1, count).Select(node => new Uri($"http://127.0.0.1:{port + node}"))];

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? WhyNot { get; } = !File.Exists(Script) ? "../shared/opensearch is not there."
        : !IsJavaThere() ? "There is no java."
        : null;

    /// <summary>The addresses, node by node.</summary>
    public IReadOnlyList<Uri> Urls { get; }

    private static string Script => Path.Combine(Repository.SharedFolder, "opensearch", "nodes");

    /// <summary>Starts some; they have found each other when it comes back.</summary>
    public static NodeScript Start(int count)
    {
        var port = FreePorts.Below(count);
        var nodes = new NodeScript(count, port);
        try
        {
            nodes.Run("start", nodes._folder.At("nodes"), Text(count), Text(port));
            return nodes;
        }
        catch
        {
            nodes.Dispose();
            throw;
        }
    }

    /// <summary>Ends a node as a power cut would.</summary>
    public void Kill(int node) => Run("kill", _folder.At("nodes"), Text(node));

    /// <summary>Starts a node once more, with what it had.</summary>
    public void Again(int node) => Run("again", _folder.At("nodes"), Text(node));

    /// <summary>Starts all nodes once more, with what they had.</summary>
    public void Again() => Run("again", _folder.At("nodes"));

    /// <summary>Ends all of them in order.</summary>
    public void Stop() => Run("stop", _folder.At("nodes"));

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsJavaThere() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "java")));

    private void Run(params string[] arguments)
    {
        // The nodes keep what they write to: it is a file, or this would wait for them to end.
        var log = _folder.At("nodes.log");
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { "-c", "\"$0\" \"$@\" >> \"$NODES_LOG\" 2>&1" },
            Environment = { ["HEAP"] = "512m", ["NODES_LOG"] = log },
        };
        start.ArgumentList.Add(Script);
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"nodes {string.Join(' ', arguments)}: {(File.Exists(log) ? File.ReadAllText(log) : "")}");
        }
    }
}
