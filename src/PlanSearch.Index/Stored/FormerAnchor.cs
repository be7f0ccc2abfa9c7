namespace PlanSearch.Index.Stored;

/// <summary>
/// Where a span of a block that was cut otherwise before now is: an anchor that was given away continues leading to its words.
/// </summary>
/// <param name="Anchor">The anchor the block had.</param>
/// <param name="Start">UTF-16 offset of the span in the block it was.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Block">The block it is in now.</param>
/// <param name="Offset">UTF-16 offset of the span in that one.</param>
public sealed record FormerAnchor(string Anchor, int Start, int Length, int Block, int Offset)
{
    /// <summary>The most a plan keeps, some five times the blocks of a large one; the oldest go.</summary>
    public const int MaxCount = 20_000;
}
