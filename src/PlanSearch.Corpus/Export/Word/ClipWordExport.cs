using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Corpus.Clips;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Export.Word;

/// <summary>
/// A folder as a Word document: 对比表 on pages lying down, then the excerpts by region with their places as footnotes, then 检索说明.
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
        document.Add(WordStyle.Title, title + "对比表");
        Compare(document, answer);
        document.EndLandscape();
        document.Add(WordStyle.Title, title);
        ByRegion(document, answer);
        WordFacts.Add(document, document.TextWidth.Portrait, ClipFacts.OfFolder(answer), Signs(answer), answer.Searches);
        using var file = document.End();
        await file.CopyToAsync(output, cancellationToken);
    }

    private static void Compare(WordDocument document, ClipsAnswer answer)
    {
        var table = new WordTable(document, document.TextWidth.Landscape, ("地区", 0.14), ("方面", 0.09), ("原文摘录", 0.52), ("出处", 0.25));
        foreach (var excerpt in answer.Excerpts)
        {
            table.Add(
                [table.Text(ClipFacts.RegionOf(excerpt.Region))],
                [table.Text(excerpt.Aspect)],
                [.. Lines(excerpt).Select(line => document.Paragraph(WordStyle.TableText, line))],
                [table.Text(excerpt.Citation), .. Note(document, excerpt, WordStyle.TableText)]);
        }
    }

    // Regions as they first come, so that the order by hand holds between them and within.
    private static void ByRegion(WordDocument document, ClipsAnswer answer)
    {
        foreach (var region in answer.Excerpts.GroupBy(excerpt => excerpt.Region, StringComparer.Ordinal))
        {
            document.Add(WordStyle.Heading1, ClipFacts.RegionOf(region.Key));
            var aspect = "";
            foreach (var excerpt in region)
            {
                if (excerpt.Aspect != aspect)
                {
                    // What has no aspect must not stand under that of another.
                    document.Add(WordStyle.Heading2, excerpt.Aspect.Length > 0 ? excerpt.Aspect : WithoutAspect);
                }

                aspect = excerpt.Aspect;
                var paragraphs = Lines(excerpt).Select(line => document.Paragraph(WordStyle.Body, line)).ToList();
                if (excerpt.Citation.Length > 0)
                {
                    paragraphs[^1].AppendChild(document.Footnote(excerpt.Citation));
                }

                paragraphs.AddRange(Note(document, excerpt, WordStyle.Note));
                paragraphs.ForEach(document.Add);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Run>> Lines(Excerpt excerpt) => excerpt.IsFound
        ? WordText.Lines(excerpt.Text, [.. excerpt.Marks.Select(mark => new TextRange(mark[0], mark[1]))])
        : [[WordText.Run(excerpt.Absence)]];

    private static IEnumerable<Paragraph> Note(WordDocument document, Excerpt excerpt, WordStyle style) =>
        excerpt.Note.Length > 0 ? [document.Paragraph(style, [WordText.Run("注：" + excerpt.Note.ReplaceLineEndings(" "))])] : [];

    private static int Signs(ClipsAnswer answer) => answer.Excerpts.Sum(excerpt => WordText.EscapesIn(excerpt.Text));
}
