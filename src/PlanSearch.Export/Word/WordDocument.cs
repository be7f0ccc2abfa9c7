using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Export.Word;

/// <summary>A document being written from its front to its back, in the styles of its template. Private to one thread.</summary>
internal sealed class WordDocument : IDisposable
{
    private readonly MemoryStream _file = new();
    private readonly WordTemplate _template;
    private readonly WordprocessingDocument _document;
    private readonly Body _body;
    private readonly SectionProperties _section;
    private readonly WordFootnotes _footnotes;

    public WordDocument(WordTemplate template, string title, DateTimeOffset time)
    {
        _template = template;
        _document = template.Begin(_file);
        var main = _document.MainDocumentPart!;
        _section = main.Document.Body!.Elements<SectionProperties>().LastOrDefault()?.CloneNode(deep: true) as SectionProperties
            ?? new SectionProperties();
        main.Document.Body = _body = new Body();
        _footnotes = new WordFootnotes(main, this);
        _document.PackageProperties.Title = WordText.Escape(title);
        _document.PackageProperties.Created = _document.PackageProperties.Modified = time.UtcDateTime;
        _document.PackageProperties.Creator = _document.PackageProperties.LastModifiedBy = "PlanSearch";
    }

    /// <summary>The width between the margins of a page lying down, in twips.</summary>
    public int LandscapeWidth => WordSections.TextWidth(_section, isLandscape: true);

    /// <summary>A style's id in the template.</summary>
    public string IdOf(WordStyle style) => _template.StyleIds[style.Name];

    /// <summary>Adds a paragraph behind the others, its text in one run.</summary>
    public void Add(WordStyle style, string text) => Add(Paragraph(style, [WordText.Run(text)]));

    /// <summary>Adds a paragraph or a table.</summary>
    public void Add(OpenXmlElement element) => _body.AppendChild(element);

    /// <summary>A paragraph that is not added.</summary>
    public Paragraph Paragraph(WordStyle style, IEnumerable<OpenXmlElement> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = IdOf(style) }));
        paragraph.Append(runs);
        return paragraph;
    }

    /// <summary>A note at the foot of the page, and the mark that leads to it.</summary>
    public Run Footnote(string text) => _footnotes.Add(text);

    /// <summary>Ends the pages so far: they lie down.</summary>
    public void EndLandscape() => Add(new Paragraph(new ParagraphProperties(
        new ParagraphStyleId { Val = IdOf(WordStyle.TableText) }, WordSections.Turned(_section, isLandscape: true))));

    /// <summary>Ends the document; its last pages are upright unless said otherwise.</summary>
    public MemoryStream End(bool isLandscape = false)
    {
        Add(WordSections.Turned(_section, isLandscape));
        _document.Dispose();
        _file.Position = 0;
        return _file;
    }

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    /// <summary>A number as the format writes it.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
