using PlanSearch.Index.Search;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;

namespace PlanSearch.Index.Tests;

/// <summary>Answers queries over documents by the naive matcher.</summary>
internal sealed class ScanOracle(IReadOnlyList<IndexDocument> documents)
{
    private readonly NaiveMatcher[] _matchers = [.. documents.Select(document => new NaiveMatcher(document))];

    /// <summary>What a mention has in a column.</summary>
    public static int Value(IndexDocument document, DocumentMention mention, int column) =>
        NaiveMatcher.Value(document, new TextMatch(mention.Block, mention.Start, mention.Length, mention.Literal), column);

    public IndexDocument Document(int number) => documents[number];

    public List<DocumentMention> Mentions(Query query, BlockFilter filter, int document) =>
        [.. _matchers[document]
            .Mentions(query, filter)
            .Select(match => new DocumentMention(document, match.Block, match.Start, match.Length, match.Literal))];

    public int Aside(Query query, int document, int kind) =>
        _matchers[document].Aside(query).Count(match => NaiveMatcher.Value(documents[document], match, 0) == kind);

    public int LongerRuns(Query query, int document) => _matchers[document].LongerRuns(query);
}
