namespace PlanSearch.Plans.Parsing;

/// <summary>Captions of figures (R-FIG-1).</summary>
internal static class FigureCaption
{
    private const int MaxCaption = 60;

    /// <summary>Whether the line is 图1 …, 图 2-1 …, 附图1 …: the word, a number, a title, no sentence.</summary>
    public static bool Is(string text) => IsNumbered(text, "图") || IsNumbered(text, "附图");

    /// <summary>Marks the captions among the lines that no pass has given a kind.</summary>
    public static void Mark(List<Line> lines)
    {
        foreach (var line in lines.Where(line => line.Kind is null && Is(line.Plain)))
        {
            line.Kind = BlockKind.FigureCaption;
        }
    }

    private static bool IsNumbered(string text, string word)
    {
        if (text.Length > MaxCaption || !text.StartsWith(word, StringComparison.Ordinal) || Sentence.EndOf(text) == Ending.Stop)
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
