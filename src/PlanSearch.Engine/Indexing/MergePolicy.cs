namespace PlanSearch.Engine.Indexing;

/// <summary>A segment as the merge policy sees it.</summary>
/// <param name="Length">Code units of its text.</param>
/// <param name="Deleted">Code units of its deleted documents.</param>
internal readonly record struct SegmentSize(int Length, int Deleted);

/// <summary>Decides which segments are written anew as one.</summary>
internal static class MergePolicy
{
    /// <summary>More segments than this below half the full length are merged.</summary>
    public const int MaxSmallSegments = 4;

    /// <summary>The ranks of the segments to merge: those with too much deleted, and the small ones when there are too many.</summary>
    public static IReadOnlyList<int> Select(IReadOnlyList<SegmentSize> segments, IndexWriterOptions options)
    {
        var small = Enumerable.Range(0, segments.Count)
            .Where(rank => segments[rank].Length - segments[rank].Deleted < options.MaxSegmentLength / 2)
            .ToList();
        return
        [
            .. Enumerable.Range(0, segments.Count).Where(rank =>
                segments[rank].Deleted > options.MaxDeletedShare * segments[rank].Length
                || (small.Count > MaxSmallSegments && small.Contains(rank))),
        ];
    }
}
