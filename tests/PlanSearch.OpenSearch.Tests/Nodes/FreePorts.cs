using System.Net;
using System.Net.Sockets;

namespace PlanSearch.OpenSearch.Tests.Nodes;

/// <summary>Ports of this machine that nobody has.</summary>
internal static class FreePorts
{
    private const int TransportAbove = 100;

    /// <summary>One.</summary>
    public static int One()
    {
        using var listener = Listen(0)!;
        return PortOf(listener);
    }

    /// <summary>A port behind which so many are free for nodes, and as many a hundred above for what they say to each other.</summary>
    public static int Below(int count)
    {
        // Ports that a system gives away are random, so those beside one are mostly free too; which is tried.
        while (true)
        {
            using var given = Listen(0)!;
            var port = PortOf(given);
            var wanted = Enumerable.Range(1, count).SelectMany(node => new[] { port + node, port + TransportAbove + node });
            var held = wanted.Select(Listen).ToList();
            held.ForEach(one => one?.Dispose());
            if (held.TrueForAll(one => one is not null))
            {
                return port;
            }
        }
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

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
}
