using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Search.Parts;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search;

/// <summary>Takes mentions, many at a time.</summary>
public delegate void DocumentMentionReceiver(ReadOnlySpan<DocumentMention> mentions);

/// <summary>Answers queries over one generation. Safe for any number of threads.</summary>
public sealed class IndexSearcher
{
    /// <summary>More than so many of the best records lie in so many documents that reading all of them side by side is quicker.</summary>
    private const int MostFromSpreads = 100;

    private readonly SearchParts _parts;
    private readonly LiteralLists _lists;

    /// <param name="reader">The generation; it outlives the searcher.</param>
    /// <param name="weighting">What a mention counts in most of the scores that will be wanted; the schema's if not said.</param>
    public IndexSearcher(IndexReader reader, Bm25Weighting? weighting = null)
        : this(reader, PartLimits.Default, weighting)
    {
    }

    internal IndexSearcher(IndexReader reader, PartLimits limits, Bm25Weighting? weighting = null) =>
        (Reader, _parts, _lists) = (reader, new SearchParts(reader, limits), new LiteralLists(weighting ?? reader.Schema.Weighting));

    /// <summary>The generation it answers from.</summary>
    public IndexReader Reader { get; }

    /// <summary>Mentions, records and documents in all, from the dictionary alone where it states them.</summary>
    public QueryTotals Totals(Query query, CancellationToken cancellationToken)
    {
        if (DictionaryTotals.Of(Reader, query) is { } stated)
        {
            return stated;
        }

        var counts = Counted(query, BlockFilter.All, [], cancellationToken);
        var documents = counts.MentionsByDocument.Count(static mentions => mentions > 0);
        return new QueryTotals(counts.MentionsByDocument.Sum(static mentions => (long)mentions), counts.RecordsByDocument.Sum(), documents);
    }

    /// <summary>Mentions and records of every document, what was left out, and how both spread over some columns.</summary>
    /// <remarks>At most 63 values in all the columns together: a record's are remembered in one word.</remarks>
    public QueryCounts Count(Query query, BlockFilter filter, IReadOnlyList<int> columns, CancellationToken cancellationToken)
    {
        var counts = Counted(query, filter, columns, cancellationToken);
        CountLongerRuns(query, filter, counts, cancellationToken);
        return counts;
    }

    /// <summary>The mentions in some documents, in the order of their texts.</summary>
    /// <param name="query">The query.</param>
    /// <param name="filter">Which blocks take part.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="receive">
    /// Takes the mentions of one document after the other, in the order they are named in, also where there are none; the span is gone
    /// after the call.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Mentions(
        Query query, BlockFilter filter, IReadOnlyList<int> documents, DocumentMentionReceiver receive, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receive);
        (SegmentView View, int Local)[] places = [.. documents.Select(Reader.Locate)];
        SegmentView[] segments = [.. places.Select(place => place.View).Distinct()];
        var prepared = IsListed(query) && _lists.Find(segments, query.Literals) is { } lists
            ? new PreparedQuery(segments, query, lists)
            : new PreparedQuery(segments, query);
        using var found = new PooledBuffer<DocumentMention>();
        foreach (var (view, local) in places)
        {
            var visitor = new ListVisitor(view, found);
            new SegmentPart(view, local, local + 1).Visit(prepared, filter, ref visitor, cancellationToken);
            receive(found.Span);
            found.Truncate(0);
        }
    }

    /// <summary>
    /// All mentions by number of the document, then in the order of its text. All cores search; one at a time calls the receiver.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="filter">Which blocks take part.</param>
    /// <param name="receive">Takes them, many at a time; the span is gone after the call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Mentions(Query query, BlockFilter filter, DocumentMentionReceiver receive, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receive);
        var prepared = new PreparedQuery(Reader.Segments, query);
        var parts = _parts.Of(prepared);
        var found = new PooledBuffer<DocumentMention>?[parts.Count];
        var next = 0;
        parts.Run(
            (part, number) =>
            {
                var mentions = new PooledBuffer<DocumentMention>(query is LiteralQuery literal ? prepared.RoomFor(part, literal) : 256);
                var visitor = new ListVisitor(part.View, mentions);
                part.Visit(prepared, filter, ref visitor, cancellationToken);
                lock (found)
                {
                    found[number] = mentions;
                    for (; next < found.Length && found[next] is { } ready; next++)
                    {
                        receive(ready.Span);
                        ready.Dispose();
                    }
                }
            },
            cancellationToken);
    }

    /// <summary>
    /// The same as <see cref="Count"/>, and the best records, best first; equal scores by the rank of their documents, then in the order of
    /// the text.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="filter">Which blocks take part.</param>
    /// <param name="columns">What is counted by.</param>
    /// <param name="ranks">
    /// By document of the reader. Documents whose rank is below 0 take no part; frequencies and lengths of all do.
    /// </param>
    /// <param name="count">How many records.</param>
    /// <param name="weighting">What a mention counts in the score.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public (QueryCounts Counts, IReadOnlyList<DocumentRecord> Best) Search(
        Query query,
        BlockFilter filter,
        IReadOnlyList<int> columns,
        IReadOnlyList<int> ranks,
        int count,
        Bm25Weighting weighting,
        CancellationToken cancellationToken)
    {
        if (IsCountedByLists(query, filter, columns, weighting))
        {
            var listed = Prepared(query, cancellationToken);
            var parts = _parts.Of(listed);
            var (counted, unions) = Counted(parts, listed, cancellationToken);
            CountLongerRuns(query, filter, counted, cancellationToken);
            return (counted, new Bm25Scorer(Reader, listed, weighting, 0).Best(parts, unions, ranks, count, cancellationToken));
        }

        return SearchAll(Prepared(query, cancellationToken), filter, columns, ranks, count, weighting, cancellationToken);
    }

    private (QueryCounts Counts, IReadOnlyList<DocumentRecord> Best) SearchAll(
        PreparedQuery prepared,
        BlockFilter filter,
        IReadOnlyList<int> columns,
        IReadOnlyList<int> ranks,
        int count,
        Bm25Weighting weighting,
        CancellationToken cancellationToken)
    {
        var query = prepared.Query;
        var spreads = count <= MostFromSpreads ? SpreadSearch.Of(Reader.Segments, query, filter, weighting) : SpreadSearch.None;
        var parts = _parts.Of(prepared, spreads);
        var frequencies = new PartFrequencies[parts.Count];
        var counts = Counted(
            parts, prepared, filter, columns, new ScoreVisitors(weighting, prepared.Literals.Length, frequencies), cancellationToken);
        spreads.AddTo(counts, columns);
        CountLongerRuns(query, filter, counts, cancellationToken);
        return (counts, new Bm25Scorer(Reader, prepared, weighting, spreads.RecordsOf(counts)).Best(
            parts, frequencies, spreads, ranks, count, cancellationToken));
    }

    /// <summary>
    /// Whether a query is answered from the lists of its words: any of several, as a question is. A single word's list is read as it is.
    /// </summary>
    private static bool IsListed(Query query) =>
        UnionSearch.LiteralsOf(query) is { } literals
        && literals.All(literal => !literal.IsExact)
        && literals.SequenceEqual(query.Literals);

    // What lists say holds for all blocks, and nothing of it says which columns.
    private bool IsCountedByLists(Query query, BlockFilter filter, IReadOnlyList<int> columns, Bm25Weighting weighting) =>
        filter.IsAll && columns.Count == 0 && _lists.AreWeighted(weighting) && IsListed(query);

    private PreparedQuery Prepared(Query query, CancellationToken cancellationToken) =>
        IsListed(query)
            ? new PreparedQuery(Reader.Segments, query, _lists.Of(Reader.Segments, query.Literals, cancellationToken))
            : new PreparedQuery(Reader.Segments, query);

    private (QueryCounts Counts, ListedUnion[] Unions) Counted(PartSet parts, PreparedQuery listed, CancellationToken cancellationToken)
    {
        var counts = new QueryCounts(Reader.DocumentCount);
        var overlaps = new WordOverlaps(listed.Literals);
        var unions = new ListedUnion[parts.Count];
        parts.Run(
            (part, number) =>
            {
                unions[number] = new ListedUnion(
                    part,
                    listed.Literals,
                    overlaps,
                    listed.ListsOf(part.View),
                    part.View.Combinations.WeightsOf(_lists.Weighting));
                unions[number].Count(counts);
            },
            cancellationToken);
        return (counts, unions);
    }

    private QueryCounts Counted(Query query, BlockFilter filter, IReadOnlyList<int> columns, CancellationToken cancellationToken)
    {
        if (IsCountedByLists(query, filter, columns, _lists.Weighting))
        {
            var listed = Prepared(query, cancellationToken);
            return Counted(_parts.Of(listed), listed, cancellationToken).Counts;
        }

        var prepared = Prepared(query, cancellationToken);
        var spreads = SpreadSearch.Of(Reader.Segments, query, filter, weighting: null);
        var counts = Counted(_parts.Of(prepared, spreads), prepared, filter, columns, scores: null, cancellationToken);
        spreads.AddTo(counts, columns);
        return counts;
    }

    private QueryCounts Counted(
        PartSet parts,
        PreparedQuery query,
        BlockFilter filter,
        IReadOnlyList<int> columns,
        ScoreVisitors? scores,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var counts = new QueryCounts(Reader.DocumentCount, [.. columns.Select(Reader.ValuesOf)]);
        ColumnTally.CheckColumns(counts);
        void Visit<TVisitor>(SegmentPart part, int number, TVisitor visitor)
            where TVisitor : struct, IMentionVisitor
        {
            if (scores is null)
            {
                part.Visit(query, filter, ref visitor, cancellationToken);
            }
            else
            {
                var both = new BothVisitors<TVisitor, FrequencyVisitor>(visitor, scores.Of(part, number));
                part.Visit(query, filter, ref both, cancellationToken);
            }
        }

        // A document is in one part alone, so that each thread writes to counts of its own.
        void Count(SegmentPart part, int number)
        {
            var aside = new AsideTally(part.View, counts);
            if (columns.Count == 0)
            {
                Visit(part, number, new CountVisitor(counts, aside));
            }
            else
            {
                var tally = new ColumnTally(part, columns, counts);
                Visit(part, number, new FacetVisitor(tally, aside));
                tally.Flush();
            }

            aside.Flush();
        }

        parts.Run(Count, cancellationToken);
        return counts;
    }

    /// <summary>
    /// What the rule of whole runs leaves out: what the query has without the rule, less what it has with it, in blocks of every kind and
    /// whatever the filter.
    /// </summary>
    private void CountLongerRuns(Query query, BlockFilter filter, QueryCounts counts, CancellationToken cancellationToken)
    {
        if (RunRule.Opened(query) is not { } opened)
        {
            return;
        }

        var without = Printed(Counted(opened, BlockFilter.All, [], cancellationToken));
        var with = Printed(filter.IsAll ? counts : Counted(query, BlockFilter.All, [], cancellationToken));
        for (var document = 0; document < without.Length; document++)
        {
            counts.LongerRunsByDocument[document] = Math.Max(0, without[document] - with[document]);
        }
    }

    private static int[] Printed(QueryCounts counts)
    {
        int[] printed = [.. counts.MentionsByDocument];
        foreach (var (document, _, count) in counts.Aside)
        {
            printed[document] += count;
        }

        return printed;
    }
}
