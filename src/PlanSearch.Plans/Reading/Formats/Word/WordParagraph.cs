using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TextOfRun = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>One paragraph of a document while it is read.</summary>
/// <param name="marker">The number Word shows before it.</param>
/// <param name="notes">The notes it may call.</param>
/// <param name="pages">Counts the pages.</param>
internal sealed class WordParagraph(string marker, WordNotes notes, WordPages pages)
{
    private const int LongestMarker = 8;

    private readonly StyledText _text = new();

    /// <summary>The texts of frames that are anchored in it, in order.</summary>
    public List<TextBoxContent> Boxes { get; } = [];

    /// <summary>The page it begins on; 0 where there are none.</summary>
    public int Page { get; private set; } = pages.Current;

    /// <summary>
    /// Adds the text of an element behind what was read; deleted and hidden text is left out, all that encloses text is entered.
    /// </summary>
    public void Read(OpenXmlElement container)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element)
            {
                case Run run:
                    ReadRun(run);
                    break;
                case DocumentFormat.OpenXml.Math.Text formula:
                    Add(formula.Text, isBold: false);
                    break;
                case DocumentFormat.OpenXml.Math.Run or DocumentFormat.OpenXml.Math.OfficeMath or Hyperlink or InsertedRun or MoveToRun
                    or SdtRun or SdtContentRun or OpenXmlUnknownElement or CustomXmlRun or SimpleField or BidirectionalEmbedding
                    or BidirectionalOverride or AlternateContentChoice:
                    Read(element);
                    break;
                case AlternateContent alternatives:
                    ReadChoice(alternatives);
                    break;
                case DeletedRun or MoveFromRun or ParagraphProperties:
                    break;
                default:
                    if (element.NamespaceUri.EndsWith("/math", StringComparison.Ordinal))
                    {
                        Read(element);
                    }

                    break;
            }
        }
    }

    /// <summary>The text with its number in front; empty when there is nothing but the number.</summary>
    public string Take() => _text.Take().Trim(' ', '\n', '\t') is { Length: > 0 } text ? marker + text : "";

    private void ReadRun(Run run)
    {
        var properties = run.RunProperties;
        if (IsOn(properties?.Vanish))
        {
            return;
        }

        var isBold = IsOn(properties?.Bold);
        foreach (var element in run.ChildElements)
        {
            ReadPiece(element, isBold);
        }
    }

    private void ReadPiece(OpenXmlElement element, bool isBold)
    {
        switch (element)
        {
            case TextOfRun text:
                Add(text.Text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '), isBold);
                break;
            case TabChar:
                AddTab();
                break;
            case Break { Type: { } type } when type == BreakValues.Page:
                pages.BreakSet();
                break;
            case Break or CarriageReturn:
                AddBreak();
                break;
            case LastRenderedPageBreak:
                pages.BreakStored();
                break;
            case NoBreakHyphen:
                Add("-", isBold);
                break;
            case SymbolChar symbol:
                Add(GlyphOf(symbol), isBold);
                break;
            case FootnoteEndnoteReferenceType reference:
                Add(notes.Mark(reference), isBold: false);
                break;
            case Ruby ruby:
                Read(ruby.GetFirstChild<RubyBase>() ?? (OpenXmlElement)ruby);
                break;
            case AlternateContent alternatives:
                ReadChoice(alternatives);
                break;
            case Drawing or Picture or EmbeddedObject:
                TakeBoxes(element);
                break;
            default:
                break;
        }
    }

    /// <summary>The same thing stored for new and for old programs: the first is read.</summary>
    private void ReadChoice(AlternateContent alternatives)
    {
        if (alternatives.GetFirstChild<AlternateContentChoice>() is { } choice)
        {
            TakeBoxes(choice);
            foreach (var element in choice.ChildElements)
            {
                if (element is Run run)
                {
                    ReadRun(run);
                }
                else if (element is TextOfRun)
                {
                    ReadPiece(element, isBold: false);
                }
            }
        }
    }

    // A frame within a frame comes with the outer one.
    private void TakeBoxes(OpenXmlElement element) =>
        Boxes.AddRange(
            element.Descendants<TextBoxContent>()
                .Where(box => !box.Ancestors<TextBoxContent>().Any(outer => outer.Ancestors().Contains(element))));

    private void Add(string text, bool isBold)
    {
        if (text.Length > 0)
        {
            Page = _text.IsEmpty ? pages.Current : Page;
            pages.Write();
            _text.Add(text, isBold);
        }
    }

    // A TAB parts cells and the page number of a contents line; after a typed number or at the start it is an indent.
    private void AddTab()
    {
        if (!_text.IsEmpty)
        {
            _text.Add(
                _text.Length <= LongestMarker && _text.Last is '、' or '．' or '.' or '）' or ')' or '章' or '节' or '篇' ? " " : "\t",
                isBold: false);
        }
    }

    private void AddBreak()
    {
        if (!_text.IsEmpty)
        {
            _text.Add("\n", isBold: false);
        }
    }

    private static string GlyphOf(SymbolChar symbol) =>
        int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xFFFF
            ? SymbolGlyphs.Of((char)code).ToString()
            : "";

    private static bool IsOn(OnOffType? property) => property is not null && (property.Val is null || property.Val.Value);
}
