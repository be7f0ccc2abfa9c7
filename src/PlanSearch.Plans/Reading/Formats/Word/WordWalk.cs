using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>Walks the paragraphs and tables of a document and takes down their lines.</summary>
/// <param name="lines">Takes the lines.</param>
/// <param name="numbering">Counts what is before paragraphs.</param>
/// <param name="notes">The notes the text calls.</param>
/// <param name="pages">Counts the pages.</param>
internal sealed class WordWalk(LineCollector lines, WordNumbering numbering, WordNotes notes, WordPages pages)
{
    /// <summary>Takes down what is in a container of paragraphs; the package bounds how deep they nest.</summary>
    public void Walk(OpenXmlElement container)
    {
        foreach (var element in container.ChildElements)
        {
            Add(element);
        }
    }

    /// <summary>Takes down a paragraph, a table, or a container of both.</summary>
    public void Add(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                AddParagraph(paragraph);
                break;
            case WordTable table:
                AddTable(table);
                break;
            case DeletedRun or MoveFromRun or SectionProperties:
                break;
            default:
                Walk(element);
                break;
        }
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var text = new WordParagraph(numbering.MarkerOf(paragraph), notes, pages);
        text.Read(paragraph);
        lines.Page = text.Page;
        lines.AddParagraph(text.Take());
        notes.AddTo(lines);
        foreach (var box in text.Boxes)
        {
            Walk(box);
        }
    }

    private void AddTable(WordTable table)
    {
        var grid = new TableGrid();
        var open = new OpenCells();
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<WordTable>().First() == table))
        {
            var page = pages.Current;
            grid.BeginRow();
            if (open.BeginRow(row) is > 0 and var left)
            {
                grid.AddCell([], left, rows: 1);
            }

            foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
            {
                var span = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                grid.AddCell(open.Continues(cell, span) ? [] : ParagraphsOf(cell), span, rows: 1);
            }

            grid.EndRow(page);
        }

        grid.AddTo(lines);
        lines.Page = pages.Current;
        notes.AddTo(lines);
    }

    /// <summary>The texts of a cell; a table in it is read as its texts, row by row.</summary>
    private List<string> ParagraphsOf(TableCell cell)
    {
        var texts = new List<string>();
        foreach (var paragraph in cell.Descendants<Paragraph>()
            .Where(paragraph => !paragraph.Ancestors<TextBoxContent>().Any(box => box.Ancestors<TableCell>().Contains(cell))))
        {
            var text = new WordParagraph(numbering.MarkerOf(paragraph), notes, pages);
            text.Read(paragraph);
            texts.Add(text.Take());
            texts.AddRange(text.Boxes.SelectMany(box => box.Descendants<Paragraph>()).Select(inner => inner.InnerText));
        }

        return texts;
    }
}
