using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Fronts;

/// <summary>Finds the issuing trailer at the end of a document (R-TAIL-1).</summary>
internal static class Trailer
{
    private const int MaxLines = 8;
    private const int MaxOffice = 30;

    /// <summary>Marks the last lines as trailer as long as they are 抄送, 印发, an office or a date; an office alone is none.</summary>
    public static void Mark(List<Line> lines) => Mark(lines, lines.Count);

    /// <summary>The same for the document that ends before <paramref name="end"/>.</summary>
    public static void Mark(List<Line> lines, int end)
    {
        var start = end;
        var anchored = false;
        while (start > 0 && end - start < MaxLines && lines[start - 1].Kind is null && Role(lines[start - 1]) is var role and > 0)
        {
            anchored |= role > 1;
            start--;
        }

        for (var i = start; anchored && i < end; i++)
        {
            lines[i].Decide(Rules.Trailer, BlockKind.Trailer);
        }
    }

    // 0 is running text, 1 could be an office, 2 is certain.
    private static int Role(Line line)
    {
        var text = line.Plain;
        if (text.StartsWith("抄送", StringComparison.Ordinal)
            || text.StartsWith("主送", StringComparison.Ordinal)
            || text.StartsWith("抄报", StringComparison.Ordinal))
        {
            return 2;
        }

        if (text.Length > MaxOffice || line.HasCells || line.Marker.Kind != MarkerKind.None)
        {
            return 0;
        }

        if (text.EndsWith("印发", StringComparison.Ordinal) || IsDate(text) || text.StartsWith("（此件", StringComparison.Ordinal))
        {
            return 2;
        }

        return line.Ending == Ending.Open && IsOffice(text) ? 1 : 0;
    }

    /// <summary>Whether the text is a date and nothing else: 2021年4月8日, 二〇二一年八月.</summary>
    public static bool IsDate(ReadOnlySpan<char> text)
    {
        var (digits, year, month) = (0, false, false);
        foreach (var c in text)
        {
            if (Glyphs.IsDigit(c) || Numerals.Digit(c) >= 0 || c is '十' or 'O' or '○' or '○')
            {
                digits++;
            }
            else if (c is '年')
            {
                year = digits >= 4;
            }
            else if (c is '月')
            {
                month = year;
            }
            else if (c is not '日' && !Glyphs.IsBlank(c))
            {
                return false;
            }
        }

        return month;
    }

    /// <summary>Whether the line is the name of an office, as a signature has it.</summary>
    public static bool IsOffice(string text) =>
        text.Length <= MaxOffice
            && (text.EndsWith("办公室", StringComparison.Ordinal)
                || text.EndsWith("办公厅", StringComparison.Ordinal)
                || text.EndsWith("政府", StringComparison.Ordinal)
        || text.EndsWith("委员会", StringComparison.Ordinal) || text.EndsWith("管委会", StringComparison.Ordinal));
}
