using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>Puts the label of a 专栏 together that is on two lines, the word and its number (R-BOX-7).</summary>
/// <remarks>Before the marks of the page are looked for: the number is no page's, and the word no head that every page repeats.</remarks>
internal static class BoxLabels
{
    /// <summary>The lines with each such label made one; <paramref name="lines"/> themselves when there is none.</summary>
    public static List<Line> Apply(List<Line> lines)
    {
        if (!lines.Exists(IsWord))
        {
            return lines;
        }

        var result = new List<Line>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsWord(lines[i]) && i + 1 < lines.Count && IsNumber(lines[i + 1].Plain))
            {
                result.Add(new Line([lines[i], lines[i + 1]],
                    ContentsEntry.Key(lines[i].Plain) + lines[i + 1].Plain).FormedBy(Rules.BoxLabelOnTwoLines));
                i++;
            }
            else
            {
                result.Add(lines[i]);
            }
        }

        return result;
    }

    private static bool IsWord(Line line) =>
        line.Plain.Length is >= 2 and <= 4 && line.Plain[0] is '专' or '專' && ContentsEntry.Key(line.Plain) is "专栏" or "專欄";

    private static bool IsNumber(string text) =>
        ContentsEntry.IsNumber(text) || (Numerals.ReadChinese(text, 0) is var (_, length) && length > 0 && length == text.Length);
}
