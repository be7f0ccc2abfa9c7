using System.Net;
using System.Net.Sockets;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>Which node is asked, by nodes that are sockets.</summary>
public sealed class ClusterClientTests : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    private readonly List<Socket> _open = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Send_FirstNodeIsSwitchedOff_AsksTheSecondAndStaysWithIt(bool isChange)
    {
        var (silent, answering) = (Silent(), Answering());
        using var client = new ClusterClient(new ClusterOptions { Urls = [silent, answering.Url], ConnectTime = Short });

        // Nothing was sent to the first: what may be done once only may be asked of the second.
        for (var asked = 0; asked < 3; asked++)
        {
            var reply = isChange ? client.Put("/a", "{}"u8.ToArray(), default) : client.Get("/a", default);

            Assert.Equal(HttpStatusCode.OK, reply.Status);
        }

        // The first request of the second node brings the client to it, and no later one goes back.
        Assert.Equal(3, answering.Asked());
    }

    [Fact]
    public void Send_AllNodesAreSwitchedOff_IsUnavailableWhenPatienceIsOver()
    {
        using var client = new ClusterClient(new ClusterOptions { Urls = [Silent()], ConnectTime = Short, Patience = Short });

        var fault = Assert.Throws<IndexUnavailableException>(() => client.Get("/a", default));

        Assert.Contains("no connection", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _open.ForEach(socket => socket.Dispose());

    // Its queue is full, so that it neither takes a connection nor refuses one, as a machine without power.
    private Uri Silent()
    {
        var listener = Listener(backlog: 0);
        for (var queued = 0; queued < 2; queued++)
        {
            var waiting = new Socket(SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _open.Add(waiting);
            try
            {
                waiting.Connect(listener.LocalEndPoint!);
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // Under way for as long as the test runs.
            }
        }

        return UrlOf(listener);
    }

    private (Uri Url, Func<int> Asked) Answering()
    {
        var listener = Listener(backlog: 8);
        var asked = 0;
        _ = Task.Run(() =>
        {
            var bytes = new byte[4096];
            while (true)
            {
                try
                {
                    using var socket = listener.Accept();
                    socket.Receive(bytes);
                    Interlocked.Increment(ref asked);
                    socket.Send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8);
                }
                catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
                {
                    return;
                }
            }
        });
        return (UrlOf(listener), () => Volatile.Read(ref asked));
    }

    private Socket Listener(int backlog)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _open.Add(listener);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(backlog);
        return listener;
    }

    private static Uri UrlOf(Socket listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}");
}
