namespace PlanSearch.Index.Search;

/// <summary>One result of a ranked search.</summary>
/// <param name="Document">Number of the document in the reader.</param>
/// <param name="Record">Number of the record in the document, from 0.</param>
/// <param name="Score">BM25 over the exact frequencies of the query's literals, weighted by the block's value of the weight column.</param>
public readonly record struct DocumentRecord(int Document, int Record, double Score);
