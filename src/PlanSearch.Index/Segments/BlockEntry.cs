namespace PlanSearch.Index.Segments;

/// <summary>What a search must know of a block, side by side in memory, since each block met is a miss of the cache.</summary>
/// <param name="End">Where the next block begins in the text.</param>
/// <param name="Record">
/// Its record, numbered through the segment; -1 when it is set aside, <see cref="SegmentView.DeletedRecord"/> when deleted.
/// </param>
/// <param name="Columns">
/// Its combination of column values; the complement of it when spans of the block have others, see <see cref="SegmentView.CombinationOf"/>.
/// </param>
internal readonly record struct BlockEntry(int End, int Record, int Columns)
{
    /// <summary>Whether mentions in some of its spans have another combination.</summary>
    public bool HasSpans => Columns < 0;
}
