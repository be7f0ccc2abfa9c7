using System.Runtime.CompilerServices;
using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Tells the combination of column values of mentions whose offsets never fall.</summary>
/// <param name="segment">The segment.</param>
internal struct SpanCursor(SegmentReader segment)
{
    /// <summary>So many spans on, it is quicker to go step by step than to search.</summary>
    private const int Near = 8;

    private int _next;

    /// <summary>The combination of a mention.</summary>
    /// <param name="columns">As in <see cref="BlockEntry"/>.</param>
    /// <param name="offset">Where it begins in the text.</param>
    /// <param name="length">Code units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CombinationOf(int columns, int offset, int length) => columns >= 0 ? columns : InSpans(~columns, offset, length);

    private int InSpans(int ofBlock, int offset, int length)
    {
        var spans = segment.Spans.Spans;
        for (var steps = 0; _next < spans.Length && spans[_next].End <= offset; steps++)
        {
            _next = steps < Near ? _next + 1 : segment.Spans.FirstBehind(offset);
        }

        return _next < spans.Length && spans[_next].Start <= offset && spans[_next].End >= offset + length
            ? segment.SpanCombinations[_next]
            : ofBlock;
    }
}
