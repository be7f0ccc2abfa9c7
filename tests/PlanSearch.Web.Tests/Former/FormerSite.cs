using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PlanSearch.Corpus;
using PlanSearch.TestSupport;

namespace PlanSearch.Web.Tests.Former;

/// <summary>The host of today, where reading needs a key, over what a former version of the program left.</summary>
public abstract class FormerSite : WebApplicationFactory<Program>
{
    /// <summary>What the addresses of the API begin with.</summary>
    public const string ApiPath = "/api/v1";

    private const string ReadKey = "read-key";

    private readonly HttpClient _client;
    private readonly CorpusOptions _corpus;

    /// <param name="choose">Which index; one that is not there is built at the start.</param>
    protected FormerSite(Func<FormerFolder, CorpusOptions> choose)
    {
        ArgumentNullException.ThrowIfNull(choose);
        _corpus = choose(Folder);
        _client = CreateDefaultClient();
        _client.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>The copy it serves.</summary>
    public FormerFolder Folder { get; } = new();

    /// <summary>Asks with the key, or, when <paramref name="isOpen"/>, as it is.</summary>
    public Task<HttpResponseMessage> GetAsync(string address, bool isOpen = false) =>
        SendAsync(HttpMethod.Get, address, content: null, isOpen);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, bool isOpen = false)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        if (!isOpen)
        {
            request.Headers.Add("X-Api-Key", ReadKey);
        }

        return await _client.SendAsync(request);
    }

    /// <summary>The text of an answer that is none of a fault.</summary>
    public async Task<string> TextAsync(string address, bool isOpen = false)
    {
        using var response = await GetAsync(address, isOpen);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode} {text}");
        return text;
    }

    public async Task<JsonElement> JsonAsync(string address, bool isOpen = false) =>
        JsonSerializer.Deserialize<JsonElement>(await TextAsync(address, isOpen));

    public async Task<IHtmlDocument> PageAsync(string address) => new HtmlParser().ParseDocument(await TextAsync(address));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("PlanSearch:Plans", Folder.Plans);
        builder.UseSetting("PlanSearch:IndexDirectory", _corpus.IndexDirectory);
        builder.UseSetting("PlanSearch:BuildOnStart", Directory.Exists(_corpus.IndexDirectory) ? "false" : "true");
        builder.UseSetting("PlanSearch:ReadKeys", ReadKey);
        builder.UseSetting("PlanSearch:TokenSecrets", FormerAnswers.Lines("token-secret.txt")[0]);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // A factory of hosts is disposed of twice, once without waiting.
        if (disposing && Directory.Exists(Folder.Plans))
        {
            _client.Dispose();
            Folder.Dispose();
        }
    }
}

/// <summary>Over an index that is built now of the plans of then.</summary>
public sealed class FreshSite() : FormerSite(folder => folder.Fresh);
