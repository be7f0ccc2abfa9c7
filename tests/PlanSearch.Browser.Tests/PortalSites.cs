using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using PlanSearch.Web;

namespace PlanSearch.Browser.Tests;

/// <summary>
/// A portal on an origin of its own, and the search beside it three times: allowed there, not allowed, and allowed behind a proxy on a
/// sub-path.
/// </summary>
public sealed class PortalSites : IAsyncDisposable
{
    /// <summary>The path the proxy takes off.</summary>
    public const string Prefix = "/guihua";

    /// <summary>Signs tokens of all of them.</summary>
    public const string Secret = "0123456789abcdef0123456789abcdef";

    // The browser resolves every name under .test to this machine; so does whoever asks without it.
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    private readonly List<WebApplication> _apps = [];
    private readonly ConcurrentDictionary<string, (string Html, string Policy)> _pages = new();

    private PortalSites()
    {
    }

    /// <summary>What the portal's policy was told to have refused.</summary>
    public ConcurrentQueue<string> Reports { get; } = new();

    /// <summary>http://portal.test:port.</summary>
    public string Portal { get; private set; } = "";

    /// <summary>The search that lets the portal use it.</summary>
    public string Allowed { get; private set; } = "";

    /// <summary>The search as it is installed: nobody else may use it.</summary>
    public string Closed { get; private set; } = "";

    /// <summary>The allowed search behind the proxy, prefix included.</summary>
    public string Proxied { get; private set; } = "";

    public static async Task<PortalSites> StartAsync(BrowserSite site)
    {
        var sites = new PortalSites();
        sites.Portal = Named(await sites.StartAsync(sites.AnswerAsync), "portal.test");
        string[] open = [$"--PlanSearch:CorsOrigins={sites.Portal}", $"--PlanSearch:FrameAncestors={sites.Portal}"];
        sites.Allowed = Named(await sites.StartSearchAsync(site, open), "plans.test");
        sites.Closed = Named(await sites.StartSearchAsync(site), "closed.test");
        var behind = await sites.StartSearchAsync(site, [.. open, "--ForwardedHeaders_Enabled=true"]);
        sites.Proxied = Named(await sites.StartAsync(new Proxy(behind).AnswerAsync), "proxy.test") + Prefix;
        return sites;
    }

    /// <summary>Puts a page on the portal.</summary>
    /// <param name="path">Where.</param>
    /// <param name="markup">What its body holds.</param>
    /// <param name="policy">Its Content-Security-Policy; refusals are reported to <see cref="Reports"/>.</param>
    /// <param name="head">What its head holds.</param>
    /// <returns>Its address.</returns>
    public string Put(string path, string markup, string policy, string head = "")
    {
        var html =
            $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>门户</title>{head}</head><body><main><h1>门户</h1>{markup}</main></body></html>";
        _pages[path] = (html, policy + "; report-uri /reports");
        return Portal + path;
    }

    /// <summary>What an address of any of the sites answers, asked without a browser.</summary>
    public Task<string> TextAsync(string address) => _client.GetStringAsync(new Uri(address));

    /// <summary>The certificate of a search.</summary>
    public async Task<JsonElement> CertificateAsync(string address) =>
        JsonDocument.Parse(await TextAsync(address)).RootElement.GetProperty("certificate");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }
    }

    private static string Named(string address, string name) => address.Replace("127.0.0.1", name, StringComparison.Ordinal);

    private async Task<string> StartSearchAsync(BrowserSite site, params string[] settings)
    {
        var app = WebHost.Build(
            [$"--PlanSearch:IndexDirectory={site.Index}", $"--PlanSearch:Plans={site.Plans}", "--PlanSearch:BuildOnStart=false", $"--PlanSearch:TokenSecrets={Secret}", "--urls=http://127.0.0.1:0", .. settings]);
        _apps.Add(app);
        await app.StartAsync();
        return app.Urls.Single();
    }

    private async Task<string> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        _apps.Add(app);
        await app.StartAsync();
        return app.Urls.Single();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/reports")
        {
            using var reader = new StreamReader(context.Request.Body);
            Reports.Enqueue(await reader.ReadToEndAsync());
        }
        else if (_pages.TryGetValue(context.Request.Path.Value!, out var page))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentSecurityPolicy = page.Policy;
            await context.Response.WriteAsync(page.Html);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>A reverse proxy as people write them: takes the prefix off, says so, and passes the rest on.</summary>
    private sealed class Proxy(string target)
    {
        private static readonly HttpClient Client = new(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None });

        public async Task AnswerAsync(HttpContext context)
        {
            if (!context.Request.Path.StartsWithSegments(Prefix, out var rest))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            using var request = new HttpRequestMessage(
                new HttpMethod(context.Request.Method), target + rest.ToUriComponent() + context.Request.QueryString);
            foreach (var header in context.Request.Headers)
            {
                request.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable());
            }

            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.9");
            request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", context.Request.Scheme);
            request.Headers.TryAddWithoutValidation("X-Forwarded-Prefix", Prefix);
            using var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
            {
                context.Response.Headers[header.Key] = header.Value.ToArray();
            }

            await answer.Content.CopyToAsync(context.Response.Body);
        }
    }
}
