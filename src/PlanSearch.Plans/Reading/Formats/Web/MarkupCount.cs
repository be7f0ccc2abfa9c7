using System.Buffers;

namespace PlanSearch.Plans.Reading.Formats.Web;

/// <summary>Counts what the tree of a page will hold, before it is built, and looks whether anybody still waits for it.</summary>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class MarkupCount(CancellationToken cancellationToken)
{
    // Each of them makes the library look for what it belongs to, or keep a piece of the line by itself.
    private static readonly SearchValues<char> Signs = SearchValues.Create("|*_[]!<>`~^&\\");

    private long _elements;

    /// <summary>Counts some more; the first call that goes over the bound throws.</summary>
    public void Add(int elements)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadingBound.Elements.Hold(_elements += elements);
    }

    /// <summary>
    /// Counts the lines of Markdown that are not blank, twice where they are items of a list, and the characters of its syntax.
    /// </summary>
    public void AddSigns(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var rest = line;
            var signs = line.TrimStart() is [var first, ..] ? first is '-' or '+' or (>= '0' and <= '9') ? 2 : 1 : 0;
            for (int at; (at = rest.IndexOfAny(Signs)) >= 0; rest = rest[(at + 1)..])
            {
                signs++;
            }

            Add(signs);
        }
    }
}
