namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>The pages of a document as Word last laid it out.</summary>
/// <remarks>
/// Without a stored layout there are no pages: breaks that the author set are only some of them, and a page that is nearly right is wrong
/// in a citation. Word stores a break that the author set twice, as itself and before the first text after it.
/// </remarks>
/// <param name="isKnown">Whether a layout is stored.</param>
internal sealed class WordPages(bool isKnown)
{
    private int _page = 1;
    private bool _isFresh;

    /// <summary>The page the next text is on, 1-based; 0 when there are none.</summary>
    public int Current => isKnown ? _page : 0;

    /// <summary>A break of the author's.</summary>
    public void BreakSet()
    {
        _page++;
        _isFresh = true;
    }

    /// <summary>A break of the stored layout: a new page, unless the author's break was the last thing before it.</summary>
    public void BreakStored()
    {
        _page += _isFresh ? 0 : 1;
        _isFresh = false;
    }

    /// <summary>Text came after the last break, so the next break is another page.</summary>
    public void Write() => _isFresh = false;
}
