using System.Buffers;
using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Doubts;

/// <summary>The contents page as the source lines show it, found without what the passes decided.</summary>
internal sealed class PrintedContents
{
    private const int MinEntries = 4;
    private const int MinLeader = 4;
    private const int MaxApart = 4;
    private const int MaxLines = 400;
    private const int MaxTitle = 45;
    private const int MaxHeading = 8;

    // Where a contents page can begin, as a share of the lines.
    private const double FirstPart = 0.4;

    private static readonly char[] Digits = [.. "0123456789"];
    private static readonly SearchValues<char> Punctuation = SearchValues.Create(".…·，,、：:．﹒“”\"（）()");

    private readonly HashSet<int> _lines = [];

    /// <summary>The titles it names, as <see cref="KeyOf"/> gives them; empty where there is none.</summary>
    public HashSet<string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>Looks for it under the word 目录, else as a run of lines with leaders and page numbers.</summary>
    public static PrintedContents Find(ImmutableArray<string> lines)
    {
        var found = new PrintedContents();
        var heading = -1;
        for (var i = 0; i < Math.Min(lines.Length, Math.Max(MaxLines, lines.Length / 3)) && heading < 0; i++)
        {
            heading = lines[i].Length <= 4 * MaxHeading && lines[i].Contains('目')
                && ContentsEntry.IsContentsTitle(ContentsEntry.Key(lines[i]).TrimStart(Digits)) ? i : -1;
        }

        if (heading >= 0)
        {
            found.TakeUnder(lines, heading);
        }
        else
        {
            found.TakeRun(lines);
        }

        if (found.Titles.Count < MinEntries)
        {
            found.Titles.Clear();
        }

        return found;
    }

    /// <summary>Whether the 1-based source line is part of it.</summary>
    public bool Holds(int line) => _lines.Contains(line);

    /// <summary>A title without the characters of its number, blanks and punctuation, so that contents and body print it alike.</summary>
    public static string KeyOf(ReadOnlySpan<char> title) => ContentsEntry.Without(title, Punctuation);

    private void TakeUnder(ImmutableArray<string> lines, int heading)
    {
        _lines.Add(heading + 1);
        for (var i = heading + 1; i < Math.Min(lines.Length, heading + MaxLines); i++)
        {
            var text = lines[i].AsSpan().Trim();
            if (text.IsEmpty)
            {
                continue;
            }

            var page = ContentsEntry.NumberStart(text, lastPage: 0);
            var key = KeyOf(page > 0 ? text[..page] : text);
            if (!HasHan(text))
            {
                _lines.Add(i + 1);
                continue;
            }

            if (key.Length > MaxTitle || (page == 0 && text[^1] is '。' or '；') || !Titles.Add(key))
            {
                break;
            }

            _lines.Add(i + 1);
        }
    }

    private void TakeRun(ImmutableArray<string> lines)
    {
        var (first, last, bestFirst, bestLast, count, most) = (-1, -1, 0, -1, 0, 0);
        for (var i = 0; i < lines.Length * FirstPart; i++)
        {
            var text = lines[i].AsSpan().Trim();
            if (text.IsEmpty
                || !HasHan(text)
                || ContentsEntry.NumberStart(text, lastPage: 0) is not (> 0 and var page)
                || !HasLeader(text, page))
            {
                continue;
            }

            (first, count) = last >= 0 && i - last <= MaxApart ? (first, count + 1) : (i, 1);
            last = i;
            (bestFirst, bestLast, most) = count > most ? (first, i, count) : (bestFirst, bestLast, most);
        }

        for (var i = bestFirst; i <= bestLast && most >= MinEntries; i++)
        {
            var text = lines[i].AsSpan().Trim();
            _lines.Add(i + 1);
            if (HasHan(text))
            {
                Titles.Add(KeyOf(ContentsEntry.NumberStart(text, lastPage: 0) is var page and > 0 ? text[..page] : text));
            }
        }
    }

    // A row of a table has several TABs; two blanks and a number end many a line.
    private static bool HasLeader(ReadOnlySpan<char> text, int page) =>
        text.Count('\t') < 2 && (text[page..].Contains('\t') || text.Length - page - 1 >= MinLeader)
        && (text[page] is '.' or '…' or '·' or '⋯' || MarkerReader.Read(text).Kind != MarkerKind.None);

    private static bool HasHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Glyphs.IsHan(c))
            {
                return true;
            }
        }

        return false;
    }
}
