using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Pages;

/// <summary>Finds the titles that a page prints again because their box or table continues from the page before (R-PAGE-5).</summary>
internal static class PageRepeats
{

    /// <summary>
    /// Marks 专栏2 …（续）, 续专栏2, 表1（续） and 续表 after the title they repeat, and a title that is again right after a page's number; they are
    /// noise.
    /// </summary>
    public static void Mark(List<Line> lines)
    {
        var (title, key) = ("", "");
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind is not null || line.Plain.Length > Measures.Caption
                || line.Plain[0] is not ('专' or '表' or '续' or '（' or '(' or '【'))
            {
                continue;
            }

            var own = WithoutContinued(line.Plain);
            var isTitle = BoxTitle.Read(own).IsTitle || FigureCaption.IsNumbered(own, "表");
            var goesOn = own.Length < line.Plain.Length && (own.Length == 0 || (title.Length > 0 && LabelOf(own) == LabelOf(title)));
            if (goesOn || (isTitle && i > 0 && lines[i - 1].Kind == BlockKind.Noise && ContentsEntry.Key(own) == key))
            {
                line.Decide(Rules.PrintedAgain, BlockKind.Noise);
            }
            else if (isTitle)
            {
                (title, key) = (own, ContentsEntry.Key(own));
            }
        }
    }

    // What is left when the word for "continued" is taken away; nothing of 续表.
    private static string WithoutContinued(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["（续表）", "(续表)", "（续）", "(续)", "（续上表）", "（接上表）"])
        {
            if (text.EndsWith(word, StringComparison.Ordinal) || text.StartsWith(word, StringComparison.Ordinal))
            {
                return text.Replace(word, "", StringComparison.Ordinal).Trim();
            }
        }

        return text is "续表" or "续上表" ? ""
            : text.StartsWith("续专栏", StringComparison.Ordinal)
                || (text.StartsWith("续表", StringComparison.Ordinal) && FigureCaption.IsNumbered(text[1..], "表")) ? text[1..]
            : text;
    }

    private static string LabelOf(string title)
    {
        var box = BoxTitle.LabelEndOf(title);
        var end = box > 0 ? box : 1;
        while (box == 0 && end < title.Length && (Glyphs.IsDigit(title[end]) || Glyphs.IsBlank(title[end]) || title[end] is '-' or '.'))
        {
            end++;
        }

        return ContentsEntry.Key(title.AsSpan(0, end));
    }
}
