using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;
using PlanSearch.Index.Port;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>A document that was found.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Score">How well it fits: a count, where the query is one.</param>
/// <param name="Fields">What was wanted of it.</param>
internal readonly record struct ClusterHit(long Number, float Score, JsonElement Fields)
{
    /// <summary>A field that has exactly one value; the cluster gives every field as a list.</summary>
    /// <exception cref="IndexDamagedException">It is not there.</exception>
    public JsonElement Value(string field) =>
        Fields.ValueKind == JsonValueKind.Object && Fields.TryGetProperty(field, out var values) && values.GetArrayLength() == 1
            ? values[0]
            : throw new IndexDamagedException($"document {Number}", offset: -1, $"{field} is missing");

    /// <summary>The bytes of a field, which come without what fills up their last four characters.</summary>
    /// <exception cref="IndexDamagedException">They are not there.</exception>
    public byte[] Bytes(string field)
    {
        var value = Value(field);
        var text = value.ValueKind == JsonValueKind.String ? JsonMarshal.GetRawUtf8Value(value)[1..^1] : default;
        var filled = (text.Length + 3) / 4 * 4;
        var lent = ArrayPool<byte>.Shared.Rent(filled);
        try
        {
            text.CopyTo(lent);
            lent.AsSpan(text.Length, filled - text.Length).Fill((byte)'=');
            return filled > 0 && Base64.DecodeFromUtf8InPlace(lent.AsSpan(0, filled), out var length) == OperationStatus.Done
                ? lent[..length]
                : throw new IndexDamagedException($"document {Number}", offset: -1, $"{field} is no bytes");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(lent);
        }
    }
}
