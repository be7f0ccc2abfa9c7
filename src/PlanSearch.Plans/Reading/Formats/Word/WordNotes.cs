using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TextOfRun = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>Footnotes and endnotes, by the ids the text calls them by.</summary>
/// <param name="main">The document.</param>
internal sealed class WordNotes(MainDocumentPart main)
{
    private readonly FootnoteMarks _marks = new();
    private readonly Dictionary<long, string> _footnotes = TextsOf(main.FootnotesPart?.Footnotes);
    private readonly Dictionary<long, string> _endnotes = TextsOf(main.EndnotesPart?.Endnotes);

    /// <summary>The mark for a call; empty when it calls nothing.</summary>
    public string Mark(FootnoteEndnoteReferenceType reference)
    {
        var notes = reference is EndnoteReference ? _endnotes : _footnotes;
        return reference.Id?.Value is { } id && notes.TryGetValue(id, out var note) ? _marks.Take(note) : "";
    }

    /// <summary>Adds the notes called since the last time.</summary>
    public void AddTo(LineCollector lines) => _marks.AddTo(lines);

    private static Dictionary<long, string> TextsOf(OpenXmlElement? notes)
    {
        var texts = new Dictionary<long, string>();
        foreach (var note in notes?.Elements<FootnoteEndnoteType>() ?? [])
        {
            // Lines that separate the notes from the text are stored as notes too.
            if (note.Id?.Value is { } id && (note.Type is null || note.Type == FootnoteEndnoteValues.Normal))
            {
                texts[id] = string.Join(' ', note.Descendants<Paragraph>().Select(TextOf).Where(text => text.Length > 0));
            }
        }

        return texts;
    }

    private static string TextOf(Paragraph paragraph) =>
        string.Concat(paragraph.Descendants<TextOfRun>().Select(text => text.Text)).Replace('\n', ' ').Trim();
}
