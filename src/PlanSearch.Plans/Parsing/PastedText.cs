using System.Collections.Immutable;
using System.Text;
using PlanSearch.Plans.Parsing.Blocks;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing;

/// <summary>
/// A text that was typed or pasted, brought into the form that logical text has by the rules that make it (R-TEXT-1, R-TEXT-4, R-TEXT-5).
/// </summary>
public static class PastedText
{
    /// <summary>
    /// The text in one line, as a heading of these words would print it: without marks of a conversion, outer blanks, invisible characters
    /// and the blanks that Chinese text does not set. Cleaning twice is cleaning once; may be empty.
    /// </summary>
    public static string Clean(string text)
    {
        // A mark taken out may bring two blanks or two marks together; each round shortens the text or leaves it, so the loop ends.
        for (var before = text; ; before = text)
        {
            text = Line(OneLine(before));
            if (text == before)
            {
                return text;
            }
        }
    }

    /// <summary>The forms in which logical text may print a cleaned text; the text itself is the first.</summary>
    /// <remarks>
    /// Plans print a heading's marker with a blank after it or without (一、 总体要求, 一、总体要求), and a blank beside Chinese punctuation stays in a
    /// heading and goes in a paragraph. A blank between two words is never optional: it tells them apart.
    /// </remarks>
    public static ImmutableArray<string> Forms(string text)
    {
        var forms = ImmutableArray.CreateBuilder<string>();
        forms.Add(text);
        var label = LabelEnd(text);
        if (label > 0 && label < text.Length)
        {
            var (marker, words) = (text[..label], text[label..].TrimStart(' '));
            AddNew(forms, marker + words);
            AddNew(forms, $"{marker} {words}");
            AddNew(forms, marker + WithoutBlanksAtSigns(words));
            AddNew(forms, $"{marker} {WithoutBlanksAtSigns(words)}");
        }

        AddNew(forms, WithoutBlanksAtSigns(text));
        return forms.ToImmutable();
    }

    private static void AddNew(ImmutableArray<string>.Builder forms, string form)
    {
        if (form.Length > 0 && !forms.Contains(form))
        {
            forms.Add(form);
        }
    }

    /// <summary>Where the marker of a heading, an item, a box or a figure ends; 0 without one.</summary>
    private static int LabelEnd(string text)
    {
        if (MarkerReader.Read(text) is { Kind: not MarkerKind.None } marker)
        {
            return marker.End;
        }

        return BoxTitle.Read(text) is { IsTitle: true } title ? title.LabelEnd : 0;
    }

    private static string WithoutBlanksAtSigns(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isAtSign = text[i] == ' '
                && i > 0
                && i + 1 < text.Length
                && (Glyphs.IsChineseSign(text[i - 1]) || Glyphs.IsChineseSign(text[i + 1]));
            if (!isAtSign)
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    /// <summary>The lines of a text run on: no blank at a break but between Latin words.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            var words = part.Trim();
            if (words.IsEmpty)
            {
                continue;
            }

            if (line.Length > 0 && Glyphs.IsLatin(line[^1]) && Glyphs.IsLatin(words[0]))
            {
                line.Append(' ');
            }

            foreach (var unit in words)
            {
                // No one can see the zero-width blanks that conversions leave behind.
                if (char.IsWhiteSpace(unit) || !Glyphs.IsBlank(unit))
                {
                    line.Append(unit);
                }
            }
        }

        return line.ToString();
    }

    private static string Line(string raw)
    {
        var (start, end) = LineScan.Trim(raw, 0, raw.Length);
        if (start == end)
        {
            return "";
        }

        var draft = new BlockDraft { Kind = BlockKind.Heading };
        draft.Lines.Add(new Line(new Stretch(1, raw, start, end), followsBlank: true));
        new LogicalText().Build(draft);
        return draft.Text.Trim();
    }
}
