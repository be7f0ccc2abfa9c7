using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Answers queries over one generation. Safe for any number of threads.</summary>
/// <param name="reader">The generation; it outlives the searcher.</param>
public sealed class IndexSearcher(IndexReader reader)
{
    /// <summary>The generation it answers from.</summary>
    public IndexReader Reader { get; } = reader;

    /// <summary>Mentions, records and documents in all, from the dictionary alone where it states them.</summary>
    public QueryTotals Totals(Query query, CancellationToken cancellationToken)
    {
        if (DictionaryTotals.Of(Reader, query) is { } stated)
        {
            return stated;
        }

        var counts = new QueryCounts(Reader.DocumentCount);
        foreach (var view in Reader.Segments)
        {
            var visitor = new CountVisitor(view.Segment, counts);
            new SegmentSearch(view, query, BlockFilter.All).Visit(0, view.Segment.DocumentCount, ref visitor, cancellationToken);
        }

        var documents = counts.MentionsByDocument.Count(static mentions => mentions > 0);
        return new QueryTotals(counts.MentionsByDocument.Sum(static mentions => (long)mentions), counts.RecordsByDocument.Sum(), documents);
    }

    /// <summary>Mentions and records of every document, what was left out, and how both spread over some columns.</summary>
    /// <remarks>At most 63 values in all the columns together: a record's are remembered in one word.</remarks>
    public QueryCounts Count(Query query, BlockFilter filter, IReadOnlyList<int> columns, CancellationToken cancellationToken)
    {
        var counts = new QueryCounts(Reader.DocumentCount, [.. columns.Select(Reader.ValuesOf)]);
        foreach (var view in Reader.Segments)
        {
            var search = new SegmentSearch(view, query, filter);
            if (columns.Count == 0)
            {
                var visitor = new CountVisitor(view.Segment, counts);
                search.Visit(0, view.Segment.DocumentCount, ref visitor, cancellationToken);
            }
            else
            {
                using var facets = new FacetTally(view.Segment, columns, counts);
                var visitor = new FacetVisitor(view.Segment, facets);
                search.Visit(0, view.Segment.DocumentCount, ref visitor, cancellationToken);
            }

            foreach (var literal in query.Literals.Distinct())
            {
                CountLongerRuns(view, literal, counts);
            }
        }

        return counts;
    }

    /// <summary>The mentions in one document, in the order of its text, added to <paramref name="mentions"/>.</summary>
    public void Mentions(Query query, BlockFilter filter, int document, ICollection<Mention> mentions, CancellationToken cancellationToken)
    {
        var (view, local) = Reader.Locate(document);
        var visitor = new ListVisitor(view, mentions);
        new SegmentSearch(view, query, filter).Visit(local, local + 1, ref visitor, cancellationToken);
    }

    /// <summary>The mentions in all documents, document by document, added to <paramref name="mentions"/>.</summary>
    public void Mentions(Query query, BlockFilter filter, ICollection<Mention> mentions, CancellationToken cancellationToken)
    {
        foreach (var view in Reader.Segments)
        {
            var visitor = new ListVisitor(view, mentions);
            new SegmentSearch(view, query, filter).Visit(0, view.Segment.DocumentCount, ref visitor, cancellationToken);
        }
    }

    /// <summary>The best <paramref name="count"/> records, best first; equal scores by the rank of their documents, then in the order of the text.</summary>
    /// <remarks>Documents whose element of <paramref name="ranks"/> is below 0 take no part; frequencies and lengths of all do.</remarks>
    public IReadOnlyList<ScoredRecord> Top(
        Query query, BlockFilter filter, IReadOnlyList<int> ranks, int count, Bm25Weighting weighting, CancellationToken cancellationToken) =>
        new Bm25Scorer(Reader, query, filter, weighting).Top(ranks, count, cancellationToken);

    /// <summary>What the rule of whole runs leaves out: occurrences without it, less those with it, in blocks of every kind.</summary>
    private static void CountLongerRuns(SegmentView view, LiteralQuery literal, QueryCounts counts)
    {
        var segment = view.Segment;
        var matcher = new LiteralMatcher(segment, literal);
        if (!matcher.HasRunRule)
        {
            return;
        }

        using var found = new PooledBuffer<int>();
        matcher.Find(0, segment.Summary.TextLength, whole: false, overlapping: false, found);
        var without = CountByDocument(view, found);
        found.Truncate(0);
        matcher.Find(0, segment.Summary.TextLength, whole: true, overlapping: false, found);
        var with = CountByDocument(view, found);
        for (var document = 0; document < without.Length; document++)
        {
            if (view.NumberOf(document) is >= 0 and var number)
            {
                counts.LongerRunsByDocument[number] += Math.Max(0, without[document] - with[document]);
            }
        }
    }

    private static int[] CountByDocument(SegmentView view, PooledBuffer<int> offsets)
    {
        var counts = new int[view.Segment.DocumentCount];
        var document = 0;
        foreach (var offset in offsets.Span)
        {
            while (view.Segment.TextStart(document + 1) <= offset)
            {
                document++;
            }

            counts[document]++;
        }

        return counts;
    }
}
