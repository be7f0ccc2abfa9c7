using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Tables;

/// <summary>Tells the bodies of footnotes from the text around them (R-NOTE-1, R-NOTE-2, R-NOTE-4).</summary>
internal static class FootnoteScan
{
    // [1] counts apart from ①.
    private const int Bracketed = 100;
    private const int LongestTerm = 24;

    /// <summary>Marks the lines that are footnotes.</summary>
    /// <remarks>
    /// A line that opens with ^① is one. A line that opens with a bare ①, or with [1], is one when the text has a mark ^① or [1] that waits
    /// for its body, or a bare ① behind a word and the line explains a term, or when it follows the footnote with the number before.
    /// </remarks>
    public static void Mark(List<Line> lines)
    {
        var waiting = new HashSet<int>();
        var (early, bare) = (new HashSet<int>(), new HashSet<int>());
        var previous = 0;
        foreach (var line in lines)
        {
            if (line.Kind is not null)
            {
                continue;
            }

            var number = line.HasCells ? 0 : NumberOf(line.Plain);
            var marked = line.First.Span[0] == '^';
            if (number > 0
                && (marked || waiting.Contains(number)
                    || (bare.Remove(number) && ExplainsTerm(line))
                    || (previous > 0 && number == previous + 1)))
            {
                line.Decide(number > Bracketed ? Rules.BracketedNote : marked ? Rules.MarkedNote : Rules.AwaitedNote, BlockKind.Footnote);
                previous = number;
                if (!waiting.Remove(number))
                {
                    early.Add(number);
                }

                continue;
            }

            previous = 0;
            bare.UnionWith(BareMarksIn(line));
            foreach (var mark in MarksIn(line))
            {
                // A note may be before its mark: at the foot of a page whose last paragraph continues overleaf.
                if (!early.Remove(mark))
                {
                    waiting.Add(mark);
                }
            }
        }
    }

    /// <summary>
    /// The number that opens the body of a footnote, ① or [1], by which its mark is known; 0 when the text opens with neither.
    /// </summary>
    public static int NumberOf(string text) =>
        text.Length == 0
            ? 0
            : text[0] is '[' or '［'
                ? BracketAt(text, 0, text.Length)
                : MarkerReader.Read(text) is { Kind: MarkerKind.Circled } marker ? marker.Ordinal : 0;

    /// <summary>The numbers of the footnote marks in a line: ^①, and [1] behind a word.</summary>
    public static IEnumerable<int> MarksIn(Line line)
    {
        for (var i = 0; i < line.StretchCount; i++)
        {
            var (_, raw, start, end) = line.StretchAt(i);
            for (var at = NextMark(raw, start, end); at >= 0; at = NextMark(raw, at + 1, end))
            {
                var value = raw[at] == '^'
                    ? Glyphs.CircledValue(raw[at + 1])
                    : at == line.First.Start && i == 0 ? 0 : BracketAt(raw, at, end);
                if (value > 0)
                {
                    yield return value;
                }
            }
        }
    }

    /// <summary>The numbers of circled marks right behind a word (管理站①): of footnotes or of a list that is run in.</summary>
    public static IEnumerable<int> BareMarksIn(Line line)
    {
        for (var i = 0; i < line.StretchCount; i++)
        {
            var (_, raw, start, end) = line.StretchAt(i);
            for (var at = NextCircled(raw, start + 1, end); at >= 0; at = NextCircled(raw, at + 1, end))
            {
                if (Glyphs.IsHan(raw[at - 1]) || raw[at - 1] is '”' or '》' or '）')
                {
                    yield return Glyphs.CircledValue(raw[at]);
                }
            }
        }
    }

    // ① 乡镇应急管理站：承担…, ② 双碳，指….
    private static bool ExplainsTerm(Line line)
    {
        var words = line.Words;
        return words[..Math.Min(words.Length, LongestTerm)].IndexOfAny('：', ':', '指') > 0 && line.Ending == Ending.Stop;
    }

    private static int NextCircled(string raw, int from, int end) =>
        from < end && raw.AsSpan(from, end - from).IndexOfAny(Glyphs.Circled) is var at and >= 0 ? from + at : -1;

    // A mark is never the last character of its line.
    private static int NextMark(string raw, int from, int end) =>
        from < end - 1 && raw.AsSpan(from, end - 1 - from).IndexOfAny('^', '[', '［') is var at and >= 0 ? from + at : -1;

    private static int BracketAt(string raw, int at, int end)
    {
        var (value, length) = Numerals.ReadArabic(raw.AsSpan(0, end), at + 1);
        var close = at + 1 + length;
        return length is 1 or 2 && value > 0 && close < end && raw[close] is ']' or '］' ? Bracketed + value : 0;
    }
}
