using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Index.Port;
using PlanSearch.Web.Bounds;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Tests;

/// <summary>A host of its own over a collection of its own, for tests that write or need other settings.</summary>
public sealed class TestHost : IAsyncDisposable
{
    /// <summary>The write key of those hosts that have one.</summary>
    public const string WriteKey = "write-key";

    /// <summary>Stands among the settings where a proxy's headers are to be believed.</summary>
    public const string ForwardedHeaders = "forwarded-headers";

    /// <summary>A header by which a test says which address it asks from.</summary>
    public const string ClientHeader = "X-Test-Client";

    private readonly WebApplication _app;

    private TestHost(WebApplication app, SmallCollection collection)
    {
        (_app, Collection) = (app, collection);
        Client = app.GetTestClient();
        Client.Timeout = Timeout.InfiniteTimeSpan;
    }

    public SmallCollection Collection { get; }

    /// <summary>Has no key.</summary>
    public HttpClient Client { get; }

    /// <param name="withIndex">Whether the index is built first.</param>
    /// <param name="settings">As <c>Name=value</c>, without <c>PlanSearch:</c>; the last word holds.</param>
    public static Task<TestHost> StartAsync(bool withIndex = true, params string[] settings) => StartAsync(_ => { }, withIndex, settings);

    /// <summary>The same with further plans.</summary>
    /// <param name="fill">Writes them.</param>
    /// <param name="withIndex">Whether the index is built first.</param>
    /// <param name="settings">As <c>Name=value</c>.</param>
    public static Task<TestHost> StartAsync(Action<SmallCollection> fill, bool withIndex = true, params string[] settings)
    {
        ArgumentNullException.ThrowIfNull(fill);
        return StartAsync(fill, withIndex, settings, _ => { });
    }

    /// <summary>One that serves an index and knows no folder of plans, as where only the index was brought along.</summary>
    /// <param name="settings">As <c>Name=value</c>.</param>
    public static Task<TestHost> StartWithoutFolderAsync(params string[] settings) =>
        StartAsync(_ => { }, withIndex: true, settings, builder =>
        builder.Services.AddSingleton(services => new PlanUpkeep(services.GetRequiredService<HostSettings>().Corpus, [])));

    /// <summary>One that answers from another index than the one it builds.</summary>
    /// <param name="open">Opens it, given the folder of the one that was built.</param>
    /// <param name="settings">As <c>Name=value</c>.</param>
    public static Task<TestHost> StartOverAsync(Func<string, IPlanIndex> open, params string[] settings) =>
        StartAsync(_ => { }, withIndex: true, settings, builder =>
        builder.Services.AddKeyedSingleton(CorpusServices.Whole, (services, _) =>
        {
            var options = services.GetRequiredService<HostSettings>().Corpus;
            return PlanCollection.Open(options, () => open(options.IndexDirectory));
        }));

    private static async Task<TestHost> StartAsync(
        Action<SmallCollection> fill, bool withIndex, string[] settings, Action<WebApplicationBuilder> configure)
    {
        var collection = new SmallCollection();
        fill(collection);
        string[] all = [$"Plans={collection.Plans}", $"IndexDirectory={collection.Index}", .. settings];
        if (withIndex)
        {
            PlanIngest.Run(
                new CorpusOptions { IndexDirectory = collection.Index }, new([collection.Plans]), progress: null, CancellationToken.None);
        }

        string[] args =
        [
            .. all.Where(setting => setting != ForwardedHeaders).Select(setting => "--PlanSearch:" + setting),
            $"--ForwardedHeaders_Enabled={settings.Contains(ForwardedHeaders)}",
        ];
        var app = WebHost.Build(args, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<IStartupFilter, SaidAddress>();
            configure(builder);
        });
        await app.StartAsync();
        return new TestHost(app, collection);
    }

    /// <summary>Asks with the write key.</summary>
    public Task<HttpResponseMessage> WriteAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("X-Api-Key", WriteKey);
        return Client.SendAsync(request);
    }

    /// <summary>Leaves no room for anyone until it is disposed of: every permit is held, and as many wait as may.</summary>
    public IAsyncDisposable TakeEveryPermit()
    {
        var permits = _app.Services.GetRequiredService<WorkPermits>();
        var taken = new List<Task<RateLimitLease>>();
        do
        {
            taken.Add(permits.TakeAsync(new DefaultHttpContext()).AsTask());
        }
        while (!taken[^1].IsFaulted);

        return new TakenPermits(taken[..^1]);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Collection.Dispose();
    }

    private sealed class TakenPermits(List<Task<RateLimitLease>> taken) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var one in taken)
            {
                (await one).Dispose();
            }
        }
    }

    private sealed class SaidAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[ClientHeader], out var address))
                {
                    context.Connection.RemoteIpAddress = address;
                }

                return following(context);
            });
            next(app);
        };
    }
}
