using System.Collections.Immutable;
using PlanSearch.Queries.Requests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>Bytes of a name.meta.yaml -> a <see cref="Sidecar"/>, and what was wrong with it.</summary>
/// <remarks>
/// Reads the events of the YAML, not objects: a mapping of words is all a sidecar is, and nothing nested can grow. A key that cannot be
/// taken is a warning and the others are taken; a file that is no YAML from some line on gives what was before it.
/// </remarks>
internal static class SidecarReader
{
    /// <summary>Reads a sidecar; never throws on any bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="warnings">Takes what is wrong, in Chinese.</param>
    public static Sidecar Read(byte[] bytes, ICollection<string> warnings)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        YamlWords.Read(bytes, SidecarBounds.Metadata, warnings, parser => Read(parser, values, warnings));
        return new Sidecar(values.ToImmutable());
    }

    private static void Read(Parser parser, ImmutableSortedDictionary<string, string>.Builder values, ICollection<string> warnings)
    {
        while (!parser.Accept<MappingEnd>(out _))
        {
            var line = parser.Current!.Start.Line;
            var key = YamlWords.Word(parser, SidecarBounds.Metadata);
            var value = YamlWords.Word(parser, SidecarBounds.Metadata);
            if (Fault(key, value, values) is { } fault)
            {
                warnings.Add($"第 {line} 行{fault}，没有采用。");
            }
            else if (value!.Length > 0)
            {
                values.Add(key!, ValuesToday.Of(key!, value));
            }
        }
    }

    private static string? Fault(string? key, string? value, ImmutableSortedDictionary<string, string>.Builder values) =>
        string.IsNullOrEmpty(key) ? "的键不是一个词"
        : value is null ? $"“{key}”的值不是一个词"
        : values.ContainsKey(key) ? $"“{key}”重复"
        : MetadataKeys.FaultOf(key) ?? MetadataKeys.FaultOf(key, value);
}
