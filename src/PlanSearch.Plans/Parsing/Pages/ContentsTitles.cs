using System.Buffers;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Pages;

/// <summary>
/// The titles that a contents page with leaders names: the text has them as headings, with or without a number, on one line or two.
/// </summary>
internal sealed class ContentsTitles
{
    private const int MinTitles = 4;
    private const int MinBeginning = 4;
    private const int MaxLines = 3;

    // Lines between two entries: second halves and page numbers.
    private const int MaxBetween = 6;
    private const int Slack = 40;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(".…·，,、（）()");

    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);

    /// <summary>Reads them; none where entries are too few or are too far apart to be a contents page.</summary>
    public static ContentsTitles Of(List<Line> lines)
    {
        var (titles, found) = (new ContentsTitles(), new List<string>());
        var (first, last) = (-1, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            if (LeaderLines.HasLeader(lines[i]) && ContentsEntry.PageNumberStart(lines[i].Plain) is var page and > 0)
            {
                (first, last) = (first < 0 ? i : first, i);
                found.Add(KeyOf(lines[i].Plain.AsSpan(0, page)));
            }
        }

        if (found.Count < MinTitles || last - first > (MaxBetween * found.Count) + Slack)
        {
            return titles;
        }

        foreach (var title in found.Where(title => title.Length is > 1 and <= Measures.Caption))
        {
            titles._titles.Add(title);
            for (var length = MinBeginning; length < title.Length; length++)
            {
                titles._beginnings.Add(title[..length]);
            }
        }

        return titles;
    }

    /// <summary>Whether an entry of the contents page says the whole line, blanks and punctuation left out.</summary>
    public bool Name(Line line) => _titles.Count > 0 && line.Plain.Length <= Measures.Caption && _titles.Contains(KeyOf(line.Plain));

    /// <summary>
    /// Whether <paramref name="next"/> continues the title that the lines of <paramref name="chain"/> begin; null where they begin none.
    /// </summary>
    public bool? GoesOn(List<Line> chain, Line next)
    {
        if (_titles.Count == 0 || chain.Count >= MaxLines || chain.Sum(line => line.Plain.Length) > Measures.Caption)
        {
            return null;
        }

        var whole = KeyOf(string.Concat(chain.Select(line => line.Plain)));
        if (_titles.Contains(whole))
        {
            return false;
        }

        if (!_beginnings.Contains(whole))
        {
            return null;
        }

        var longer = whole + KeyOf(next.Plain);
        return _titles.Contains(longer) || _beginnings.Contains(longer) ? true : null;
    }

    private static string KeyOf(ReadOnlySpan<char> title) => ContentsEntry.Without(title, Punctuation);
}
