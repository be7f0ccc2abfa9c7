using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.TestSupport.Formats;

/// <summary>A written Word document, read back as text.</summary>
public sealed class WrittenWord(byte[] file) : IDisposable
{
    private readonly WordprocessingDocument _document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    public MainDocumentPart Main => _document.MainDocumentPart!;

    public IReadOnlyList<Table> Tables => [.. Main.Document.Body!.Elements<Table>()];

    /// <summary>What the validator has against it; empty when nothing.</summary>
    public string Faults =>
        string.Join(
            '\n',
            new OpenXmlValidator(FileFormatVersions.Office2010)
                .Validate(_document)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));

    /// <summary>The cells of a table, row by row, the header first; paragraphs of a cell are parted by LF.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(int table) =>
        [.. Tables[table]
            .Elements<TableRow>()
            .Select(
                row => (IReadOnlyList<string>)[.. row.Elements<TableCell>()
                    .Select(cell => string.Join('\n', cell.Elements<Paragraph>().Select(Text)))])];

    /// <summary>The same with the text of a merged cell in every row it runs over.</summary>
    public IReadOnlyList<IReadOnlyList<string>> FilledRows(int table)
    {
        var rows = Rows(table).Select(row => row.ToArray()).ToList();
        for (var at = 1; at < rows.Count; at++)
        {
            var cells = Tables[table].Elements<TableRow>().ElementAt(at).Elements<TableCell>().ToList();
            for (var cell = 0; cell < cells.Count; cell++)
            {
                rows[at][cell] = cells[cell].TableCellProperties?.VerticalMerge?.Val?.Value == MergedCellValues.Continue
                    ? rows[at - 1][cell]
                    : rows[at][cell];
            }
        }

        return rows;
    }

    /// <summary>The lines under a heading, up to the next.</summary>
    public IReadOnlyList<string> Under(string heading)
    {
        var headings = new HashSet<string>(["未提及的规划", "检索说明"]);
        return [.. Paragraphs.SkipWhile(text => text != heading)
            .Skip(1)
            .TakeWhile(text => !headings.Contains(text))
            .Where(text => text.Length > 0)];
    }

    /// <summary>All that a reader reads: body, tables and footnotes.</summary>
    public string Whole => Text(Main.Document.Body!) + (Main.FootnotesPart is { } notes ? Text(notes.Footnotes) : "");

    /// <summary>What is bold in a row, run by run.</summary>
    public IReadOnlyList<string> Bold(int table, int row) =>
        [.. Tables[table]
            .Elements<TableRow>()
            .ElementAt(row)
            .Descendants<Run>()
            .Where(run => run.RunProperties?.Bold is not null)
            .Select(Text)];

    /// <summary>The paragraphs of the body with a footnote: their text and the note.</summary>
    public IReadOnlyList<(string Text, string Note)> Noted =>
    [
        .. from paragraph in Main.Document.Body!.Elements<Paragraph>()
           from reference in paragraph.Descendants<FootnoteReference>()
           select (Text(
               paragraph), Text(
                   Main.FootnotesPart!.Footnotes.Elements<Footnote>().Single(note => note.Id!.Value == reference.Id!.Value)).Trim()),
    ];

    /// <summary>Every paragraph of the body outside tables.</summary>
    public IReadOnlyList<string> Paragraphs => [.. Main.Document.Body!.Elements<Paragraph>().Select(Text)];

    public void Dispose() => _document.Dispose();

    private static string Text(OpenXmlElement element) =>
        string.Concat(
            element.Descendants().Select(part => part switch { Text text => text.Text, TabChar when part.Parent is Run => "\t", _ => "" }));
}
