using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Scores the records of a query by BM25 on exact frequencies.</summary>
/// <remarks>
/// Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, with the idf of Lucene (one is added inside the
/// logarithm, so it is never negative). A literal's frequency in a record is the sum of the weights of its mentions.
/// </remarks>
internal sealed class Bm25Scorer(IndexReader reader, Query query, BlockFilter filter, Bm25Weighting weighting)
{
    private readonly int _literals = query.Literals.Length;

    /// <summary>The best records, see <see cref="IndexSearcher.Top"/>.</summary>
    public IReadOnlyList<ScoredRecord> Top(IReadOnlyList<int> ranks, int count, CancellationToken cancellationToken)
    {
        var parts = reader.Segments.Select(view => Frequencies(view, cancellationToken)).ToList();
        var idf = new double[_literals];
        for (var literal = 0; literal < _literals; literal++)
        {
            var containing = parts.Sum(part => Containing(part, literal));
            idf[literal] = Math.Log(1 + ((reader.RecordCount - containing + 0.5) / (containing + 0.5)));
        }

        // The worst of those kept comes out first.
        int WorstFirst(ScoredRecord a, ScoredRecord b) => Bm25Scorer.WorstFirst(a, b, ranks);
        var best = new PriorityQueue<ScoredRecord, ScoredRecord>(Comparer<ScoredRecord>.Create(WorstFirst));
        foreach (var part in parts)
        {
            Score(part, idf, ranks, count, best);
            part.Dispose();
        }

        var ordered = best.UnorderedItems.Select(static item => item.Element).ToList();
        ordered.Sort((a, b) => WorstFirst(b, a));
        return ordered;
    }

    private static int WorstFirst(ScoredRecord a, ScoredRecord b, IReadOnlyList<int> ranks) =>
        a.Score != b.Score ? a.Score.CompareTo(b.Score)
        : a.Document != b.Document ? ranks[b.Document].CompareTo(ranks[a.Document])
        : b.Record.CompareTo(a.Record);

    private static int Containing(SegmentFrequencies part, int literal)
    {
        var records = 0;
        for (var place = 0; place < part.Records.Count; place++)
        {
            records += part.Of(place, literal) > 0 ? 1 : 0;
        }

        return records;
    }

    private SegmentFrequencies Frequencies(SegmentView view, CancellationToken cancellationToken)
    {
        var frequencies = new SegmentFrequencies(view.Segment, _literals);
        var visitor = new FrequencyVisitor(view.Segment, weighting, frequencies);
        new SegmentSearch(view, query, filter).Visit(0, view.Segment.DocumentCount, ref visitor, cancellationToken);
        return frequencies;
    }

    private void Score(
        SegmentFrequencies part, double[] idf, IReadOnlyList<int> ranks, int count, PriorityQueue<ScoredRecord, ScoredRecord> best)
    {
        var lengths = part.Segment.RecordLengths;
        for (var place = 0; place < part.Records.Count; place++)
        {
            var (record, document) = part.Records[place];
            if (ranks[document] < 0)
            {
                continue;
            }

            var damping = weighting.K1 * (1 - weighting.B + (weighting.B * lengths[record] / reader.AverageRecordLength));
            var score = 0.0;
            for (var literal = 0; literal < _literals; literal++)
            {
                var frequency = part.Of(place, literal);
                score += idf[literal] * frequency * (weighting.K1 + 1) / (frequency + damping);
            }

            var scored = new ScoredRecord(document, record - reader.FirstRecordOf(document), score);
            if (best.Count < count)
            {
                best.Enqueue(scored, scored);
            }
            else if (count > 0 && WorstFirst(scored, best.Peek(), ranks) > 0)
            {
                best.DequeueEnqueue(scored, scored);
            }
        }
    }
}
