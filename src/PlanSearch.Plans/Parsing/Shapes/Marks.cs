namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>The marks of a conversion that are no part of the text (R-TEXT-1): ** for bold and ^ before a footnote's number.</summary>
internal static class Marks
{
    /// <summary>The length of the mark at <paramref name="at"/>: 2 for **, 1 for ^; 0 for any other character.</summary>
    /// <remarks>A single * stays (*地区生产总值, 2*3), and so does ^ within a formula (10^8).</remarks>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        if (text[at] == '*' && at + 1 < text.Length && text[at + 1] == '*')
        {
            return 2;
        }

        if (text[at] != '^' || at + 1 >= text.Length)
        {
            return 0;
        }

        var next = text[at + 1];
        var inFormula = at > 0 && (Glyphs.IsDigit(text[at - 1]) || Glyphs.IsLatin(text[at - 1]));
        return Glyphs.IsCircled(next) || (!inFormula && (Glyphs.IsDigit(next) || next is '[' or '［')) ? 1 : 0;
    }

    /// <summary>
    /// The length of what frames the cells of a row at <paramref name="at"/>: 1 for the bar of a Markdown row, the whole tag for HTML; 0
    /// for any other character.
    /// </summary>
    /// <remarks>Only for what is outside the cells: inside text both are text.</remarks>
    public static int FrameLengthAt(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '|' => 1,
        '<' => TagLengthAt(text, at),
        _ => 0,
    };

    /// <summary>The length of the HTML tag at <paramref name="at"/>, where a &lt; is; 0 when it opens none.</summary>
    public static int TagLengthAt(ReadOnlySpan<char> text, int at)
    {
        const int longest = 400;
        return at + 1 < text.Length && (Glyphs.IsLatin(text[at + 1]) || text[at + 1] is '/' or '!')
            ? text.Slice(at, Math.Min(longest, text.Length - at)).IndexOf('>') + 1
            : 0;
    }

    /// <summary>The first code unit of <paramref name="text"/> that is no mark; a blank when there is none.</summary>
    public static char FirstOf(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && LengthAt(text, at) is var mark and > 0)
        {
            at += mark;
        }

        return at < text.Length ? text[at] : ' ';
    }

    /// <summary>
    /// The span of <paramref name="raw"/> without its marks and the blanks that then are at its ends; <paramref name="raw"/> itself
    /// when that is all of it.
    /// </summary>
    public static string Strip(string raw, int start, int end)
    {
        var text = raw.AsSpan(start, end - start);
        if (text.IndexOfAny('*', '^') < 0)
        {
            return text.Length == raw.Length ? raw : text.ToString();
        }

        var kept = new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            var mark = LengthAt(text, i);
            if (mark == 0)
            {
                kept[length++] = text[i++];
            }

            i += mark;
        }

        // Where marks was at the ends, blanks that no one sees may be there now.
        var first = 0;
        while (first < length && Glyphs.IsBlank(kept[first]))
        {
            first++;
        }

        while (length > first && Glyphs.IsBlank(kept[length - 1]))
        {
            length--;
        }

        return new string(kept, first, length - first);
    }
}
