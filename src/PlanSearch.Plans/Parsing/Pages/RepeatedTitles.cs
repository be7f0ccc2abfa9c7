using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Pages;

/// <summary>Finds a contents page without numbers and leaders, its entries glued or not: its titles come again (R-PAGE-7).</summary>
internal static class RepeatedTitles
{
    private const int MinTitles = 4;

    // An entry of a contents page is its title; between two titles of the text is the text.
    private const int MaxTitle = 45;
    private const int MaxLine = 400;
    private const int Head = 6;

    /// <summary>
    /// Marks the lines from the first title of 第…篇, 第…章 or 第…节 up to where it comes again, when titles are all they hold.
    /// </summary>
    public static void Mark(List<Line> lines)
    {
        var titles = new List<(int Line, Marker Marker, string Head)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind is null)
            {
                Add(titles, i, lines[i].Plain);
            }
        }

        if (titles.Count < 2 * MinTitles)
        {
            return;
        }

        var first = titles[0];
        var again = titles.FindIndex(1, other => other.Line > first.Line && IsSame(first, other));
        if (again < MinTitles)
        {
            return;
        }

        var contents = lines.GetRange(first.Line, titles[again - 1].Line - first.Line + 1);
        if (contents.Sum(line => line.Plain.Length) > MaxTitle * again)
        {
            return;
        }

        foreach (var line in contents.Where(line => line.Kind is null))
        {
            line.Decide(Rules.RepeatedTitles, BlockKind.Contents);
        }
    }

    // What is glued to a short title follows its words in one place and not in the other.
    private static bool IsSame((int Line, Marker Marker, string Head) left, (int Line, Marker Marker, string Head) right) =>
        (left.Marker.Kind, left.Marker.Ordinal) == (right.Marker.Kind, right.Marker.Ordinal)
        && (left.Head.StartsWith(right.Head, StringComparison.Ordinal) || right.Head.StartsWith(left.Head, StringComparison.Ordinal));

    private static void Add(List<(int Line, Marker Marker, string Head)> titles, int line, string text)
    {
        for (var at = text.IndexOf('第'); at >= 0 && at < MaxLine; at = text.IndexOf('第', at + 1))
        {
            if (MarkerReader.ReadAt(text, at) is { IsStrong: true } marker && marker.Rest < text.Length)
            {
                titles.Add((line, marker, ContentsEntry.Key(text.AsSpan(marker.Rest, Math.Min(Head, text.Length - marker.Rest)))));
            }
        }
    }
}
