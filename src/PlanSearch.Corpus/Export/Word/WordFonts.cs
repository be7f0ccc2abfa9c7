using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Corpus.Export.Word;

/// <summary>The fonts a document asks for, so that who lacks one knows what is seen in its place.</summary>
internal static class WordFonts
{
    private static readonly WordStyle[] Named = [WordStyle.Body, WordStyle.Title, WordStyle.Heading1, WordStyle.Heading2];

    /// <summary>正文 仿宋_GB2312（未安装时用 仿宋、FangSong）；…; empty where the styles name none.</summary>
    public static string InWords(MainDocumentPart main, WordDocument document)
    {
        var styles = main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId?.Value ?? "", StringComparer.Ordinal);
        return string.Join("；", Named
            .Select(style => (style.Shown, Font: styles[document.IdOf(style)].StyleRunProperties?.RunFonts?.EastAsia?.Value))
            .Where(style => style.Font is { Length: > 0 })
            .Select(style => $"{style.Shown} {style.Font}{InPlaceOf(main, style.Font!)}"));
    }

    private static string InPlaceOf(MainDocumentPart main, string font) =>
        main.FontTablePart?.Fonts?.Elements<Font>().FirstOrDefault(known => known.Name?.Value == font)?.GetFirstChild<AltName>()?.Val?.Value is { Length: > 0 } others
            ? $"（未安装时用 {others.Replace(",", "、", StringComparison.Ordinal)}）"
            : "";
}
