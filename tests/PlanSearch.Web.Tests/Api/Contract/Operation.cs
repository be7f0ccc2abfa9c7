using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PlanSearch.Web.Tests.Api.Contract;

/// <summary>An operation of the description, and requests made of its own examples.</summary>
public sealed class Operation(string method, string path, JsonElement description)
{
    // The anchor of the words on its cover.
    private const string TitleOfLinyi = "5kj6evspb3";

    public string Id { get; } = description.GetProperty("operationId").GetString()!;

    public JsonElement Description { get; } = description;

    public IReadOnlyList<JsonElement> Parameters { get; } = description.TryGetProperty("parameters", out var parameters)
        ? [.. parameters.EnumerateArray()]
        : [];

    public IEnumerable<(int Status, JsonElement Response)> Responses =>
        Description.GetProperty("responses")
            .EnumerateObject()
            .Select(response => (int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture), response.Value));

    /// <summary>Every operation of a description.</summary>
    public static IReadOnlyList<Operation> All(JsonElement document) =>
        [.. document.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => new Operation(method.Name, path.Name, method.Value)))];

    /// <summary>The request its examples make.</summary>
    /// <param name="plan">The id in the path; a topic set's name is its example unless this says nowhere.</param>
    /// <param name="query">Parameters, named and valued; the examples of those that are needed if not said.</param>
    /// <param name="content">The body; its example if not said.</param>
    public HttpRequestMessage Request(string plan = "linyi", string? query = null, HttpContent? content = null)
    {
        var address = path.Replace("{id}", plan, StringComparison.Ordinal)
            .Replace("{anchor}", TitleOfLinyi, StringComparison.Ordinal)
            .Replace("{facet}", "level", StringComparison.Ordinal)
            .Replace("{name}", plan == "nowhere" ? plan : Uri.EscapeDataString("氢能"), StringComparison.Ordinal);
        var asked = query ?? (Parameters.Any(parameter => Name(parameter) == "q") ? "q=" + Uri.EscapeDataString("氢能") : "");
        return new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address + (asked.Length > 0 ? "?" + asked : ""))
        {
            Content = content ?? Body()
        };
    }

    /// <summary>A parameter's example as it is in an address.</summary>
    public static string Example(JsonElement parameter)
    {
        var example = parameter.GetProperty("example");
        IEnumerable<JsonElement> values = example.ValueKind is JsonValueKind.Array ? example.EnumerateArray() : [example];
        return string.Join('&', values.Select(value => $"{Name(parameter)}={Uri.EscapeDataString(value.ToString())}"));
    }

    public static string Name(JsonElement parameter) => parameter.GetProperty("name").GetString()!;

    public override string ToString() => Id;

    private StringContent? Body()
    {
        if (!Description.TryGetProperty("requestBody", out var body))
        {
            return null;
        }

        var first = body.GetProperty("content").EnumerateObject().First();
        var example = first.Value.GetProperty("example");
        var text = example.ValueKind is JsonValueKind.String ? example.GetString()! : example.GetRawText();
        return new StringContent(text, Encoding.UTF8, MediaTypeHeaderValue.Parse(first.Name));
    }
}
