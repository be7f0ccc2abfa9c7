using System.Collections.Immutable;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Plans.Reading;

/// <summary>Bytes of a plan file -> decoded lines.</summary>
public static class PlanReader
{
    /// <summary>The largest file that is read: 64 MiB.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <summary>The longest line that is read, in UTF-16 code units; a whole plan on one line is a tenth of it.</summary>
    public const int MaxLineLength = 2_000_000;

    /// <summary>Decodes by byte order mark, else strict UTF-8, else UTF-16 by its pattern of NULs, else GB18030 with a plausibility check.</summary>
    /// <remarks>Never throws on any bytes: what cannot be read is a <see cref="ReadFailure"/>.</remarks>
    public static ReadResult Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Fail(ReadFailureCode.Empty, "文件为空（0 字节）。");
        }

        if (bytes.Length > MaxFileBytes)
        {
            return Fail(ReadFailureCode.TooLarge, $"文件有 {bytes.Length} 字节，超过上限 {MaxFileBytes} 字节；请拆分后再入库。");
        }

        if (FileSignature.NameOf(bytes) is { } format)
        {
            return Fail(ReadFailureCode.UnsupportedFormat, $"这是 {format} 文件，不是文本；请另存为纯文本（UTF-8）后再入库。");
        }

        return TextDecoder.Decode(bytes) is { } decoded ? ToResult(decoded) : Refuse(bytes);
    }

    private static ReadResult ToResult(DecodedText decoded)
    {
        if (TextDecoder.LooksBinary(decoded.Text))
        {
            return Fail(ReadFailureCode.Binary, "文件含大量控制字符，不是文本。");
        }

        var diagnostics = ImmutableArray.CreateBuilder<ParseDiagnostic>();
        if (decoded.Doubt is { } doubt)
        {
            diagnostics.Add(new ParseDiagnostic(0, "R-READ-1", doubt));
        }

        var lines = LineSplitter.Split(decoded.Text, diagnostics);
        if (lines.All(line => line.AsSpan().Trim().IsEmpty))
        {
            return Fail(ReadFailureCode.Empty, "文件中只有空白。");
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > MaxLineLength)
            {
                return Fail(ReadFailureCode.LineTooLong, $"第 {i + 1} 行有 {lines[i].Length} 个字符，超过上限 {MaxLineLength}。");
            }
        }

        var source = new SourceText { Encoding = decoded.Encoding, EncodingReason = decoded.Reason, Lines = lines, Diagnostics = diagnostics.ToImmutable() };
        return new ReadResult(source, null);
    }

    private static ReadResult Refuse(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)0)
        ? Fail(ReadFailureCode.Binary, "文件含空字节，不是文本。")
        : Fail(ReadFailureCode.UnknownEncoding, "字节既不是 UTF-8、UTF-16，也不是 GB18030；请另存为 UTF-8 文本。");

    private static ReadResult Fail(ReadFailureCode code, string message) => new(null, new ReadFailure(code, message));
}
