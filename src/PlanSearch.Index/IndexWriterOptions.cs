namespace PlanSearch.Index;

/// <summary>How an index is written, and how long its older generations stay.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>The largest <see cref="MaxSegmentLength"/>: far enough below 2^31 that no table of a segment overflows.</summary>
    public const int LongestSegment = 1 << 29;

    /// <summary>
    /// The most UTF-16 code units of one segment, 1 to <see cref="LongestSegment"/>: 24 million unless said. A single larger document gets
    /// a segment of its own. Building a segment takes about 20 bytes of memory for each; a merge in the background builds one beside the
    /// writer's.
    /// </summary>
    public int MaxSegmentLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestSegment);
            field = value;
        }
    } = 24_000_000;

    /// <summary>
    /// A segment with a larger share of deleted text than this, 0 to 1, is written anew after the next commit: 0.3 unless said.
    /// </summary>
    public double MaxDeletedShare
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            field = value;
        }
    } = 0.3;

    /// <summary>
    /// How long a generation stays after a newer one took its place: 15 minutes unless said. One that a reader holds stays longer.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The most bytes of files that stay for their lease alone: 2 GiB unless said; the oldest go first.</summary>
    public long MaxLeasedBytes { get; init; } = 2L << 30;

    /// <summary>The number of the first generation of an index that is begun anew: 1 unless said.</summary>
    /// <remarks>
    /// An index that takes another's place continues its numbers, so that whoever reads sees a newer one, and no cursor means two.
    /// </remarks>
    public long FirstGeneration { get; init; } = 1;

    /// <summary>The identity of an index that is begun anew: one of its own unless said.</summary>
    /// <remarks>That of another where the new one holds everything that the other had, so that its numbers mean the same.</remarks>
    public Guid? Identity { get; init; }

    /// <summary>The clock that leases are measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
