using System.Runtime.CompilerServices;

namespace PlanSearch.Engine.Search;

/// <summary>Tells the document of offsets in a segment's text; quick while they rise, as most of a list's do.</summary>
/// <param name="view">The segment.</param>
internal struct DocumentCursor(SegmentView view)
{
    private int _document = -1;
    private int _start;
    private int _end;

    /// <summary>The document that holds an offset, by its number in the segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int At(int offset)
    {
        if (offset >= _end || offset < _start)
        {
            MoveTo(offset);
        }

        return _document;
    }

    private void MoveTo(int offset)
    {
        var starts = view.TextStarts;
        if (offset >= _end && offset < starts[Math.Min(_document + 2, starts.Length - 1)])
        {
            _document++;
        }
        else
        {
            var place = starts[..^1].BinarySearch(offset);
            _document = place < 0 ? ~place - 1 : place;
        }

        // Documents without text begin where the next one does.
        while (starts[_document + 1] <= offset)
        {
            _document++;
        }

        (_start, _end) = (starts[_document], starts[_document + 1]);
    }
}
