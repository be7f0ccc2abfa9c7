using System.Text;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>Puts the printed lines of a paragraph together, over the end of a page too.</summary>
/// <remarks>
/// A line continues the one before when that one is full and this one begins at the edge of the running text, in the same size. Over the
/// end of a page, past footnotes and page numbers, only where paragraphs are indented: elsewhere the parser judges by the words.
/// </remarks>
internal sealed class PageFlow
{
    private const double MaxPitch = 2.4;
    private const double SameSize = 0.12;

    private readonly IReadOnlyList<IReadOnlyList<PageLine>> _pages;
    private readonly PageMargins _margins;
    private readonly HashSet<PageLine> _taken = [];

    /// <param name="pages">All pages, each line by line.</param>
    public PageFlow(IReadOnlyList<IReadOnlyList<PageLine>> pages)
    {
        _pages = pages;
        _margins = PageMargins.Of(pages);
    }

    /// <summary>Whether a line went into a paragraph that began before it.</summary>
    public bool IsTaken(PageLine line) => _taken.Contains(line);

    /// <summary>The paragraph that begins at a line of a page; the lines it continues in are taken.</summary>
    public string TakeParagraph(int page, int at)
    {
        var text = new StringBuilder(_pages[page][at].Text);
        while (Next(page, at) is { } next)
        {
            (page, at) = next;
            var line = _pages[page][at];
            _taken.Add(line);
            text.Append(NeedsBlank(text[^1], line.Text[0]) ? " " : "").Append(line.Text);
        }

        return text.ToString();
    }

    private (int Page, int At)? Next(int page, int at)
    {
        var line = _pages[page][at];
        if (!_margins.IsFull(line) || line.HasCells)
        {
            return null;
        }

        if (at + 1 < _pages[page].Count
            && _pages[page][at + 1] is var below
            && GoesOn(line, below)
            && below.Bottom - line.Bottom <= MaxPitch * line.Size)
        {
            return (page, at + 1);
        }

        return _margins.HasIndents
            && _margins.IsBody(line)
            && page + 1 < _pages.Count
            && IsLast(page, at)
            && FirstOf(page + 1) is var first and >= 0
            && GoesOn(line, _pages[page + 1][first]) ? (page + 1, first) : null;
    }

    private bool GoesOn(PageLine line, PageLine next) =>
        !next.HasCells && _margins.IsFlush(next) && Math.Abs(line.Size - next.Size) <= SameSize * line.Size && !_taken.Contains(next);

    private bool IsLast(int page, int at) => !_pages[page].Skip(at + 1).Any(_margins.IsBody);

    private int FirstOf(int page)
    {
        var at = 0;
        while (at < _pages[page].Count && !_margins.IsBody(_pages[page][at]))
        {
            at++;
        }

        return at < _pages[page].Count ? at : -1;
    }

    // Between Latin words the line's end stood for a blank; between Han characters for nothing.
    private static bool NeedsBlank(char before, char after) => char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after);
}
