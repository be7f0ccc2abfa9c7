using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Ingest;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>
/// A host that listens on 127.0.0.1, for what only shows on a real connection. The system keeps little of what it sends, so that a slow
/// reader is felt at once.
/// </summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    /// <summary>A plan whose text and whose mentions are more than a connection holds.</summary>
    public const string LongPlan = "changpu";

    private const int Paragraphs = 1_200;
    private const int LittleBuffer = 4_096;

    private readonly WebApplication _app;
    private readonly SmallCollection _collection;

    private LoopbackHost(WebApplication app, SmallCollection collection)
    {
        (_app, _collection) = (app, collection);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Asks as others do.</summary>
    public HttpClient Client { get; }

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <param name="settings">As <c>--name=value</c>, whole.</param>
    public static async Task<LoopbackHost> StartAsync(params string[] settings)
    {
        var collection = new SmallCollection();
        collection.Write(LongPlan + ".txt", "长浦市国民经济和社会发展第十四个五年规划纲要\n\n第一章 重点任务\n\n" + string.Concat(Enumerable.Range(1, Paragraphs)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"建设第{number}座加氢站，推广氢能重卡，完善沿线氢能供应。\n\n"))));
        PlanIngest.Run(
            new CorpusOptions { IndexDirectory = collection.Index }, new([collection.Plans]), progress: null, CancellationToken.None);
        var app = WebHost.Build(
            ["--urls=http://127.0.0.1:0", $"--PlanSearch:Plans={collection.Plans}", $"--PlanSearch:IndexDirectory={collection.Index}", .. settings],
            builder => builder.Services.Configure<SocketTransportOptions>(transport => transport.CreateBoundListenSocket = endpoint =>
            {
                var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
                socket.SendBufferSize = LittleBuffer;
                return socket;
            }));
        await app.StartAsync();
        return new LoopbackHost(app, collection);
    }

    /// <summary>A connection on which so much has been sent.</summary>
    public async Task<RawConnection> SendAsync(string text)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveBufferSize = LittleBuffer,
            NoDelay = true
        };
        await socket.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(text));
        return new RawConnection(socket);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _collection.Dispose();
    }
}

/// <summary>A connection whose bytes a test sends and reads one by one.</summary>
internal sealed class RawConnection(Socket socket) : IDisposable
{
    private const string Version = "HTTP/1.1 ";

    /// <summary>The status of the answer, of which no more is read: it is on its way.</summary>
    public async Task<int> StatusAsync()
    {
        var begin = new byte[Version.Length + 3];
        await using var stream = new NetworkStream(socket);
        await stream.ReadExactlyAsync(begin);
        return int.Parse(begin.AsSpan(Version.Length), CultureInfo.InvariantCulture);
    }

    public void Dispose() => socket.Dispose();
}
