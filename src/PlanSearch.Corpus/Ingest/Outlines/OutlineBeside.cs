using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Ingest.Outlines;

/// <summary>The corrections that lie beside a plan.</summary>
public static class OutlineBeside
{
    /// <summary>Those of a file that is in no index.</summary>
    /// <param name="file">The file.</param>
    /// <param name="warnings">Takes what is wrong with them, in Chinese, each with the name of the file.</param>
    public static ImmutableArray<OutlineCorrection> Of(string file, ICollection<string> warnings) =>
        Read(PathOf(file), warnings).File.Corrections;

    /// <summary>Reads them.</summary>
    /// <param name="path">Where they lie, if there are any.</param>
    /// <param name="warnings">Takes what is wrong with them, in Chinese, each with the name of the file.</param>
    /// <returns>The corrections, and the bytes they were read from; no bytes where there is no such file.</returns>
    internal static (OutlineFile File, byte[]? Bytes) Read(string path, ICollection<string> warnings)
    {
        if (!Path.Exists(path))
        {
            return (OutlineFile.Empty, null);
        }

        var name = Path.GetFileName(path);
        var (bytes, failure) = FileBytes.Read(path);
        if (bytes is null)
        {
            warnings.Add($"{name}：{failure}");
            return (OutlineFile.Empty, []);
        }

        var faults = new List<string>();
        var file = OutlineFileReader.Read(bytes, faults);
        foreach (var fault in faults)
        {
            warnings.Add($"{name}：{fault}");
        }

        return (file, bytes);
    }

    // A file that has no id may have its corrections under its whole name, else under that without extension.
    private static string PathOf(string file) =>
        FileNames.OutlineOf(file, FileNames.LongIdOf(Path.GetFileName(file))) is var longName && Path.Exists(longName)
            ? longName
            : FileNames.OutlineOf(file, FileNames.IdOf(Path.GetFileName(file)));
}
