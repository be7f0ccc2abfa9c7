namespace PlanSearch.Engine.Indexing;

/// <summary>How an index is written.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>
    /// The most UTF-16 code units of one segment: 24 million unless said. A single larger document gets a segment of its own.
    /// Building a segment takes about 20 bytes of memory for each.
    /// </summary>
    public int MaxSegmentLength { get; init; } = 24_000_000;

    /// <summary>A segment with a larger share of deleted text than this is written anew at the next commit: 0.3 unless said.</summary>
    public double MaxDeletedShare { get; init; } = 0.3;

    /// <summary>How many generations stay beside the newest: 1 unless said.</summary>
    public int KeptGenerations { get; init; } = 1;
}
