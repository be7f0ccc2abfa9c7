using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PlanSearch.Web.Tests;

/// <summary>The real host over <see cref="SmallCollection"/>, index built at its start; one for all tests that only read.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    private readonly HttpClient _client;

    public Site()
    {
        _client = CreateDefaultClient();
        _client.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>What it serves.</summary>
    public SmallCollection Collection { get; } = new();

    /// <summary>Asks as it is; redirects are not followed.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(address, UriKind.Relative));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    public Task<HttpResponseMessage> PostAsync(string address, object body) =>
        _client.PostAsJsonAsync(new Uri(address, UriKind.Relative), body);

    /// <summary>The body as JSON, whatever the status.</summary>
    public async Task<JsonElement> JsonAsync(string address) => await (await GetAsync(address)).JsonAsync();

    /// <summary>The body as text, whatever the status.</summary>
    public async Task<string> TextAsync(string address) => await (await GetAsync(address)).Content.ReadAsStringAsync();

    /// <summary>The page as a browser would build it.</summary>
    public async Task<IHtmlDocument> PageAsync(string address) => new HtmlParser().ParseDocument(await TextAsync(address));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("PlanSearch:Plans", Collection.Plans);
        builder.UseSetting("PlanSearch:IndexDirectory", Collection.Index);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _client.Dispose();
            Collection.Dispose();
        }
    }
}

/// <summary>One host for the tests that only read.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<Site>
{
    public const string Name = "site";
}

/// <summary>Reading answers.</summary>
public static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
