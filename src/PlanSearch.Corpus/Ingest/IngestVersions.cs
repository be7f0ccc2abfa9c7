using System.Collections.Immutable;
using System.Security.Cryptography;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Ingest;

/// <summary>The versions that decide what an ingest makes of a file: when one of them is another, every file is read again.</summary>
internal static class IngestVersions
{
    private const int ShownDigestLength = 12;
    private static readonly string[] DivisionFiles = ["regions.csv", "regions-sample.csv", "zones.csv"];

    /// <summary>reader, parser, fold, format, and divisions: the beginning of the SHA-256 of the files metadata is recognized by.</summary>
    public static ImmutableSortedDictionary<string, string> Of(string referenceDirectory) =>
        ImmutableSortedDictionary.CreateRange(
        [
            KeyValuePair.Create("reader", $"{PlanReader.Version}"),
            KeyValuePair.Create("parser", $"{PlanParser.Version}"),
            KeyValuePair.Create("fold", $"{Fold.Version}"),
            KeyValuePair.Create("format", $"{PlanCodec.Version}"),
            KeyValuePair.Create("divisions", DivisionsOf(referenceDirectory)),
        ]);

    private static string DivisionsOf(string referenceDirectory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in DivisionFiles.Select(name => Path.Combine(referenceDirectory, name)).Where(File.Exists))
        {
            hash.AppendData(FileBytes.Read(file).Bytes ?? []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..ShownDigestLength];
    }
}
