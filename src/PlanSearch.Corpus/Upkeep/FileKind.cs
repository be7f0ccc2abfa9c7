namespace PlanSearch.Corpus.Upkeep;

/// <summary>The extension a plan's file is stored under, by its bytes: the name it came with is not asked.</summary>
internal static class FileKind
{
    /// <summary>The extension with its dot; .txt for whatever is text.</summary>
    public static string ExtensionOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? ".pdf"
        : bytes.StartsWith("{\\rtf"u8) ? ".rtf"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? ".doc"
        : !bytes.StartsWith("PK\u0003\u0004"u8) ? ".txt"
        : bytes.IndexOf("OFD.xml"u8) >= 0 ? ".ofd"
        : ".docx";

    /// <summary>Whether bytes may stand under an extension: text under any that is not another kind's (.md, .html, none at all).</summary>
    public static bool Fits(string extension, ReadOnlySpan<byte> bytes) => ExtensionOf(bytes) is var own && own == ".txt"
        ? extension.ToLowerInvariant() is not (".pdf" or ".rtf" or ".doc" or ".wps" or ".ofd" or ".docx" or ".docm")
        : extension.Equals(own, StringComparison.OrdinalIgnoreCase);
}
