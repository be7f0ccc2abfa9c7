using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Answers queries over one generation. Safe for any number of threads.</summary>
/// <param name="reader">The generation; it outlives the searcher.</param>
public sealed class IndexSearcher(IndexReader reader)
{
    /// <summary>The generation it answers from.</summary>
    public IndexReader Reader { get; } = reader;

    /// <summary>Mentions and records of every document, and what was left out.</summary>
    public QueryCounts Count(Query query, BlockFilter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>How mentions and records spread over the values of a column, document by document.</summary>
    public ColumnCounts CountColumn(Query query, BlockFilter filter, int column, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>The mentions in one document, in the order of its text, added to <paramref name="mentions"/>.</summary>
    public void Mentions(Query query, BlockFilter filter, int document, ICollection<Mention> mentions, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>The best <paramref name="count"/> records, best first; equal scores in the order of the text.</summary>
    /// <remarks>Documents whose element of <paramref name="documents"/> is false take no part; frequencies and lengths of all do.</remarks>
    public IReadOnlyList<ScoredRecord> Top(
        Query query, BlockFilter filter, IReadOnlyList<bool> documents, int count, Bm25Weighting weighting, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
