using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>The YAML of a file beside a plan, read by its events and within its bounds: nothing nested can grow.</summary>
internal static class YamlWords
{
    /// <summary>
    /// Reads a file; never throws on any bytes. One that is no YAML from some line on gives what was before it.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="bounds">What it may be.</param>
    /// <param name="warnings">Takes what is wrong, in Chinese.</param>
    /// <param name="read">Reads on from the beginning of its mapping; called where there is one.</param>
    public static void Read(byte[] bytes, SidecarBounds bounds, ICollection<string> warnings, Action<Parser> read)
    {
        if (bytes.Length > bounds.MaxBytes)
        {
            warnings.Add($"有 {bytes.Length} 字节，超过上限 {bounds.MaxBytes}（{bounds.Name}Bytes），没有采用。");
            return;
        }

        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            var parser = new Parser(new StringReader(text.TrimStart('\uFEFF')));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return;
            }

            if (parser.TryConsume<MappingStart>(out _))
            {
                read(parser);
            }
            else if (!parser.Accept<Scalar>(out var only) || only.Value.Length > 0)
            {
                warnings.Add("不是“键: 值”的列表，没有采用。");
            }
        }
        catch (DecoderFallbackException)
        {
            warnings.Add("不是 UTF-8 编码，没有采用。");
        }
        catch (NestedTooDeeplyException e)
        {
            warnings.Add($"第 {e.Line} 行嵌套超过 {bounds.MaxDepth} 层（{bounds.Name}Depth），从这里起没有采用。");
        }
        catch (YamlException e)
        {
            warnings.Add($"第 {e.Start.Line} 行不是合法的 YAML，其后没有采用：{e.Message}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or EndOfStreamException)
        {
            // The library meets some faults (names of tags, characters in the wrong place, a broken end) with these instead, and without a
            // line.
            warnings.Add("不是合法的 YAML，从出错处起没有采用。");
        }
    }

    /// <summary>The next node when it is one word; null, and past all of it, when it is a list or a mapping.</summary>
    public static string? Word(Parser parser, SidecarBounds bounds)
    {
        if (parser.TryConsume<Scalar>(out var word))
        {
            return word.Value.Trim();
        }

        var depth = 0;
        do
        {
            depth += parser.Consume<ParsingEvent>().NestingIncrease;
            if (depth > bounds.MaxDepth)
            {
                throw new NestedTooDeeplyException(parser.Current!.Start.Line);
            }
        }
        while (depth > 0);
        return null;
    }

    /// <summary>A word in quotes, as it is read back.</summary>
    public static StringBuilder Quote(StringBuilder text, string word) =>
        text.Append('"')
            .Append(word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))
            .Append('"');

    private sealed class NestedTooDeeplyException(long line) : Exception
    {
        public long Line { get; } = line;
    }
}
