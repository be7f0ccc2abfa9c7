namespace PlanSearch.Index.Indexing;

/// <summary>A segment as the merge policy sees it.</summary>
/// <param name="Length">Code units of its text.</param>
/// <param name="Deleted">Code units of its deleted documents.</param>
internal readonly record struct SegmentSize(int Length, int Deleted)
{
    /// <summary>Code units that a merge would keep.</summary>
    public int Live => Length - Deleted;
}

/// <summary>Decides which segments are written anew as one.</summary>
/// <remarks>
/// Every merge leaves fewer segments or fewer deleted documents, so that merging ends. A small segment is merged with others of its size,
/// so that commits of a document each do not write the large ones anew every few times.
/// </remarks>
internal static class MergeChoice
{
    /// <summary>More segments than this below half the full length are merged.</summary>
    public const int MaxSmallSegments = 4;

    /// <summary>The ranks of the segments to merge into one, rising; none when all is well.</summary>
    public static IReadOnlyList<int> Select(IReadOnlyList<SegmentSize> segments, IndexWriterOptions options)
    {
        var ranks = Enumerable.Range(0, segments.Count);
        foreach (var rank in ranks.Where(rank => segments[rank].Deleted > options.MaxDeletedShare * segments[rank].Length))
        {
            return [rank];
        }

        var small = ranks.Where(rank => segments[rank].Live < options.MaxSegmentLength / 2).OrderBy(rank => segments[rank].Live).ToList();
        if (small.Count <= MaxSmallSegments)
        {
            return [];
        }

        // The two smallest, and each next one that is no larger than what is gathered already.
        var gathered = (long)segments[small[0]].Live + segments[small[1]].Live;
        var count = 2;
        while (count < small.Count
            && segments[small[count]].Live <= gathered
            && gathered + segments[small[count]].Live <= options.MaxSegmentLength)
        {
            gathered += segments[small[count++]].Live;
        }

        return [.. small.Take(count).Order()];
    }
}
