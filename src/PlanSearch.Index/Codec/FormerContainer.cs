using System.Globalization;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Codec;

/// <summary>
/// An index as PlanSearch wrote it before Lucene held it: only that it is one, and its newest number, which the next index continues from.
/// </summary>
internal static class FormerContainer
{
    private const string Prefix = "manifest-";

    /// <summary>The last version of its format.</summary>
    private const int LastVersion = 4;

    /// <summary>Whether a file of this name is of such an index.</summary>
    public static bool Wrote(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) || name.StartsWith("segment-", StringComparison.Ordinal);

    /// <summary>Its newest generation; 0 where there is no such index.</summary>
    public static long NewestGeneration(IndexDirectory directory) => GenerationFile.NumbersOf(directory, Prefix).FirstOrDefault();

    /// <summary>What whoever opens it is told.</summary>
    public static IndexFormatException Refusal(IndexDirectory directory, long generation) => new(
        directory.Describe(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{generation:D10}")),
        LastVersion,
        IndexFileWriter.FormatVersion);
}
