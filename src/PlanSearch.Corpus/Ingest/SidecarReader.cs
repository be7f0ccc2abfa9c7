using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using PlanSearch.Corpus.Answers;
using PlanSearch.Plans.Metadata;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlanSearch.Corpus.Ingest;

/// <summary>Bytes of a name.meta.yaml -> a <see cref="Sidecar"/>, and what was wrong with it.</summary>
/// <remarks>
/// Reads the events of the YAML, not objects: a mapping of words is all a sidecar is, and nothing nested can grow. A key that cannot be
/// taken is a warning and the others are taken; a file that is no YAML from some line on gives what stood before it.
/// </remarks>
internal static class SidecarReader
{
    /// <summary>A few lines are a few hundred bytes; this is a file that lies there by mistake.</summary>
    public const int MaxBytes = 64 << 10;

    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["title"] = MetadataFields.Title,
        ["short_title"] = "简称",
        ["document_number"] = MetadataFields.DocumentNumber,
        ["region"] = MetadataFields.Region,
        ["level"] = MetadataFields.Level,
        ["period"] = MetadataFields.Period,
        ["type"] = MetadataFields.Type,
        ["issuer"] = MetadataFields.Issuer,
        ["date"] = MetadataFields.Date,
        ["state"] = MetadataFields.State,
        ["completeness"] = "完整性",
    }.ToFrozenDictionary();

    /// <summary>Fields that take these values and no others: they are facets and decide answers.</summary>
    private static readonly FrozenDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["level"] = ["国家", "省级", "地级", "县级", "功能区", PlanMetadata.Unknown],
        ["completeness"] = ["全文", "节选", PlanMetadata.Unknown],
    }.ToFrozenDictionary();

    /// <summary>Names of facets and of parameters of a search: a column of that name could not be filtered.</summary>
    private static readonly FrozenSet<string> Reserved =
        new[] { FacetNames.Plan, FacetNames.Part, FacetNames.Section, "q", "mode", "exact", "sort", "size", "cursor", "format" }.ToFrozenSet();

    /// <summary>Whether a key is a field of every plan, not a further column.</summary>
    public static bool IsKnown(string key) => Fields.ContainsKey(key);

    /// <summary>What a known key is called in <see cref="MetadataFields"/>.</summary>
    public static string FieldOf(string key) => Fields[key];

    /// <summary>Reads a sidecar; never throws on any bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="warnings">Takes what is wrong, in Chinese.</param>
    public static Sidecar Read(byte[] bytes, ICollection<string> warnings)
    {
        if (bytes.Length > MaxBytes)
        {
            warnings.Add($"有 {bytes.Length} 字节，超过上限 {MaxBytes}，没有采用。");
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
                values.Add(key!, value);
            }
        }
    }

    private static string? Fault(string? key, string? value, ImmutableSortedDictionary<string, string>.Builder values) =>
        string.IsNullOrEmpty(key) ? "的键不是一个词"
        : value is null ? $"“{key}”的值不是一个词"
        : values.ContainsKey(key) ? $"“{key}”重复"
        : Reserved.Contains(key) ? $"“{key}”是检索参数的名称，不能作栏目名"
        : Allowed.TryGetValue(key, out var allowed) && value.Length > 0 && !allowed.Contains(value)
            ? $"“{key}”只能是{string.Join("、", allowed)}，不能是“{value}”"
            : null;

    /// <summary>The next node when it is one word; null, and past all of it, when it is a list or a mapping.</summary>
    private static string? Word(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var word))
        {
            return word.Value.Trim();
        }

        parser.SkipThisAndNestedEvents();
        return null;
    }
}
