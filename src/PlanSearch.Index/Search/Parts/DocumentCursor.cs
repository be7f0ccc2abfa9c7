using System.Runtime.CompilerServices;
using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Tells the document of offsets in a segment's text; quick while they rise, as most of a list's do.</summary>
/// <param name="view">The segment.</param>
internal struct DocumentCursor(SegmentView view)
{
    /// <summary>So many documents on, it is quicker to go step by step.</summary>
    private const int Near = 8;

    private int _start;
    private int _length;

    /// <summary>The document of the offset last looked for, by its number in the segment.</summary>
    public int Local { get; private set; } = -1;

    /// <summary>Its number in the reader; -1 when it is deleted.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>Its first record in the segment.</summary>
    public int FirstRecord { get; private set; }

    /// <summary>Where its text ends.</summary>
    public readonly int End => _start + _length;

    /// <summary>What a visitor is told of it.</summary>
    public readonly VisitedDocument Document =>
        new(Number, view.Segment.FirstBlock(Local), view.Segment.FirstRecord(Local + 1) - FirstRecord);

    /// <summary>Moves to the document that holds an offset.</summary>
    /// <returns>Whether it is another one than before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Seek(int offset)
    {
        var isAnother = (uint)(offset - _start) >= (uint)_length;
        if (isAnother)
        {
            Move(offset);
        }

        return isAnother;
    }

    private void Move(int offset)
    {
        var starts = view.TextStarts;
        var next = Local + 1;
        if (next >= starts.Length - Near || offset < starts[next] || offset >= starts[next + Near])
        {
            var place = starts[..^1].BinarySearch(offset);
            next = place < 0 ? ~place - 1 : place;
        }

        // Documents without text begin where the next one does.
        while (starts[next + 1] <= offset)
        {
            next++;
        }

        (Local, Number, FirstRecord) = (next, view.NumberOf(next), view.Segment.FirstRecord(next));
        (_start, _length) = (starts[next], starts[next + 1] - starts[next]);
    }
}
