using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PlanSearch.Corpus.Ingest;

/// <summary>What a file's name says: whether it may be a plan, and which.</summary>
internal static class FileNames
{
    private const string SidecarEnd = ".meta.yaml";
    private const int LongestExtension = 5;

    private static readonly FrozenSet<string> Housekeeping =
        new[] { "readme", "license", "licence", "notice", "copying", "changelog", "authors", "contributing", "thumbs", "desktop" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Extensions =
        new[] { "", ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".docx", ".docm", ".ofd", ".pdf", ".doc", ".wps", ".rtf" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the name belongs to no plan: hidden, an editor's lock, a sidecar, README, LICENSE and their like.</summary>
    public static bool IsSkipped(string name) =>
        name.StartsWith('.')
        || name.StartsWith("~$", StringComparison.Ordinal)
        || name.EndsWith(SidecarEnd, StringComparison.OrdinalIgnoreCase)
        || Housekeeping.Contains(name.Split('.', '-', '_')[0]);

    /// <summary>Whether the name is that of a sidecar.</summary>
    public static bool IsSidecar(string name) => name.EndsWith(SidecarEnd, StringComparison.OrdinalIgnoreCase) && !name.StartsWith('.');

    /// <summary>Whether a file of this name is read: it has no extension or that of a format plans come in. What it is shows in its bytes.</summary>
    public static bool IsRead(string name) => Extensions.Contains(ExtensionOf(name));

    /// <summary>Names of a metadata table for the plans of its folder.</summary>
    public static ImmutableArray<string> Tables { get; } = ["metadata.csv", "metadata.xlsx"];

    /// <summary>Whether the name is that of a metadata table.</summary>
    public static bool IsTable(string name) => Tables.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The extension with its dot; empty when there is none. What follows a dot in 规划（2021.3印发） or 规划2021.3 is none.</summary>
    public static string ExtensionOf(string name)
    {
        var extension = Path.GetExtension(name);
        return extension.Length is > 1 and <= LongestExtension + 1
            && extension.Skip(1).All(char.IsAsciiLetterOrDigit)
            && extension.Any(char.IsAsciiLetter)
                ? extension
                : "";
    }

    /// <summary>The plan's id: its path under its root without extension, "/" as "~".</summary>
    public static string IdOf(string file) => file[..^ExtensionOf(file).Length].Replace('/', '~');

    /// <summary>Where the sidecar of a file lies, if it has one.</summary>
    public static string SidecarOf(string path) => path[..^ExtensionOf(path).Length] + SidecarEnd;
}
