using System.Collections.Immutable;
using System.Text;
using PlanSearch.Queries.Requests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>Bytes of a name.meta.yaml -> a <see cref="Sidecar"/>, and what was wrong with it.</summary>
/// <remarks>
/// Reads the events of the YAML, not objects: a mapping of words is all a sidecar is, and nothing nested can grow. A key that cannot be
/// taken is a warning and the others are taken; a file that is no YAML from some line on gives what stood before it.
/// </remarks>
internal static class SidecarReader
{
    /// <summary>Reads a sidecar; never throws on any bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="warnings">Takes what is wrong, in Chinese.</param>
    public static Sidecar Read(byte[] bytes, ICollection<string> warnings)
    {
        if (bytes.Length > SidecarBounds.MaxBytes)
        {
            warnings.Add($"有 {bytes.Length} 字节，超过上限 {SidecarBounds.MaxBytes}（sidecarBytes），没有采用。");
            return Sidecar.Empty;
        }

        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            Read(new Parser(new StringReader(text.TrimStart('\uFEFF'))), values, warnings);
        }
        catch (DecoderFallbackException)
        {
            warnings.Add("不是 UTF-8 编码，没有采用。");
        }
        catch (NestedTooDeeplyException e)
        {
            warnings.Add($"第 {e.Line} 行嵌套超过 {SidecarBounds.MaxDepth} 层（sidecarDepth），从这里起没有采用。");
        }
        catch (YamlException e)
        {
            warnings.Add($"第 {e.Start.Line} 行不是合法的 YAML，其后没有采用：{e.Message}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or EndOfStreamException)
        {
            // The library meets some faults (names of tags, signs in the wrong place, a broken end) with these instead, and without a line.
            warnings.Add("不是合法的 YAML，从出错处起没有采用。");
        }

        return new Sidecar(values.ToImmutable());
    }

    private static void Read(Parser parser, ImmutableSortedDictionary<string, string>.Builder values, ICollection<string> warnings)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return;
        }

        if (!parser.TryConsume<MappingStart>(out _))
        {
            if (!parser.Accept<Scalar>(out var only) || only.Value.Length > 0)
            {
                warnings.Add("不是“键: 值”的列表，没有采用。");
            }

            return;
        }

        while (!parser.Accept<MappingEnd>(out _))
        {
            var line = parser.Current!.Start.Line;
            var key = Word(parser);
            var value = Word(parser);
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

    /// <summary>The next node when it is one word; null, and past all of it, when it is a list or a mapping.</summary>
    private static string? Word(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var word))
        {
            return word.Value.Trim();
        }

        var depth = 0;
        do
        {
            depth += parser.Consume<ParsingEvent>().NestingIncrease;
            if (depth > SidecarBounds.MaxDepth)
            {
                throw new NestedTooDeeplyException(parser.Current!.Start.Line);
            }
        }
        while (depth > 0);
        return null;
    }

    private sealed class NestedTooDeeplyException(long line) : Exception
    {
        public long Line { get; } = line;
    }
}
