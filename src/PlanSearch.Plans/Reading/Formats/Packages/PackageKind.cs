namespace PlanSearch.Plans.Reading.Formats.Packages;

/// <summary>What a ZIP file is, by what lies in it.</summary>
internal static class PackageKind
{
    /// <summary>Whether it is a text document of Word.</summary>
    public static bool IsWord(ZipParts parts) =>
        parts.Find("[Content_Types].xml") is { } types && types.AsSpan().IndexOf("wordprocessingml"u8) >= 0;

    /// <summary>Whether it is an OFD document (GB/T 33190).</summary>
    public static bool IsOfd(ZipParts parts) => parts.Has("OFD.xml");

    /// <summary>The name of any other kind, in words a clerk knows.</summary>
    public static string NameOf(ZipParts parts) =>
        parts.Has("xl/workbook.xml") ? "Excel 表格（xlsx）"
        : parts.Has("ppt/presentation.xml") ? "演示文稿（pptx）"
        : parts.Has("content.xml") ? "OpenDocument（odt 等）"
        : "ZIP 压缩包";
}
