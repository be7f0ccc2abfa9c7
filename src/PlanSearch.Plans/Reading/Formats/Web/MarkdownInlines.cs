using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Reading.Formats.Web;

/// <summary>The text of a paragraph of Markdown.</summary>
internal static class MarkdownInlines
{
    /// <summary>
    /// The text with its line ends; strong words keep their **, as in plain text, and notes are taken where they are called.
    /// </summary>
    public static string TextOf(ContainerInline inline, FootnoteMarks footnotes)
    {
        var text = new StringBuilder();
        AddAll(inline, text, footnotes);
        return text.ToString();
    }

    private static void AddAll(ContainerInline container, StringBuilder text, FootnoteMarks footnotes)
    {
        foreach (var inline in container)
        {
            Add(inline, text, footnotes);
        }
    }

    private static void Add(Inline inline, StringBuilder text, FootnoteMarks footnotes)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case LineBreakInline:
                text.Append('\n');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case FootnoteLink { IsBackLink: false } link:
                text.Append(footnotes.Take(NoteOf(link.Footnote, footnotes)));
                break;
            case HtmlInline { Tag: "<br>" or "<br/>" or "<br />" }:
                text.Append('\n');
                break;
            case EmphasisInline emphasis:
                AddEmphasis(emphasis, text, footnotes);
                break;
            case LinkInline { IsImage: true }:
                break;
            case ContainerInline inner:
                AddAll(inner, text, footnotes);
                break;
            default:
                break;
        }
    }

    // A single * between numbers multiplies; around Chinese words it is emphasis.
    private static void AddEmphasis(EmphasisInline emphasis, StringBuilder text, FootnoteMarks footnotes)
    {
        var inner = TextOf(emphasis, footnotes);
        var sign = emphasis.DelimiterCount == 1
            ? inner.Any(Glyphs.IsHan) ? "" : emphasis.DelimiterChar.ToString()
            : "**";
        text.Append(sign).Append(inner).Append(sign);
    }

    private static string NoteOf(Footnote note, FootnoteMarks footnotes) =>
        string.Join(' ', note.OfType<LeafBlock>().Where(leaf => leaf.Inline is not null).Select(leaf => TextOf(leaf.Inline!, footnotes)))
            .Replace('\n', ' ');
}
