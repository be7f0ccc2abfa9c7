namespace PlanSearch.Engine.Search;

/// <summary>Scores the records of a query by BM25 on exact frequencies.</summary>
/// <remarks>
/// Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, with the idf of Lucene (one is added inside the
/// logarithm, so it is never negative). A literal's frequency in a record is the sum of the weights of its mentions.
/// </remarks>
internal sealed class Bm25Scorer(IndexReader reader, Bm25Weighting weighting)
{
    /// <summary>Leaves the scores that are close to the least to the division.</summary>
    private const double AlmostOne = 1 - 1e-9;

    /// <summary>The best records of the parts of a search, which are disposed of; see <see cref="IndexSearcher.Search"/>.</summary>
    public IReadOnlyList<ScoredRecord> Best(
        PartSet parts, PartFrequencies[] frequencies, IReadOnlyList<int> ranks, int count, CancellationToken cancellationToken)
    {
        var best = new BestRecords(ranks, count);
        if (count > 0 && parts.Count > 0)
        {
            var scales = Scales(frequencies);
            var bests = new BestRecords[parts.Count];
            parts.Run((_, number) => bests[number] = Score(frequencies[number], scales, ranks, count), cancellationToken);
            foreach (var part in bests)
            {
                best.Take(part);
            }
        }

        foreach (var part in frequencies)
        {
            part.Dispose();
        }

        return best.ToList();
    }

    /// <summary>What a literal's saturated frequency, which is below 1, is multiplied with: idf * (k1 + 1).</summary>
    private double[] Scales(PartFrequencies[] parts)
    {
        var scales = new double[parts[0].Literals];
        for (var literal = 0; literal < scales.Length; literal++)
        {
            var containing = parts.Sum(part => part.Containing(literal));
            scales[literal] = (weighting.K1 + 1) * Math.Log(1 + ((reader.RecordCount - containing + 0.5) / (containing + 0.5)));
        }

        return scales;
    }

    private BestRecords Score(PartFrequencies part, double[] scales, IReadOnlyList<int> ranks, int count)
    {
        var best = new BestRecords(ranks, count);
        var lengths = part.Part.View.Segment.RecordLengths;
        var records = part.Records;
        var (fixedDamping, dampingByUnit) = (weighting.K1 * (1 - weighting.B), weighting.K1 * weighting.B / reader.AverageRecordLength);
        for (var place = 0; place < records.Length; place++)
        {
            var (document, record) = records[place];
            var damping = fixedDamping + (dampingByUnit * lengths[part.Part.View.FirstRecordOf(document) + record]);
            var score = 0.0;
            var frequencies = part.Of(place);
            if (scales.Length == 1 && frequencies[0] * (scales[0] - best.Least) < best.Least * damping * AlmostOne)
            {
                // Its score is below the least, told by two multiplications.
                continue;
            }

            for (var literal = 0; literal < frequencies.Length; literal++)
            {
                score += scales[literal] * frequencies[literal] / (frequencies[literal] + damping);
            }

            if (score >= best.Least && ranks[document] >= 0)
            {
                best.Offer(new ScoredRecord(document, record, score));
            }
        }

        return best;
    }
}
