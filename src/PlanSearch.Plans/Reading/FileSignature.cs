namespace PlanSearch.Plans.Reading;

/// <summary>Tells known file formats by their first bytes.</summary>
internal static class FileSignature
{
    /// <summary>The name of the format, in words a clerk knows; null when the bytes show none of them.</summary>
    public static string? NameOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "PDF"
        : bytes.StartsWith("PK\u0003\u0004"u8) ? "ZIP（docx、xlsx、wps 等）"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? "Office 97–2003（doc、xls、wps）"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "PNG 图片"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "JPEG 图片"
        : bytes.StartsWith("GIF8"u8) ? "GIF 图片"
        : bytes.StartsWith("{\\rtf"u8) ? "RTF"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "gzip"
        : bytes.StartsWith("Rar!"u8) ? "RAR"
        : bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) ? "7z"
        : null;
}
