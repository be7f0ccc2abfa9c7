namespace PlanSearch.Index.Search;

/// <summary>How often a query occurs in all.</summary>
/// <param name="Mentions">Occurrences.</param>
/// <param name="Records">Records with at least one.</param>
/// <param name="Documents">Documents with at least one.</param>
public readonly record struct QueryTotals(long Mentions, int Records, int Documents);
