using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PlanSearch.Corpus.Scopes;

namespace PlanSearch.Web.Tokens;

/// <summary>
/// The middle part of a token: <c>{"scope": {"region": ["岚江省"]}, "title": …, "theme": …, "audience": […], "expires": seconds}</c> as UTF-8.
/// </summary>
internal static class TokenPayload
{
    public static byte[] Write(ScopeToken token) => JsonSerializer.SerializeToUtf8Bytes(
        new Fields(
            token.Scope.Stated.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()),
            token.Title.Length > 0 ? token.Title : null,
            token.Theme.Length > 0 ? token.Theme : null,
            token.Audience.IsEmpty ? null : [.. token.Audience],
            token.Expires?.ToUnixTimeSeconds()),
        TokenJson.Compact.Fields);

    /// <summary>The token; null for what we did not write.</summary>
    public static ScopeToken? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(payload), TokenJson.Compact.Fields) is { Scope: { } stated } fields
                && PlanScope.Of(stated.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToImmutableArray()))).Value is { } scope
                ? new ScopeToken(scope)
                {
                    Title = fields.Title ?? "",
                    Theme = fields.Theme ?? "",
                    Audience = [.. fields.Audience ?? []],
                    Expires = fields.Expires is { } expires ? DateTimeOffset.FromUnixTimeSeconds(expires) : null,
                }
                : null;
        }
        catch (Exception foreign) when (foreign is FormatException or JsonException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The fields as they are written.</summary>
    internal sealed record Fields(Dictionary<string, string[]> Scope, string? Title, string? Theme, string[]? Audience, long? Expires);
}

/// <summary>How a payload is printed: generated, short, Han characters as they are.</summary>
[JsonSerializable(typeof(TokenPayload.Fields))]
internal sealed partial class TokenJson : JsonSerializerContext
{
    public static TokenJson Compact { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
