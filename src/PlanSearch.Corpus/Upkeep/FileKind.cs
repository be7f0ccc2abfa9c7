using PlanSearch.Plans.Files;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>The extension a plan's file is stored under, by its bytes: the name it came with is not asked.</summary>
internal static class FileKind
{
    private const string Html = ".html";
    private const string Markdown = ".md";
    private const string Text = ".txt";

    /// <summary>The extension with its dot; .txt for text that is neither a web page nor Markdown.</summary>
    public static string ExtensionOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? ".pdf"
        : bytes.StartsWith("{\\rtf"u8) ? ".rtf"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? ".doc"
        : !bytes.StartsWith("PK\u0003\u0004"u8) ? TextExtensionOf(bytes)
        : bytes.IndexOf("OFD.xml"u8) >= 0 ? ".ofd"
        : ".docx";

    /// <summary>
    /// Whether bytes may be under an extension: Markdown and plain text under each other's, or none at all, a web page under its own.
    /// </summary>
    public static bool Fits(string extension, ReadOnlySpan<byte> bytes)
    {
        var (own, kept) = (ExtensionOf(bytes), extension.ToLowerInvariant());
        return own switch
        {
            Text or Markdown => kept is Text or Markdown or ".text" or "",
            Html => kept is Html or ".htm" or ".xhtml",
            ".doc" => kept is ".doc" or ".wps",
            ".docx" => kept is ".docx" or ".docm",
            _ => kept == own,
        };
    }

    private static string TextExtensionOf(ReadOnlySpan<byte> bytes) => PlanReader.Read(bytes).Source?.Format switch
    {
        "HTML" => Html,
        "Markdown" => Markdown,
        _ => Text,
    };
}
