using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Web;

namespace PlanSearch.Browser.Tests;

/// <summary>The real host over the sample plans on a free loopback port, and a browser; one for all tests.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    /// <summary>Opens writing.</summary>
    public const string WriteKey = "write-key";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plansearch-browser-");
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address => _app!.Urls.Single();

    /// <summary>The folder of its plans.</summary>
    public string Plans => Path.Combine(_folder.FullName, "plans");

    /// <summary>The folder of its index.</summary>
    public string Index => Path.Combine(_folder.FullName, "index");

    /// <summary>Where the screenshots of a run are kept.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(
        Path.Combine(AppContext.BaseDirectory, "artifacts", "screenshots")).FullName;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        // A copy: the forms of the site write beside the plans.
        Directory.CreateDirectory(Plans);
        foreach (var file in Directory.EnumerateFiles(SamplePlans()))
        {
            File.Copy(file, Path.Combine(Plans, Path.GetFileName(file)));
        }

        PlanIngest.Run(new CorpusOptions { IndexDirectory = Index }, new IngestRequest([Plans]), progress: null, CancellationToken.None);
        _app = WebHost.Build(
            [$"--PlanSearch:IndexDirectory={Index}", $"--PlanSearch:Plans={Plans}", $"--PlanSearch:WriteKeys={WriteKey}", "--urls=http://127.0.0.1:0"]);
        await _app.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>A window of its own, which reports what it should not have asked for.</summary>
    /// <param name="width">Of the window.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="scheme">The colours the browser asks for.</param>
    /// <param name="host">The name the site is called by; the browser resolves every name under .test to this machine.</param>
    public async Task<Window> OpenAsync(
        int width = 1440, bool script = true, ColorScheme scheme = ColorScheme.Light, string host = "127.0.0.1")
    {
        var address = Address.Replace("127.0.0.1", host, StringComparison.Ordinal);
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            Locale = "zh-CN",
        });
        return await Window.OpenAsync(context, address);
    }

    /// <summary>A window that nobody watches: for pages of other sites, which may ask what they like.</summary>
    public Task<IBrowserContext> OpenContextAsync(bool script = true, ColorScheme scheme = ColorScheme.Light, int width = 1000) =>
        _browser!.NewContextAsync(
            new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, ColorScheme = scheme, Locale = "zh-CN" });

    /// <summary>One plan more, until it is let go of.</summary>
    public async Task<IAsyncDisposable> AddAsync(string id, string text)
    {
        var plan = new AddedPlan(new HttpClient { BaseAddress = new Uri(Address) }, id);
        await plan.AddAsync(text);
        return plan;
    }

    private sealed class AddedPlan(HttpClient client, string id) : IAsyncDisposable
    {
        public Task AddAsync(string text) => SendAsync(HttpMethod.Post, $"/api/v1/plans?id={id}", new StringContent(text));

        public async ValueTask DisposeAsync()
        {
            await SendAsync(HttpMethod.Delete, $"/api/v1/plans/{id}", null);
            client.Dispose();
        }

        private async Task SendAsync(HttpMethod method, string address, HttpContent? content)
        {
            using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
            request.Headers.Add("X-Api-Key", WriteKey);
            using var response = await client.SendAsync(request);
            response.EnsureSuccessStatusCode();
        }
    }

    private static string SamplePlans()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var plans = Path.Combine(at.FullName, "index-data", "plans");
            if (Directory.Exists(plans))
            {
                return plans;
            }
        }

        throw new DirectoryNotFoundException("index-data/plans is in no folder above the tests.");
    }
}

/// <summary>One host and one browser for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserSite>
{
    public const string Name = "browser";
}
