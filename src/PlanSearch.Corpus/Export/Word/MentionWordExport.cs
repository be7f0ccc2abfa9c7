using PlanSearch.Corpus.Answers;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Export.Word;

/// <summary>Mentions as a Word document lying down: a table with the sentence of each, the hit in bold, and its place, then 检索说明. For the few that a report takes.</summary>
public static class MentionWordExport
{
    /// <summary>The most mentions; more than that are no table to be read, and are refused, never cut.</summary>
    public const int MaxMentions = 2_000;

    /// <summary>The fault of an answer with more than <see cref="MaxMentions"/>; null when it has not.</summary>
    public static RequestFault? Refusal(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return certificate.Mentions <= MaxMentions
            ? null
            : new RequestFault("too_many_for_word", $"共 {certificate.Mentions} 处，超过 Word 表格的上限 {MaxMentions} 处；没有导出其中一部分。请缩小范围，或改用 XLSX（format=xlsx，不限处数）。");
    }

    /// <summary>Writes it; <paramref name="output"/> stays open.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxMentions"/>: ask <see cref="Refusal"/> first.</exception>
    public static async Task WriteAsync(MentionStream mentions, WordTemplate template, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(output);
        var certificate = mentions.Certificate;
        if (Refusal(certificate) is { } refusal)
        {
            throw new ArgumentException(refusal.Message, nameof(mentions));
        }

        using var document = new WordDocument(template, certificate.Query, certificate.Time);
        document.Add(WordStyle.Title, $"“{certificate.Query.ReplaceLineEndings(" ")}”逐处对照表");
        var table = new WordTable(document, document.TextWidth.Landscape, ("序号", 0.06), ("地区", 0.14), ("原文", 0.55), ("出处", 0.25));
        var (number, escapes) = (0L, 0);
        foreach (var row in mentions.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            table.Add(
                [table.Text(WordDocument.Number(++number))],
                [table.Text(ClipFacts.RegionOf(row.Region))],
                [.. WordText.Lines(row.Sentence, [new TextRange(row.HitInSentence, row.Hit.Length)]).Select(line => document.Paragraph(WordStyle.TableText, line))],
                [table.Text(row.Citation)]);
            escapes += WordText.EscapesIn(row.Sentence);
        }

        WordFacts.Add(document, document.TextWidth.Landscape, CertificateFacts.Of(certificate), escapes);
        using var file = document.End(isLandscape: true);
        await file.CopyToAsync(output, cancellationToken);
    }
}
