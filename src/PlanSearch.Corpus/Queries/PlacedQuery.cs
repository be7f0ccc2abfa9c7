namespace PlanSearch.Corpus.Queries;

/// <summary>A query whose words stand in headings or in titles of boxes: 标题:氢能, 专栏:(氢能 | 储能).</summary>
/// <param name="Field"><see cref="QueryField.Title"/> or <see cref="QueryField.Box"/>.</param>
/// <param name="Inner">The query; holds no further <see cref="PlacedQuery"/>.</param>
public sealed record PlacedQuery(QueryField Field, PlanQuery Inner) : PlanQuery;
