using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.TestSupport.Formats;

/// <summary>
/// Writes a plan as a Word document: numbers of chapters by a list of Word's, real footnotes, merged cells, a stored page break now and
/// then.
/// </summary>
public static class WordFile
{
    private const int ParagraphsOnPage = 12;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(IReadOnlyList<PlanPiece> pieces)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new Document(new Body());
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = ChapterNumbering();
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                new Footnote(new Paragraph()) { Id = 0, Type = FootnoteEndnoteValues.Separator });
            new Writer(main, pieces).Write();
        }

        return stream.ToArray();
    }

    private static Numbering ChapterNumbering() => new(
        new AbstractNum(
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.ChineseCounting },
                new LevelSuffix { Val = LevelSuffixValues.Space },
                new LevelText { Val = "第%1章" })
            {
                LevelIndex = 0,
            })
        {
            AbstractNumberId = 1,
        },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    private sealed class Writer(MainDocumentPart main, IReadOnlyList<PlanPiece> pieces)
    {
        private readonly Queue<PlanPiece.Note> _notes = new(pieces.OfType<PlanPiece.Note>());
        private readonly Body _body = main.Document.Body!;
        private int _chapter;
        private int _paragraphs;

        public void Write()
        {
            foreach (var piece in pieces)
            {
                if (piece is PlanPiece.Paragraph paragraph)
                {
                    AddParagraph(paragraph.Text);
                }
                else if (piece is PlanPiece.Table table)
                {
                    _body.Append(TableOf(table));
                }
            }
        }

        private void AddParagraph(string text)
        {
            var paragraph = new Paragraph();
            var opening = $"第{"一二三四五六七八九十"[Math.Min(_chapter, 9)]}章 ";
            if (text.StartsWith(opening, StringComparison.Ordinal) && !text.Contains('\t', StringComparison.Ordinal) && _chapter < 10)
            {
                _chapter++;
                paragraph.Append(
                    new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })));
                text = text[opening.Length..];
            }

            if (++_paragraphs % ParagraphsOnPage == 0)
            {
                paragraph.Append(new Run(new LastRenderedPageBreak()));
            }

            AddRuns(paragraph, text);
            _body.Append(paragraph);
        }

        private void AddRuns(OpenXmlElement paragraph, string text)
        {
            var isBold = false;
            foreach (var part in text.Split("**"))
            {
                var rest = part;
                for (var mark = rest.IndexOf('^', StringComparison.Ordinal); mark >= 0
                    && _notes.Count > 0; mark = rest.IndexOf('^', StringComparison.Ordinal))
                {
                    paragraph.Append(RunOf(rest[..mark], isBold), new Run(new FootnoteReference { Id = AddNote(_notes.Dequeue()) }));
                    rest = rest[(mark + 2)..];
                }

                paragraph.Append(RunOf(rest, isBold));
                isBold = !isBold;
            }
        }

        private static Run RunOf(string text, bool isBold)
        {
            var run = new Run();
            if (isBold)
            {
                run.Append(new RunProperties(new Bold()));
            }

            var cells = text.Split('\t');
            for (var i = 0; i < cells.Length; i++)
            {
                if (i > 0)
                {
                    run.Append(new TabChar());
                }

                run.Append(new Text(cells[i]) { Space = SpaceProcessingModeValues.Preserve });
            }

            return run;
        }

        private long AddNote(PlanPiece.Note note)
        {
            var notes = main.FootnotesPart!.Footnotes;
            long id = notes.ChildElements.Count;
            notes.Append(
                new Footnote(new Paragraph(new Run(new FootnoteReferenceMark()), RunOf(" " + note.Text, isBold: false))) { Id = id });
            return id;
        }

        private Table TableOf(PlanPiece.Table piece)
        {
            var table = new Table();
            for (var i = 0; i < piece.Rows.Count; i++)
            {
                var row = new TableRow();
                for (var column = 0; column < piece.Rows[i].Count; column++)
                {
                    var paragraph = new Paragraph();
                    AddRuns(paragraph, piece.Rows[i][column]);
                    var cell = new TableCell(paragraph);
                    var isMerged = column == 0 && i > 0 && piece.Rows[i][0].Length == 0;
                    var opensMerge = column == 0 && !isMerged && i + 1 < piece.Rows.Count && piece.Rows[i + 1][0].Length == 0;
                    if (isMerged || opensMerge)
                    {
                        cell.TableCellProperties = new TableCellProperties(
                            new VerticalMerge { Val = isMerged ? MergedCellValues.Continue : MergedCellValues.Restart });
                    }

                    row.Append(cell);
                }

                table.Append(row);
            }

            return table;
        }
    }
}
