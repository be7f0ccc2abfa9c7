using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanSearch.OpenSearch.Client;

/// <summary>Requests as bytes.</summary>
internal static class Json
{
    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node);

    /// <summary>A JSON list, in the order given.</summary>
    public static JsonArray List(IEnumerable<long> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);

    /// <summary>One JSON value a line, as bulk requests take them.</summary>
    public static byte[] Lines(IEnumerable<JsonNode> nodes) =>
        Encoding.UTF8.GetBytes(string.Concat(nodes.Select(node => node.ToJsonString() + "\n")));
}
