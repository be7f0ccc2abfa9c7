using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Pages;

/// <summary>Finds the contents page by its leaders, before any line is put together (R-PAGE-6).</summary>
internal static class LeaderLines
{
    private const int MinLines = 4;

    // An entry over two lines, and the number of a page, are between two leaders.
    private const int MaxApart = 4;

    // Dots or blanks and a number; fewer blanks end many a line of text.
    private const int MinLeader = 5;
    private const int MaxCoverLine = 40;

    /// <summary>Marks the longest run of lines with leaders, and the line before it that ends with 目录.</summary>
    public static void Mark(List<Line> lines)
    {
        var (first, last) = LongestRun(lines);
        if (last - first < MinLines - 1)
        {
            return;
        }

        if (first > 0 && lines[first - 1] is { Kind: null } title && title.Plain.Length < MaxCoverLine
            && EndsWithContents(ContentsEntry.Key(title.Plain)))
        {
            first--;
        }

        for (var i = first; i <= last; i++)
        {
            if (lines[i].Kind is null)
            {
                lines[i].Decide(Rules.LeaderLines, BlockKind.Contents);
            }
        }
    }

    /// <summary>Whether the line ends with a leader, with its page number or before it.</summary>
    public static bool HasLeader(Line line) =>
        line is { Kind: null or BlockKind.Contents, HasCells: false }
        && ((ContentsEntry.PageNumberStart(line.Plain) is var start and > 0 && line.Plain.Length - start >= MinLeader
            && !EndsWithValue(line.Plain.AsSpan(0, start)))
        || ContentsEntry.EndsWithLeader(line.Plain));

    // 水泥    万吨    3.6    9.8 is the beginning of a row of a table, no title.
    private static bool EndsWithValue(ReadOnlySpan<char> title) =>
        title.LastIndexOfAny(' ', '\u3000') is var blank and > 0 && CellKind.IsValue(title[(blank + 1)..]);

    private static bool EndsWithContents(string key) =>
        key.EndsWith("目录", StringComparison.Ordinal) || key.EndsWith("目次", StringComparison.Ordinal);

    private static (int First, int Last) LongestRun(List<Line> lines)
    {
        var (first, last, bestFirst, bestLast, count) = (0, int.MinValue / 2, 0, 0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!HasLeader(lines[i]))
            {
                continue;
            }

            (first, last, count) = (i - last > MaxApart ? i : first, i, count + 1);
            (bestFirst, bestLast) = last - first > bestLast - bestFirst ? (first, last) : (bestFirst, bestLast);
        }

        return count < MinLines ? (0, 0) : (bestFirst, bestLast);
    }
}
