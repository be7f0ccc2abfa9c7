using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Export.Word;

/// <summary>
/// The footnotes of a document. Those of the template belong to text that is left out; only what separates notes from text stays.
/// </summary>
internal sealed class WordFootnotes
{
    private const long Separator = -1, Continuation = 0;

    private readonly WordDocument _document;
    private readonly Footnotes _notes = new();
    private int _last;

    public WordFootnotes(MainDocumentPart main, WordDocument document)
    {
        _document = document;
        _notes.Append(
            Special(FootnoteEndnoteValues.Separator, Separator, new SeparatorMark()),
            Special(FootnoteEndnoteValues.ContinuationSeparator, Continuation, new ContinuationSeparatorMark()));
        (main.FootnotesPart ?? main.AddNewPart<FootnotesPart>()).Footnotes = _notes;
        var settings = (main.DocumentSettingsPart ?? main.AddNewPart<DocumentSettingsPart>()).Settings ??= new Settings();
        settings.RemoveAllChildren<FootnoteDocumentWideProperties>();
        settings.AddChild(new FootnoteDocumentWideProperties(
            new FootnoteSpecialReference { Id = Separator }, new FootnoteSpecialReference { Id = Continuation }));
    }

    /// <inheritdoc cref="WordDocument.Footnote"/>
    public Run Add(string text)
    {
        _last++;
        _notes.AppendChild(new Footnote(_document.Paragraph(
            WordStyle.FootnoteText, [new Run(Raised(), new FootnoteReferenceMark()), WordText.Run(" " + text)]))
        { Id = _last });
        return new Run(Raised(), new FootnoteReference { Id = _last });
    }

    private RunProperties Raised() => new(new RunStyle { Val = _document.IdOf(WordStyle.FootnoteReference) });

    private static Footnote Special(FootnoteEndnoteValues type, long id, OpenXmlElement mark) =>
        new(new Paragraph(new Run(mark))) { Type = type, Id = id };
}
