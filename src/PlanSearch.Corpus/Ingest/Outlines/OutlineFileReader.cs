using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Plans;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlanSearch.Corpus.Ingest.Outlines;

/// <summary>Bytes of a name.outline.yaml -> an <see cref="OutlineFile"/>, and what was wrong with it.</summary>
/// <remarks>An entry that cannot be taken is a warning with its line, and the others are taken.</remarks>
internal sealed class OutlineFileReader
{
    private readonly ICollection<string> _warnings;
    private readonly ImmutableArray<OutlineCorrection>.Builder _corrections = ImmutableArray.CreateBuilder<OutlineCorrection>();
    private readonly ImmutableArray<Confirmation>.Builder _confirmations = ImmutableArray.CreateBuilder<Confirmation>();

    private OutlineFileReader(ICollection<string> warnings) => _warnings = warnings;

    /// <summary>Reads a file; never throws on any bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="warnings">Takes what is wrong, in Chinese.</param>
    public static OutlineFile Read(byte[] bytes, ICollection<string> warnings)
    {
        var reader = new OutlineFileReader(warnings);
        YamlWords.Read(bytes, SidecarBounds.Outline, warnings, reader.ReadLists);
        return new OutlineFile(reader._corrections.ToImmutable(), reader._confirmations.ToImmutable());
    }

    private void ReadLists(Parser parser)
    {
        while (!parser.Accept<MappingEnd>(out _))
        {
            var line = parser.Current!.Start.Line;
            Func<Dictionary<string, string>, string?>? take = YamlWords.Word(parser, SidecarBounds.Outline) switch
            {
                OutlineKeys.Corrections => TakeCorrection,
                OutlineKeys.Confirmed => TakeConfirmation,
                _ => null,
            };
            if (take is null)
            {
                _warnings.Add($"第 {line} 行的键不是 {OutlineKeys.Corrections} 或 {OutlineKeys.Confirmed}，没有采用。");
                YamlWords.Word(parser, SidecarBounds.Outline);
            }
            else if (parser.TryConsume<SequenceStart>(out _))
            {
                ReadList(parser, take);
            }
            else if (YamlWords.Word(parser, SidecarBounds.Outline) is not "")
            {
                _warnings.Add($"第 {line} 行之后不是“- ”开头的列表，没有采用。");
            }
        }
    }

    private void ReadList(Parser parser, Func<Dictionary<string, string>, string?> take)
    {
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var line = parser.Current!.Start.Line;
            var fault = parser.TryConsume<MappingStart>(out _) ? ReadEntry(parser, take) : NotAnEntry(parser);
            if (fault is not null)
            {
                _warnings.Add($"第 {line} 行起的一项{fault}，没有采用。");
            }
        }
    }

    private static string NotAnEntry(Parser parser)
    {
        YamlWords.Word(parser, SidecarBounds.Outline);
        return "不是“键: 值”";
    }

    private static string? ReadEntry(Parser parser, Func<Dictionary<string, string>, string?> take)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string? fault = null;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = YamlWords.Word(parser, SidecarBounds.Outline);
            var value = YamlWords.Word(parser, SidecarBounds.Outline);
            fault ??= key is null || value is null ? "的键和值不都是词"
                : !OutlineKeys.OfEntries.Contains(key) ? $"有不认识的键“{key}”"
                : !values.TryAdd(key, value) ? $"的“{key}”重复" : null;
        }

        return fault ?? take(values);
    }

    private string? TakeCorrection(Dictionary<string, string> values)
    {
        var words = values.GetValueOrDefault(OutlineKeys.Line, "");
        var (role, depth) = (OutlineKeys.RoleOf(values.GetValueOrDefault(OutlineKeys.Is, "")), Number(values, OutlineKeys.Depth));
        var line = new LineWords(words, Number(values, OutlineKeys.Occurrence) ?? 1);
        var fault = words.Length is 0 or > LineWords.MaxLength ? $"的 {OutlineKeys.Line} 不是一行的前 {LineWords.MaxLength} 个字符以内的文字"
            : line.Ordinal < 1 ? $"的 {OutlineKeys.Occurrence} 不是从 1 起的序号"
            : role is null ? $"的 {OutlineKeys.Is} 不是 {string.Join("、", OutlineKeys.Roles)} 之一"
            : role == LineRole.Heading && depth is not (>= 1 and <= OutlineCorrection.MaxDepth)
                ? $"的 {OutlineKeys.Depth} 不是 1 到 {OutlineCorrection.MaxDepth} 的数"
            : role != LineRole.Heading && values.ContainsKey(OutlineKeys.Depth) ? $"不是标题而有 {OutlineKeys.Depth}"
            : _corrections.Any(other => other.Line == line) ? "与前面一项说的是同一行"
            : SignatureFault(values);
        if (fault is null)
        {
            _corrections.Add(new OutlineCorrection(line, role!.Value, depth ?? 0, values[OutlineKeys.By], values[OutlineKeys.At]));
        }

        return fault;
    }

    private string? TakeConfirmation(Dictionary<string, string> values)
    {
        var part = OutlineKeys.PartOf(values.GetValueOrDefault(OutlineKeys.Part, ""));
        var (text, content) = (values.GetValueOrDefault(OutlineKeys.Text, ""), values.GetValueOrDefault(OutlineKeys.Content, ""));
        var fault = part is null ? $"的 {OutlineKeys.Part} 不是 {string.Join("、", OutlineKeys.Parts)} 之一"
            : !IsDigest(text) || !IsDigest(content) ? $"的 {OutlineKeys.Text} 或 {OutlineKeys.Content} 不是 {Confirmation.DigestLength} 位校验码"
            : _confirmations.Any(other => other.Part == part) ? "与前面一项校核的是同一部分"
            : SignatureFault(values);
        if (fault is null)
        {
            _confirmations.Add(new Confirmation(part!.Value, values[OutlineKeys.By], values[OutlineKeys.At], text, content));
        }

        return fault;
    }

    private static string? SignatureFault(Dictionary<string, string> values) =>
        OutlineKeys.NameFaultOf(values.GetValueOrDefault(OutlineKeys.By, "")) is { } fault ? fault
        : IsDay(values.GetValueOrDefault(OutlineKeys.At, "")) ? null
        : $"的 {OutlineKeys.At} 不是 2026-11-30 这样的日期";

    private static bool IsDay(string day) =>
        DateOnly.TryParseExact(day, OutlineKeys.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDigest(string digest) => digest.Length == Confirmation.DigestLength && digest.All(char.IsAsciiHexDigitLower);

    private static int? Number(Dictionary<string, string> values, string key) =>
        !values.TryGetValue(key, out var value) ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
