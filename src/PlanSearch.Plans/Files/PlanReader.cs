using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Reading;
using PlanSearch.Plans.Reading.Formats.Web;

namespace PlanSearch.Plans.Files;

/// <summary>Bytes of a plan file -> lines. What the file is shows in its bytes; its name is not asked.</summary>
public static class PlanReader
{
    /// <summary>Changes whenever the same bytes may give other lines; stamped into every index.</summary>
    public const int Version = 5;

    /// <summary>The largest file that is read: 96 MiB.</summary>
    public const int MaxFileBytes = ReadingBound.MaxFileBytes;

    /// <summary>The longest line that is read, in UTF-16 code units; a whole plan on one line is a tenth of it.</summary>
    public const int MaxLineLength = ReadingBound.MaxLineLength;

    /// <summary>Reads text, Markdown, HTML, docx, OFD and PDF; doc, wps and rtf where the program that does it is installed.</summary>
    /// <remarks>
    /// Text is decoded by byte order mark, else strict UTF-8, else UTF-16 by its pattern of NULs, else GB18030 with a plausibility check.
    /// Never throws on any bytes: what cannot be read, or is over a <see cref="ReadingBound"/>, is a <see cref="ReadFailure"/>.
    /// </remarks>
    /// <param name="bytes">The file.</param>
    /// <param name="cancellationToken">Ends the reading: nobody waits for it any more.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static ReadResult Read(ReadOnlySpan<byte> bytes, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return ReadAny(bytes, cancellationToken);
        }
        catch (RefusedFileException refused)
        {
            return new ReadResult(null, refused.Failure);
        }
    }

    private static ReadResult ReadAny(ReadOnlySpan<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.IsEmpty)
        {
            return ReadResult.Fail(ReadFailureCode.Empty, "文件为空（0 字节）。");
        }

        ReadingBound.FileBytes.Hold(bytes.Length);
        if (BinaryFormats.Read(bytes, cancellationToken) is { } read)
        {
            return read;
        }

        ReadingBound.TextBytes.Hold(bytes.Length);
        return TextDecoder.Decode(bytes) is { } decoded ? ReadText(decoded, cancellationToken) : Refuse(bytes);
    }

    private static ReadResult ReadText(DecodedText decoded, CancellationToken cancellationToken)
    {
        ReadingBound.Characters.Hold(decoded.Text.Length);
        return TextDecoder.LooksBinary(decoded.Text) ? ReadResult.Fail(ReadFailureCode.Binary, "文件含大量控制字符，不是文本。")
            : HtmlReader.Is(decoded.Text) ? HtmlReader.Read(decoded, cancellationToken)
            : MarkdownReader.Is(decoded.Text) && MarkdownReader.Read(decoded, cancellationToken) is { } markdown ? markdown
            : ReadPlain(decoded);
    }

    private static ReadResult ReadPlain(DecodedText decoded)
    {
        var diagnostics = ImmutableArray.CreateBuilder<ParseDiagnostic>();
        if (decoded.Doubt is { } doubt)
        {
            diagnostics.Add(new ParseDiagnostic(0, Rules.UnlikelyText.Id, doubt));
        }

        var lines = LineSplitter.Split(decoded.Text, diagnostics);
        return SourceCheck.Of(
            new SourceText
            {
                Encoding = decoded.Encoding,
                EncodingReason = decoded.Reason,
                Lines = lines,
                Diagnostics = diagnostics.ToImmutable()
            });
    }

    private static ReadResult Refuse(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)0)
        ? ReadResult.Fail(ReadFailureCode.Binary, "文件含空字节，不是文本。")
        : ReadResult.Fail(ReadFailureCode.UnknownEncoding, "字节既不是 UTF-8、UTF-16，也不是 GB18030；请另存为 UTF-8 文本。");
}
