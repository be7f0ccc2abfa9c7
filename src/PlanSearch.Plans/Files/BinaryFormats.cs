using PlanSearch.Plans.Reading;
using PlanSearch.Plans.Reading.Formats.Packages;
using PlanSearch.Plans.Reading.Formats.Pages;
using PlanSearch.Plans.Reading.Formats.Programs;
using PlanSearch.Plans.Reading.Formats.Word;

namespace PlanSearch.Plans.Files;

/// <summary>Files that are no text, told by their first bytes and by what lies in them.</summary>
internal static class BinaryFormats
{
    /// <summary>Reads one; null when the bytes show no format that is known, and it may be text.</summary>
    public static ReadResult? Read(ReadOnlySpan<byte> bytes, CancellationToken cancellationToken) =>
        bytes.StartsWith("%PDF-"u8) ? PdfReader.Read(bytes.ToArray(), cancellationToken)
        : bytes.StartsWith("PK\u0003\u0004"u8) ? ReadPackage(bytes.ToArray(), cancellationToken)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? ReadCompound(bytes, cancellationToken)
        : bytes.StartsWith("{\\rtf"u8) ? OfficeReader.Read(bytes.ToArray(), "RTF", "rtf", cancellationToken)
        : FileSignature.NameOf(bytes) is { } name ? Unsupported(name)
        : null;

    private static ReadResult ReadPackage(byte[] bytes, CancellationToken cancellationToken)
    {
        var (parts, failure) = ZipParts.Open(bytes);
        using var opened = parts;
        return parts is null ? new ReadResult(null, failure)
            : PackageKind.IsWord(parts) ? WordReader.Read(bytes, parts, cancellationToken)
            : PackageKind.IsOfd(parts) ? OfdReader.Read(parts, cancellationToken)
            : Unsupported(PackageKind.NameOf(parts));
    }

    /// <summary>
    /// Word and WPS keep their text in a stream of this name; tables and slides of those years lie in the same kind of file.
    /// </summary>
    private static ReadResult ReadCompound(ReadOnlySpan<byte> bytes, CancellationToken cancellationToken) =>
        bytes.IndexOf("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"u8) >= 0
            ? OfficeReader.Read(bytes.ToArray(), "Word 97–2003（doc、wps）", "doc", cancellationToken)
            : Unsupported("Office 97–2003（xls、ppt 等）");

    private static ReadResult Unsupported(string name) => ReadResult.Fail(
        ReadFailureCode.UnsupportedFormat, $"这是 {name} 文件，不能作为规划文本读取；请另存为 docx 或纯文本后再入库。");
}
