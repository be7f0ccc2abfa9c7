namespace PlanSearch.Plans.Parsing;

/// <summary>Finds page numbers that stand as lines of their own, and other marks of the page (R-PAGE-1, R-PAGE-2).</summary>
internal static class PageMarks
{
    /// <summary>Marks them as noise.</summary>
    public static void Mark(List<Line> lines)
    {
        var bare = new List<(Line Line, int Value)>();
        foreach (var line in lines.Where(line => line.Kind is null && line.Plain.Length <= 12))
        {
            var (isNumber, dressed, value) = Read(line.Plain);
            if (isNumber && dressed)
            {
                line.Kind = BlockKind.Noise;
            }
            else if (isNumber && !line.HasCells)
            {
                bare.Add((line, value));
            }
        }

        // A bare number may be a cell of a table printed one cell a line; page numbers rise by one.
        for (var i = 0; i < bare.Count; i++)
        {
            if ((i > 0 && bare[i].Value == bare[i - 1].Value + 1) || (i + 1 < bare.Count && bare[i + 1].Value == bare[i].Value + 1))
            {
                bare[i].Line.Kind = BlockKind.Noise;
            }
        }
    }

    // 12, 1 2, - 12 -, — 12 —, 第 12 页, ·12·: dressed is whatever has more than digits.
    private static (bool IsNumber, bool Dressed, int Value) Read(ReadOnlySpan<char> text)
    {
        var (digits, value, dressed, left) = (0, 0, false, 0);
        foreach (var c in text)
        {
            if (Glyphs.IsDigit(c))
            {
                digits++;
                value = (value * 10) + (c & 0xF);
            }
            else if (c is '-' or '—' or '–' or '－' or '·' or '第' or '页' or '~')
            {
                dressed = true;
                left += digits == 0 ? 1 : 0;
            }
            else if (!Glyphs.IsBlank(c))
            {
                return default;
            }
        }

        // -4 is a quantity: what is dressed is dressed on both sides.
        var closed = !dressed || (left > 0 && !Glyphs.IsDigit(text[^1]));
        return (digits is > 0 and <= 4 && closed, dressed, value);
    }
}
