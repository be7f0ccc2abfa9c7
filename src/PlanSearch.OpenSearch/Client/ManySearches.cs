using System.Text.Json;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;

namespace PlanSearch.OpenSearch.Client;

/// <summary>Several searches of one index, asked together.</summary>
internal static class ManySearches
{
    /// <summary>The answer to each, none of them looked at yet.</summary>
    /// <exception cref="IndexUnavailableException">There are fewer or more.</exception>
    public static List<JsonElement> Ask(
        ClusterClient client, string index, IReadOnlyList<JsonObject> bodies, CancellationToken cancellationToken)
    {
        var lines = bodies.SelectMany(body => new JsonNode[]
        {
            new JsonObject { ["index"] = index, ["allow_partial_search_results"] = false },
            body,
        });
        var root = client.Post("/_msearch", Json.Lines(lines), cancellationToken).Root;
        return root.TryGetProperty("responses", out var replies) && replies.GetArrayLength() == bodies.Count
            ? [.. replies.EnumerateArray()]
            : throw new IndexUnavailableException($"{client.Place}: {index} (another number of answers than of questions)");
    }
}
