using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Answers.Clips;

namespace PlanSearch.Export.Word;

/// <summary>
/// A folder as a Word document: 对照表 on pages lying down, then the excerpts by region with their places as footnotes, then 检索说明. What shows
/// one sentence is one row.
/// </summary>
public static class ClipWordExport
{
    private const string DefaultTitle = "规划摘录";
    private const string WithoutAspect = "其他";

    /// <summary>Writes it; <paramref name="output"/> stays open.</summary>
    public static async Task WriteAsync(ClipsAnswer answer, WordTemplate template, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(output);
        var title = answer.Title.Length > 0 ? answer.Title : DefaultTitle;
        using var document = new WordDocument(template, title, answer.Time);
        var rows = ExcerptRow.Of(answer);
        document.Add(WordStyle.Title, title + "对照表");
        Compare(document, rows);
        document.EndLandscape();
        document.Add(WordStyle.Title, title);
        ByRegion(document, rows);
        Statement.Add(document, answer, rows.Count, answer.Excerpts.Sum(excerpt => WordText.EscapesIn(excerpt.Text)));
        using var file = document.End();
        await file.CopyToAsync(output, cancellationToken);
    }

    private static void Compare(WordDocument document, IReadOnlyList<ExcerptRow> rows)
    {
        var table = new WordTable(document, document.LandscapeWidth, ("规划", 0.18), ("方面", 0.09), ("原文摘录", 0.53), ("位置", 0.2))
        {
            Merged = 0
        };
        var plan = "";
        foreach (var row in rows)
        {
            table.Add(
                row.Excerpt.Plan != plan,
                [table.Text(row.Excerpt.PlanTitle)],
                [table.Text(row.Excerpt.Aspect)],
                [.. Lines(row).Select(line => document.Paragraph(WordStyle.TableText, line))],
                [table.Text(row.Excerpt.InPlan), .. Note(document, row, WordStyle.TableText)]);
            plan = row.Excerpt.Plan;
        }
    }

    // Regions as they first come, so that the order by hand holds between them and within.
    private static void ByRegion(WordDocument document, IReadOnlyList<ExcerptRow> rows)
    {
        foreach (var region in rows.GroupBy(row => row.Excerpt.Region, StringComparer.Ordinal))
        {
            document.Add(WordStyle.Heading1, ClipFacts.RegionOf(region.Key));
            var aspect = "";
            foreach (var row in region)
            {
                var excerpt = row.Excerpt;
                if (excerpt.Aspect != aspect)
                {
                    // What has no aspect must not be under that of another.
                    document.Add(WordStyle.Heading2, excerpt.Aspect.Length > 0 ? excerpt.Aspect : WithoutAspect);
                }

                aspect = excerpt.Aspect;
                var paragraphs = Lines(row).Select(line => document.Paragraph(WordStyle.Body, line)).ToList();
                if (excerpt.Citation.Length > 0)
                {
                    paragraphs[^1].AppendChild(document.Footnote(excerpt.Citation));
                }

                paragraphs.AddRange(Note(document, row, WordStyle.Note));
                paragraphs.ForEach(document.Add);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Run>> Lines(ExcerptRow row) => WordText.Lines(row.Text, row.Marked);

    private static IEnumerable<Paragraph> Note(WordDocument document, ExcerptRow row, WordStyle style) =>
        row.Notes.IsEmpty ? [] : [document.Paragraph(style, [WordText.Run("注：" + string.Join("；", row.Notes).ReplaceLineEndings(" "))])];
}
