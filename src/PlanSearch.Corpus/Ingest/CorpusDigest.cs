using System.Globalization;
using System.Text;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Ingest;

/// <summary>
/// The digest of a set of plans: the same wherever, in whatever order and encoding, the same plans were read by the same rules.
/// </summary>
/// <remarks>
/// SHA-256 over lines in UTF-8, each ended by LF: the parser's version, the fold's version, then a line a plan in ordinal order of their
/// ids: id, <see cref="PlanOrigin.TextDigest"/>, the metadata and what people have corrected, each value with its length in front so that
/// no two sets give the same line.
/// </remarks>
public static class CorpusDigest
{
    /// <summary>The digest of these plans, lower-case hexadecimal; any order.</summary>
    public static string Of(IEnumerable<StoredPlan> plans) => Of(plans.Select(plan => (plan.Id, LineOf(plan))));

    internal static string Of(IEnumerable<(string Id, string Line)> plans) =>
        TextDigest.Of(
        [
            string.Create(CultureInfo.InvariantCulture, $"parser {PlanParser.Version}"),
            string.Create(CultureInfo.InvariantCulture, $"fold {Fold.Version}"),
            .. plans.OrderBy(plan => plan.Id, StringComparer.Ordinal).Select(plan => plan.Line),
        ]);

    internal static string LineOf(PlanOrigin plan) =>
        Joined([plan.Id, plan.TextDigest]) + MetadataLineOf(plan.Metadata) + CorrectionsLineOf(plan);

    /// <summary>What people have corrected of a plan, in one line; empty where they have not.</summary>
    internal static string CorrectionsLineOf(PlanOrigin plan) =>
        Joined([.. plan.Corrections.SelectMany(placed => WordsOf(placed.Correction))]);

    // Who has said it, and when, makes no other plan of it.
    private static string[] WordsOf(OutlineCorrection correction) =>
        [correction.Line.Words, $"{correction.Line.Ordinal}", $"{correction.Role}", $"{correction.Depth}"];

    /// <summary>What is known of a plan, in one line: two plans have the same when all of it is.</summary>
    internal static string MetadataLineOf(PlanMetadata metadata) => Joined(
        [
            metadata.Title, metadata.ShortTitle, metadata.DocumentNumber, string.Join('/', metadata.RegionPath),
            metadata.RegionCode, metadata.Level, metadata.Period, metadata.Type, metadata.Issuer, metadata.Date, metadata.State,
            metadata.Completeness,
            .. metadata.Extra.SelectMany(pair => new[] { pair.Key, pair.Value }),
        ]);

    private static string Joined(ReadOnlySpan<string> values)
    {
        var line = new StringBuilder();
        foreach (var value in values)
        {
            line.Append(value.Length).Append(':').Append(value);
        }

        return line.ToString();
    }
}
