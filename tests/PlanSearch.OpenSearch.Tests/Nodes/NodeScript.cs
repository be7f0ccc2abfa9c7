using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PlanSearch.TestSupport;

namespace PlanSearch.OpenSearch.Tests.Nodes;

/// <summary>Real nodes on this machine, in a folder of their own.</summary>
internal sealed class NodeScript : IDisposable
{
    private const int TransportAbove = 100;

    private readonly TemporaryFolder _folder = new();

    private NodeScript(int count, int port) => Urls = [.. Enumerable.Range(1, count).Select(node => new Uri($"http://127.0.0.1:{port + node}"))];

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
        var port = FreePorts(count);
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

    /// <summary>Starts a node once more, or all, with what they had.</summary>
    public void Again(int? node = null)
    {
        if (node is { } one)
        {
            Run("again", _folder.At("nodes"), Text(one));
        }
        else
        {
            Run("again", _folder.At("nodes"));
        }
    }

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

    // Ports that a system gives away are random, so those beside one are mostly free too; which is tried.
    private static int FreePorts(int count)
    {
        while (true)
        {
            using var given = Listen(0)!;
            var port = ((IPEndPoint)given.LocalEndpoint).Port;
            var wanted = Enumerable.Range(1, count).SelectMany(node => new[] { port + node, port + TransportAbove + node });
            var held = wanted.Select(Listen).ToList();
            held.ForEach(one => one?.Dispose());
            if (held.TrueForAll(one => one is not null))
            {
                return port;
            }
        }
    }

    private static TcpListener? Listen(int port)
    {
        if (port > IPEndPoint.MaxPort)
        {
            return null;
        }

        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            // Somebody has it.
            listener.Dispose();
            return null;
        }
    }

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
