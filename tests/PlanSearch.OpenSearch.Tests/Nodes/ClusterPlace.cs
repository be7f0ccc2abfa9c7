using System.Text;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;

namespace PlanSearch.OpenSearch.Tests.Nodes;

/// <summary>An index in a place of its own; its indexes are removed with it.</summary>
/// <param name="options">The place.</param>
internal sealed class ClusterPlace(ClusterOptions options) : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly List<OpenSearchIndexStore> _hosts = [];

    /// <summary>The place.</summary>
    public ClusterOptions Options => options;

    /// <summary>Another host's view of the same.</summary>
    public IPlanIndex Open()
    {
        var host = new OpenSearchIndexStore(options);
        _hosts.Add(host);
        return host.Open();
    }

    /// <summary>Asks a node as it is.</summary>
    public string Send(HttpMethod method, string path, string body = "")
    {
        using var request = new HttpRequestMessage(method, new Uri(options.Urls[0], path));
        request.Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = _http.Send(request);
        using var text = new StreamReader(response.Content.ReadAsStream());
        return text.ReadToEnd();
    }

    /// <summary>Every shard has all its copies.</summary>
    public void AwaitCopies() =>
        Assert.Contains(
            "\"status\":\"green\"",
            Send(HttpMethod.Get, $"/_cluster/health/{options.Prefix}-*?wait_for_status=green&timeout=60s"),
            StringComparison.Ordinal);

    public void Dispose()
    {
        Send(HttpMethod.Delete, $"/{options.Prefix}-control,{options.Prefix}-plans-*,{options.Prefix}-texts-*?ignore_unavailable=true");
        _hosts.ForEach(host => host.Dispose());
        _http.Dispose();
    }
}
