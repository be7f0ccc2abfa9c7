using System.Text;
using System.Text.Json;
using CsvHelper;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Replication;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Json;

/// <summary>
/// Finds the certificate in what this program has written: a full certificate, an answer as JSON, or an export as NDJSON or CSV, whose last
/// line holds it.
/// </summary>
public static class CertificateFile
{
    /// <summary>No more is read: of a larger file its end, where exports have their certificate.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>The first cell of the last row of a table that came to its end; the second is the certificate as JSON.</summary>
    public const string RowMark = "# certificate";

    private const string Property = "certificate";
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>
    /// Looks for the certificate in the file, or in the last 64 MiB of a larger one; closes it. A fault where there is none.
    /// </summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Outcome<FullCertificate> Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > MaxBytes)
        {
            file.Position = file.Length - MaxBytes;
        }

        using var reader = new StreamReader(file, Encoding.UTF8);
        return Read(reader.ReadToEnd());
    }

    /// <summary>
    /// As <see cref="Read(Stream)"/>, of text that is in memory: whole, else its last line as JSON, else as a row of a table.
    /// </summary>
    public static Outcome<FullCertificate> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = text.Trim();
        return (OfJson(whole) ?? OfJson(LastLine(whole)) ?? OfRow(LastLine(whole))) is { } certificate
            ? certificate
            : Unreadable;
    }

    /// <summary>A certificate that came from outside, if nothing is missing in it.</summary>
    public static Outcome<FullCertificate> Whole(FullCertificate? given) =>
        given is
        {
            Certificate:
            {
                Query: not null, Mode: not null, Digest: not null, Filters: not null, Excluded: not null, Versions: not null,
                NotSearched.IsDefault: false,
            } certificate,
        }
        && certificate.Filters.Values.All(values => !values.IsDefault && !values.Contains(null!))
        && (given.Topics ?? []).All(topic => topic is { Name: not null, Members.IsDefault: false, Exclude.IsDefault: false })
        && (given.Collection ?? []).All(plan => plan?.Plan is not null)
        && (given.Collection ?? []).DistinctBy(plan => plan.Plan).Count() == (given.Collection ?? []).Count
            ? given
            : Unreadable;

    private static RequestFault Unreadable { get; } = new(
        FaultKinds.CertificateUnreadable,
        "其中没有检索说明：可用 search、mentions 的 JSON 答案，jsonl、ndjson、csv 导出（检索说明在最后一行），或 --certificate 写出的复核单。");

    private static string LastLine(string text) => text[(text.LastIndexOfAny(LineEnds) + 1)..];

    private static FullCertificate? OfRow(string line)
    {
        if (!line.StartsWith(RowMark, StringComparison.Ordinal))
        {
            return null;
        }

        using var row = CsvReader.FromText(line, new CsvReaderOptions { HasHeader = false, MaxRecordSize = MaxBytes });
        return row.Read() && row.FieldCount > 1 ? OfJson(row.GetString(1)) : null;
    }

    private static FullCertificate? OfJson(string text)
    {
        if (text is not ['{', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Whole(
                document.RootElement.TryGetProperty(Property, out var certificate) && certificate.ValueKind == JsonValueKind.Object
                    ? document.RootElement.Deserialize<FullCertificate>(AnswerJson.Options)
                    : new FullCertificate(document.RootElement.Deserialize<Certificate>(AnswerJson.Options)!, null, null, null)).Value;
        }
        catch (JsonException)
        {
            // Not this, then; what it is, the caller tries next.
            return null;
        }
    }
}
