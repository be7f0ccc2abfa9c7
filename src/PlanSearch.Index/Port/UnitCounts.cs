namespace PlanSearch.Index.Port;

/// <summary>Counts in the three units.</summary>
/// <param name="Mentions">处.</param>
/// <param name="Records">章节 with at least one.</param>
/// <param name="Plans">部 with at least one.</param>
public readonly record struct UnitCounts(long Mentions, long Records, long Plans);
