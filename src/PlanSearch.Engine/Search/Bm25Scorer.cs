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
    public IReadOnlyList<ScoredRecord> Top(IReadOnlyList<bool> documents, int count, CancellationToken cancellationToken)
    {
        var parts = reader.Segments.Select(view => Frequencies(view, cancellationToken)).ToList();
        var idf = new double[_literals];
        for (var literal = 0; literal < _literals; literal++)
        {
            var containing = parts.Sum(part => part.Frequencies[literal].Count(static frequency => frequency > 0));
            idf[literal] = Math.Log(1 + ((reader.RecordCount - containing + 0.5) / (containing + 0.5)));
        }

        // The worst of those kept comes out first; equal scores are decided by the order of the text.
        var best = new PriorityQueue<ScoredRecord, ScoredRecord>(Comparer<ScoredRecord>.Create(WorstFirst));
        foreach (var part in parts)
        {
            foreach (var scored in Score(part, idf, documents))
            {
                best.Enqueue(scored, scored);
                if (best.Count > count)
                {
                    best.Dequeue();
                }
            }
        }

        var ordered = best.UnorderedItems.Select(static item => item.Element).ToList();
        ordered.Sort(static (a, b) => WorstFirst(b, a));
        return ordered;
    }

    private static int WorstFirst(ScoredRecord a, ScoredRecord b) =>
        a.Score != b.Score ? a.Score.CompareTo(b.Score)
        : a.Document != b.Document ? b.Document.CompareTo(a.Document)
        : b.Record.CompareTo(a.Record);

    private SegmentFrequencies Frequencies(SegmentView view, CancellationToken cancellationToken)
    {
        var records = view.Segment.Summary.Records;
        var frequencies = new float[_literals][];
        for (var literal = 0; literal < _literals; literal++)
        {
            frequencies[literal] = new float[records];
        }

        var documents = new int[records];
        var visitor = new FrequencyVisitor(view.Segment, weighting, frequencies, documents);
        new SegmentSearch(view, query, filter).Visit(0, view.Segment.DocumentCount, ref visitor, cancellationToken);
        return new SegmentFrequencies(view, frequencies, documents);
    }

    private IEnumerable<ScoredRecord> Score(SegmentFrequencies part, double[] idf, IReadOnlyList<bool> documents)
    {
        var segmentDocument = 0;
        for (var record = 0; record < part.Documents.Length; record++)
        {
            var score = 0.0;
            for (var literal = 0; literal < _literals; literal++)
            {
                var frequency = part.Frequencies[literal][record];
                if (frequency > 0)
                {
                    var length = part.View.Segment.RecordLengths[record] / reader.AverageRecordLength;
                    var damping = weighting.K1 * (1 - weighting.B + (weighting.B * length));
                    score += idf[literal] * frequency * (weighting.K1 + 1) / (frequency + damping);
                }
            }

            if (score > 0 && documents[part.Documents[record]])
            {
                while (part.View.Segment.FirstRecord(segmentDocument + 1) <= record)
                {
                    segmentDocument++;
                }

                yield return new ScoredRecord(part.Documents[record], record - part.View.Segment.FirstRecord(segmentDocument), score);
            }
        }
    }

    private sealed record SegmentFrequencies(SegmentView View, float[][] Frequencies, int[] Documents);
}
