namespace PlanSearch.Index.Stored;

/// <summary>A file of the collection that is not in the index.</summary>
/// <param name="File">Its path under its root.</param>
/// <param name="Reason">Why, in Chinese, and what to do.</param>
public sealed record NotSearched(string File, string Reason);
