using System.Text.Json;
using System.Text.Json.Serialization;
using PlanSearch.Index.Port;

namespace PlanSearch.Index.Stored.Bytes;

/// <summary><see cref="CorpusManifest"/> as UTF-8 JSON, readable with any editor, and back.</summary>
public static class ManifestCodec
{
    /// <summary>Indented, so that a person can read it; the same manifest gives the same bytes.</summary>
    public static byte[] Encode(CorpusManifest manifest) =>
        JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.CorpusManifest);

    /// <summary>Reads what <see cref="Encode"/> made; spacing and further members do not matter.</summary>
    /// <exception cref="IndexDamagedException">The bytes are no manifest.</exception>
    public static CorpusManifest Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, ManifestJson.Default.CorpusManifest) is { Roots.IsDefault: false } manifest
                ? manifest
                : throw new IndexDamagedException("manifest", offset: 0, "there is no manifest of a corpus beside the plans");
        }
        catch (JsonException damage)
        {
            throw new IndexDamagedException("manifest", damage.BytePositionInLine ?? 0, damage.Message);
        }
    }
}

/// <summary>How the manifest's JSON is read and written, made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CorpusManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
