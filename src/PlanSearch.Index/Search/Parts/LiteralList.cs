using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Where a literal is in a segment, each occurrence for itself: those that overlap are all there. Never changes.</summary>
internal sealed class LiteralList
{
    private readonly int[] _offsets;
    private readonly ListedRecords _records;

    private LiteralList(int[] offsets, ListedRecords records) => (_offsets, _records) = (offsets, records);

    /// <summary>Occurrences.</summary>
    public int Count => _offsets.Length;

    /// <summary>Numbers that it holds.</summary>
    public int Size => _offsets.Length + _records.Size;

    /// <summary>Looks for a literal in a segment.</summary>
    /// <param name="view">The segment.</param>
    /// <param name="literal">The literal.</param>
    /// <param name="weights">What a mention counts, by combination of column values.</param>
    public static LiteralList Of(SegmentView view, LiteralQuery literal, float[] weights)
    {
        var matcher = new LiteralMatcher(view.Segment, literal);
        using var found = new PooledBuffer<int>(matcher.Places + 1);
        matcher.Find(0, view.Segment.Summary.TextLength, whole: true, overlapping: true, found);
        return new LiteralList(found.Span.ToArray(), ListedRecords.Of(view, found.Span, literal.Text.Length, weights).Trimmed());
    }

    /// <summary>Where it begins in a part of the segment, rising.</summary>
    public ReadOnlySpan<int> OffsetsIn(SegmentPart part)
    {
        var (first, end) = Sorted.Range(_offsets, part.TextStart, part.TextEnd);
        return _offsets.AsSpan(first..end);
    }

    /// <summary>The records of a part of the segment that it is in.</summary>
    public ListedRecords RecordsIn(SegmentPart part) => _records.In(part);
}
