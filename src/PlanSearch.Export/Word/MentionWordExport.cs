using System.Collections.Immutable;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Export.Word;

/// <summary>
/// Mentions as a Word document lying down: 逐条对照, a sentence a row with all its mentions in bold and their place, then the plans that do not
/// say it, then 检索说明. For the few that a report takes.
/// </summary>
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
            : new RequestFault(
                FaultKinds.TooManyForWord,
                $"共 {certificate.Mentions} 处，超过 Word 表格的上限 {MaxMentions} 处；没有导出其中一部分。请缩小范围，或改用 XLSX（format=xlsx，不限处数）。");
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
        document.Add(WordStyle.Title, $"“{certificate.Query.ReplaceLineEndings(" ")}”逐条对照表");
        document.Add(
            WordStyle.TableText,
            $"{CertificateFacts.Scope(certificate)}，{WordDocument.Number(certificate.Plans)} 份提及，共 "
                + $"{WordDocument.Number(certificate.Mentions)} 处。");
        var (held, escapes) = Fill(document, mentions.Rows, cancellationToken);
        Absent(document, mentions.Absent());
        Statement.Add(document, mentions, held, escapes);
        using var file = document.End(isLandscape: true);
        await file.CopyToAsync(output, cancellationToken);
    }

    private static (HeldCounts Held, int Escapes) Fill(
        WordDocument document, IEnumerable<MentionRow> mentions, CancellationToken cancellationToken)
    {
        var table = new WordTable(document, document.LandscapeWidth, ("序号", 0.06), ("规划", 0.18), ("原文", 0.56), ("位置", 0.2)) { Merged = 1 };
        var (held, escapes, plan) = (new HeldCounts(0, 0, 0), 0, "");
        foreach (var row in SentenceRow.Of(mentions))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isNew = row.First.Plan != plan;
            held = new HeldCounts(held.Mentions + row.Marked.Count, held.Rows + 1, held.Plans + (isNew ? 1 : 0));
            table.Add(
                isNew,
                [table.Text(WordDocument.Number(held.Rows))],
                [table.Text(row.First.PlanTitle)],
                [
                    .. WordText.Lines(row.Text, row.Marked).Select(line => document.Paragraph(WordStyle.TableText, line)),
                    .. RowOf(table, row.First),
                ],
                [table.Text(row.First.InPlan)]);
            escapes += WordText.EscapesIn(row.Text);
            plan = row.First.Plan;
        }

        return (held, escapes);
    }

    // A cell says nothing without its row.
    private static IEnumerable<Paragraph> RowOf(WordTable table, MentionRow mention) =>
        mention.Row is { } cells ? [table.Text($"〔表中一行〕{cells}")] : [];

    private static void Absent(WordDocument document, AbsenceList absent)
    {
        document.Add(WordStyle.Heading1, "未提及的规划");
        Group("全文未提及", absent.NotMentioned);
        Group("文本不全，不能判断", absent.Undecidable);
        if (!absent.NotSearched.IsEmpty)
        {
            document.Add(
                WordStyle.TableText,
                $"未能检索的文件（{WordDocument.Number(absent.NotSearched.Length)} 个）："
                    + $"{string.Join("；", absent.NotSearched.Select(file => $"{file.File}（{file.Reason}）"))}");
        }

        if (absent is { NotMentioned.IsEmpty: true, Undecidable.IsEmpty: true, NotSearched.IsEmpty: true })
        {
            document.Add(WordStyle.TableText, "无：检索范围内的规划都有提及。");
        }

        void Group(string name, ImmutableArray<PlanName> plans)
        {
            if (!plans.IsEmpty)
            {
                document.Add(
                    WordStyle.TableText,
                    $"{name}（{WordDocument.Number(plans.Length)} 份）：{string.Join("、", plans.Select(plan => plan.ShortTitle))}。");
            }
        }
    }
}
