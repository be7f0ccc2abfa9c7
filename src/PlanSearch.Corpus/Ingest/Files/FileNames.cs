using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PlanSearch.Corpus.Ingest.Files;

/// <summary>What a file's name says: whether it may be a plan, and which.</summary>
internal static class FileNames
{
    private const string SidecarEnd = ".meta.yaml";
    private const string OutlineEnd = ".outline.yaml";
    private const int LongestExtension = 5;

    // The text itself first, then what keeps it best.
    private static readonly string[] Order = [".txt", ".md", ".html", ".docx", ".ofd", ".pdf", ".doc", ".wps", ".rtf"];

    private static readonly FrozenSet<string> Housekeeping =
        new[] { "readme", "license", "licence", "notice", "copying", "changelog", "authors", "contributing", "thumbs", "desktop" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Extensions =
        new[] { "", ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".docx", ".docm", ".ofd", ".pdf", ".doc", ".wps", ".rtf" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the name belongs to no plan: hidden, a lock, a sidecar, corrections, README, LICENSE and their like.</summary>
    public static bool IsSkipped(string name) =>
        name.StartsWith('.')
        || name.StartsWith("~$", StringComparison.Ordinal)
        || IsBesideAPlan(name)
        || Housekeeping.Contains(name.Split('.', '-', '_')[0]);

    /// <summary>Whether the name is that of a sidecar, or of corrections.</summary>
    public static bool IsSidecar(string name) => IsBesideAPlan(name) && !name.StartsWith('.');

    /// <summary>
    /// Whether a file of this name is read: it has no extension or that of a format plans come in. What it is shows in its bytes.
    /// </summary>
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
    public static string IdOf(string file) => StemOf(file).Replace('/', '~');

    /// <summary>The path without extension: two files that have the same are one plan in two formats, or two plans of one name.</summary>
    public static string StemOf(string file) => file[..^ExtensionOf(file).Length];

    /// <summary>The id of a plan where another file of its name has the id without extension: its path with it.</summary>
    public static string LongIdOf(string file) => file.Replace('/', '~');

    /// <summary>Which of two files of one name is the plan of that name, where neither is known: the lower.</summary>
    public static int RankOf(string file) =>
        Array.IndexOf(Order, ExtensionOf(file).ToLowerInvariant()) is >= 0 and var rank ? rank : Order.Length;

    /// <summary>Where the sidecar of a plan lies, if it has one: beside its file, under the name its id has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">The plan's id: with the extension where it has its own from that.</param>
    public static string SidecarOf(string path, string id) =>
        (HasLongId(path, id) ? path : StemOf(path)) + SidecarEnd;

    /// <summary>Where the corrections of a plan's outline lie, if there are any: as <see cref="SidecarOf"/>.</summary>
    public static string OutlineOf(string path, string id) =>
        (HasLongId(path, id) ? path : StemOf(path)) + OutlineEnd;

    /// <summary>Where whatever may lie beside a plan does.</summary>
    public static ImmutableArray<string> BesideOf(string path, string id) => [SidecarOf(path, id), OutlineOf(path, id)];

    private static bool IsBesideAPlan(string name) =>
        name.EndsWith(SidecarEnd, StringComparison.OrdinalIgnoreCase) || name.EndsWith(OutlineEnd, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a plan's id holds the extension of its file.</summary>
    public static bool HasLongId(string path, string id) =>
        ExtensionOf(path).Length > 0 && id.EndsWith(Path.GetFileName(path), StringComparison.Ordinal);
}
