namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Captions of figures (R-FIG-1).</summary>
internal static class FigureCaption
{

    /// <summary>Whether the line is 图1 …, 图 2-1 …, 附图1 …: the word, a number, a title, no sentence.</summary>
    public static bool Is(string text) => IsNumbered(text, "图") || IsNumbered(text, "附图");

    /// <summary>Whether the text opens with 表1 or its like.</summary>
    public static bool IsNumberedTable(string text) =>
        text[0] == '表' && text.Length > 1 && (Glyphs.IsDigit(text[1]) || Glyphs.IsBlank(text[1]) || Numerals.Digit(text[1]) > 0);

    /// <summary>Whether the text is the label of a figure or table and no more: 图1, 表 2-1.</summary>
    public static bool IsLabel(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('图' or '表') || !Glyphs.IsDigit(text[^1]))
        {
            return false;
        }

        foreach (var c in text[1..])
        {
            if (!Glyphs.IsDigit(c) && c is not ('-' or '.' or '—' or ' '))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the text is <paramref name="word"/>, a number and a title: 图1 …, no sentence.</summary>
    public static bool IsNumbered(string text, string word)
    {
        if (text.Length > Measures.Caption || !text.StartsWith(word, StringComparison.Ordinal) || Sentence.EndOf(text) == Ending.Stop)
        {
            return false;
        }

        var i = word.Length;
        while (i < text.Length && Glyphs.IsBlank(text[i]))
        {
            i++;
        }

        return i < text.Length && (Glyphs.IsDigit(text[i]) || Numerals.Digit(text[i]) > 0);
    }
}
