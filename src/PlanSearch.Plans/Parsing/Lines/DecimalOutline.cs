using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>
/// Finds outlines numbered 1, 1.1, 1.1.1 and tells their numbers from quantities (R-MARK-6) and from those of pages (R-MARK-7).
/// </summary>
/// <remarks>1.1 total is a quantity or a section: only a run of them that begins with x.1 and continues says which.</remarks>
internal static class DecimalOutline
{
    private const int MaxTitle = 40;
    private const int MinSections = 3;

    // Some chapters are lost to the page or the conversion.
    private const double MinFit = 0.6;

    /// <summary>Gives the lines of such an outline their markers; does nothing when the document has none.</summary>
    public static void Mark(List<Line> lines)
    {
        var run = Run(lines);
        if (run.Count < MinSections)
        {
            return;
        }

        foreach (var (line, number) in run)
        {
            line.Decide(Rules.DecimalSection, number.ToMarker(line.Plain));
        }

        if (!IsUnderIdeographs(lines, run))
        {
            MarkChapters(lines, run);
        }
    }

    /// <summary>
    /// The lines of such an outline, before any line is put together: none of them continues the one before. Empty when there is none.
    /// </summary>
    public static HashSet<Line> LinesOf(List<Line> lines) =>
        Run(lines) is { Count: >= MinSections } run ? [.. run.Select(item => item.Line)] : [];

    /// <summary>The lines that open a paragraph numbered under a section: 1.1.2 改革取得突破。全面深化…</summary>
    /// <param name="lines">All lines, before any is put together.</param>
    /// <param name="titles">See <see cref="LinesOf"/>.</param>
    public static HashSet<Line> ParagraphsOf(List<Line> lines, HashSet<Line> titles)
    {
        var paragraphs = new HashSet<Line>();
        DecimalNumber last = default;
        foreach (var line in titles.Count > 0 ? lines : [])
        {
            if (titles.Contains(line))
            {
                last = DecimalNumber.Read(line.Plain);
            }
            else if (line is { Kind: null, HasCells: false }
                && Glyphs.IsDigit(line.Plain[0])
                && DecimalNumber.Read(line.Plain) is { Parts: 3 } number
                && number.Follows(last))
            {
                paragraphs.Add(line);
                last = number;
            }
        }

        return paragraphs;
    }

    // R-HEAD-14: 十、 is over 10.1: then no number alone is a chapter.
    private static bool IsUnderIdeographs(List<Line> lines, List<(Line Line, DecimalNumber Number)> run)
    {
        var firsts = run.Where(item => item.Number is { Parts: 2, Second: 1 }).ToDictionary(item => item.Line, item => item.Number.First);
        var (last, fits) = (0, 0);
        foreach (var line in lines.Where(line => line.Kind is null))
        {
            last = line.Marker.Kind == MarkerKind.Ideograph ? line.Marker.Ordinal : last;
            fits += firsts.TryGetValue(line, out var first) && line.Decide(Rules.DecimalsUnderIdeographs, last == first) ? 1 : 0;
        }

        return firsts.Count > 1 && fits > MinFit * firsts.Count;
    }

    /// <summary>
    /// Whether the lines have such an outline; then a number set off by a blank from a title is that of a chapter and not that of a page.
    /// </summary>
    public static bool IsIn(List<Line> lines) => Run(lines).Count >= MinSections;

    /// <summary>Whether the line opens with a number of such an outline, by its shape alone: 1 总则, 1.1 编制目的.</summary>
    public static bool IsNumbered(Line line) =>
        Glyphs.IsDigit(line.Plain[0])
            && DecimalNumber.Read(line.Plain) is { Parts: > 0 } number
            && number.Rest > number.End
            && IsTitle(line.Plain, number);

    /// <summary>Whether the line could be a chapter of such an outline: 1 总则.</summary>
    public static bool IsChapter(Line line) =>
        line is { Kind: null, HasCells: false, Ending: Ending.Open }
            && DecimalNumber.Read(line.Plain) is { Parts: 1 } number
            && number.Rest > number.End
        && IsTitle(line.Plain, number) && MarkerReader.ReadAt(line.Plain, number.Rest).Kind == MarkerKind.None;

    private static bool IsTitle(string text, DecimalNumber number) =>
        text.Length - number.Rest is > 1 and <= MaxTitle && (Glyphs.IsHan(text[number.Rest]) || text[number.Rest] is '“' or '《')
        && !Sentence.HasInnerStop(text) && text.AsSpan(number.Rest).IndexOfAny(number.Parts == 2 ? "；：" : "，；：") < 0
        && (number.Rest > number.End || number.Parts > 2 || !Numerals.IsMeasure(text[number.Rest]));

    // Each number follows the one before it: 1.1, 1.2, 1.2.1, 1.3, 2.1.
    private static List<(Line Line, DecimalNumber Number)> Run(List<Line> lines)
    {
        var run = new List<(Line, DecimalNumber)>();
        DecimalNumber last = default;
        foreach (var line in lines)
        {
            if (line is { Kind: null, HasCells: false, Ending: Ending.Open }
                && Glyphs.IsDigit(line.Plain[0])
                && DecimalNumber.Read(line.Plain) is { Parts: > 1 } number
                && IsTitle(line.Plain, number) && number.Follows(last))
            {
                run.Add((line, number));
                last = number;
            }
        }

        return run;
    }

    // The line before x.1 with the number x alone is its chapter: 1 总则, 2. 发展目标. A chapter without sections has the next number between
    // them: 4 空间布局.
    private static void MarkChapters(List<Line> lines, List<(Line Line, DecimalNumber Number)> run)
    {
        var firsts = run.Where(item => item.Number is { Parts: 2, Second: 1 })
            .Select(item => (item.Line.Number, item.Number.First))
            .ToList();
        var (next, chapter) = (0, firsts.Count > 0 ? firsts[0].First - 1 : int.MaxValue - 1);
        Line? candidate = null;
        foreach (var line in lines)
        {
            if (next < firsts.Count && line.Number == firsts[next].Number)
            {
                Take(candidate, Rules.DecimalSection);
                (next, chapter, candidate) = (next + 1, firsts[next].First, null);
            }
            else if (line is { Kind: null, HasCells: false, Ending: Ending.Open }
                && line.Plain.Length <= MaxTitle
                && DecimalNumber.Read(line.Plain) is { Parts: 1 } number)
            {
                if (next < firsts.Count && number.First == firsts[next].First)
                {
                    candidate = line;
                }
                else if (number.First == chapter + 1 && next > 0 && IsChapter(line))
                {
                    Take(line, Rules.DecimalChapter);
                    chapter++;
                }
            }
        }
    }

    private static void Take(Line? chapter, Rule rule) => chapter?.Decide(rule, DecimalNumber.Read(chapter.Plain).ToMarker(chapter.Plain));
}
