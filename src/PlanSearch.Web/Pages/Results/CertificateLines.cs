using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Export;
using PlanSearch.Web.Pages.Texts;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.Results;

/// <summary>检索说明 as it is read, for a page that unfolds it and for the script that does.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Lines">Its lines, without the list of files that are not searched.</param>
/// <param name="Address">Where the whole of it is, as a file.</param>
/// <param name="Download">What leads there.</param>
/// <param name="File">What the file is called.</param>
public sealed record CertificateLines(
    string Title, ImmutableArray<CertificateLine> Lines, string Address, string Download, string File)
{
    internal static CertificateLines Of(Certificate certificate, PageTexts texts, SiteLinks links) => new(
        texts.CertificateTitle, [.. Asked(certificate, texts), .. Counted(certificate, texts), .. OfTheData(certificate, texts)], links.FullCertificate(certificate), texts.FullCertificate,
        texts.FullCertificateFile);

    // What was asked for, and within what.
    private static IEnumerable<CertificateLine> Asked(Certificate certificate, PageTexts t)
    {
        yield return new(t.CertQuery, certificate.Query);
        yield return new(t.CertReadAs, certificate.InWords);
        yield return new(t.CertNormal, certificate.NormalForm);
        yield return new(
            t.CertMode,
            certificate.Mode switch { "literal" => t.ModeLiteral, "words" => t.AskInWords, _ => t.ModeExpression }
            + (certificate.Exact ? t.ModeExact : t.ModeFolded));
        foreach (var topic in certificate.Topics)
        {
            yield return new(
                t.CertTopic(topic.Name),
                string.Join(t.ListComma, topic.On)
                + (topic.Off.IsEmpty ? "" : t.CertTopicOff(string.Join(t.ListComma, topic.Off)))
                + (topic.Exclude.IsEmpty ? "" : t.CertTopicExclude(string.Join(t.ListComma, topic.Exclude))));
        }

        if (!certificate.Scope.IsEmpty)
        {
            yield return new(t.CertConfined, t.FiltersSaid(certificate.Scope));
        }

        yield return new(t.CertFilters, certificate.Filters.IsEmpty ? t.None : t.FiltersSaid(certificate.Filters));
    }

    private static IEnumerable<CertificateLine> Counted(Certificate certificate, PageTexts t)
    {
        yield return new(
            t.CertCounted,
            t.CertCountedLine(Words.Number(certificate.Mentions), Words.Number(certificate.Records), Words.Number(certificate.Plans)));
        if (certificate.Sample is { } sample)
        {
            yield return new(
                t.CertSample,
                t.SampleDrawn(Words.Number(sample.Population), Words.Number(sample.Size), sample.Seed) + "\n" + sample.Method);
        }

        yield return new(
            t.CertScope,
            t.CertScopeLine(
                Words.Number(certificate.PlansSearched), Words.Number(certificate.PlansWithout), Words.Number(certificate.Partial.Length)));
        if (certificate.PlansVerified > 0)
        {
            yield return new(t.CertVerified, t.CertVerifiedLine(Words.Number(certificate.PlansVerified)));
        }

        var excluded = certificate.Excluded;
        yield return new(
            t.CertLeftOut,
            string.Join(
                t.ListComma, t.LeftToc(Words.Number(excluded.Toc)), t.LeftCover(Words.Number(excluded.Cover)),
                t.LeftNoise(Words.Number(excluded.Noise)), t.LeftRuns(Words.Number(excluded.LongerRuns))));
    }

    private static IEnumerable<CertificateLine> OfTheData(Certificate certificate, PageTexts t)
    {
        yield return new(t.CertNotSearched, NotSearched(certificate, t));
        yield return new(t.CertComplete, certificate.Complete ? t.CertIsComplete : t.CertIsNotComplete);
        yield return new(t.CertData, $"{certificate.Generation} · {t.CertDigest} {certificate.Digest}");
        yield return new(
            t.CertVersions, string.Join(t.ListComma, certificate.Versions.Select(version => $"{version.Key} {version.Value}")));
        yield return new(t.CertTime, BeijingTime.InLists(certificate.Time));
    }

    // Thousands of files that failed would weigh more than what was found; the whole certificate names all.
    private static string NotSearched(Certificate certificate, PageTexts texts)
    {
        const int first = 20;
        var files = certificate.NotSearched.Take(first).Select(file => $"{file.File}：{file.Reason}");
        return certificate.NotSearched.IsEmpty ? texts.None
            : string.Join('\n', certificate.NotSearched.Length > first ? files.Append("……") : files);
    }
}

/// <summary>A line of 检索说明.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Value">What there is to say; several lines of their own where it is a list.</param>
public sealed record CertificateLine(string Label, string Value);
