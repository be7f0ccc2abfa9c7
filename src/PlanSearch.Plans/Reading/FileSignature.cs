namespace PlanSearch.Plans.Reading;

/// <summary>Tells file formats that hold no plan by their first bytes.</summary>
internal static class FileSignature
{
    /// <summary>The name of the format, in words a clerk knows; null when the bytes show none of them.</summary>
    public static string? NameOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "PNG 图片"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "JPEG 图片"
        : bytes.StartsWith("GIF8"u8) ? "GIF 图片"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "gzip"
        : bytes.StartsWith("Rar!"u8) ? "RAR"
        : bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) ? "7z"
        : null;
}
