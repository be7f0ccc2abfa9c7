using PlanSearch.Index.Port;
using PlanSearch.Index.Search.Parts;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search;

/// <summary>Scores the records of a query by BM25 on exact frequencies.</summary>
/// <remarks>See <see cref="Bm25"/>.</remarks>
/// <param name="reader">The generation.</param>
/// <param name="query">The query.</param>
/// <param name="weighting">What a mention counts.</param>
/// <param name="containingElsewhere">Records with the query's only literal in segments that answer from spreads.</param>
internal sealed class Bm25Scorer(IndexReader reader, PreparedQuery query, Bm25Weighting weighting, int containingElsewhere)
{
    /// <summary>
    /// Fewer records are scored by one thread: each part for itself would begin with no bound, and sort what another part surpasses.
    /// </summary>
    private const int WorthThreads = 16_384;

    /// <summary>Leaves the scores that are close to the least to the division.</summary>
    private const double AlmostOne = 1 - 1e-9;

    private double FixedDamping => weighting.K1 * (1 - weighting.B);

    private double DampingByUnit => weighting.K1 * weighting.B / reader.AverageRecordLength;

    /// <summary>What the lengths of the records of a part make of frequencies, by record from the first on.</summary>
    public void DampingsOf(SegmentPart part, Span<double> dampings)
    {
        var lengths = part.View.Segment.RecordLengths;
        var (fixedDamping, dampingByUnit, first) = (FixedDamping, DampingByUnit, part.FirstRecord);
        for (var record = first; record < part.EndRecord; record++)
        {
            dampings[record - first] = fixedDamping + (dampingByUnit * lengths[record]);
        }
    }

    /// <summary>The best records of the parts of a search that was made of lists; see <see cref="IndexSearcher.Search"/>.</summary>
    public IReadOnlyList<DocumentRecord> Best(
        PartSet parts, ListedUnion[] unions, IReadOnlyList<int> ranks, int count, CancellationToken cancellationToken)
    {
        var scales = Scales(literal => unions.Sum(union => union.Containing(literal)));
        var best = new BestRecords(ranks, count);
        parts.Run(
            (part, number) =>
            {
                // What the parts before have found bounds this one; it is the same whichever they were.
                BestRecords ofPart;
                lock (best)
                {
                    ofPart = new BestRecords(ranks, count, best.Least);
                }

                unions[number].Score(this, scales, ranks, ofPart);
                lock (best)
                {
                    best.Take(ofPart);
                    best.Settle();
                }
            },
            cancellationToken);
        return best.ToList();
    }

    /// <summary>
    /// The best records of the parts of a search, whose frequencies are disposed of, and of what spreads answer; see
    /// <see cref="IndexSearcher.Search"/>.
    /// </summary>
    public IReadOnlyList<DocumentRecord> Best(
        PartSet parts,
        PartFrequencies[] frequencies,
        SpreadSearch spreads,
        IReadOnlyList<int> ranks,
        int count,
        CancellationToken cancellationToken)
    {
        var best = new BestRecords(ranks, count);
        if (count > 0)
        {
            var scales = Scales(literal => containingElsewhere + frequencies.Sum(part => part.Containing(literal)));
            if (frequencies.Sum(static part => part.Records.Length) < WorthThreads)
            {
                foreach (var part in frequencies)
                {
                    Score(part, scales, ranks, best);
                }
            }
            else
            {
                var bests = new BestRecords[parts.Count];
                parts.Run(
                    (_, number) => Score(frequencies[number], scales, ranks, bests[number] = new BestRecords(ranks, count)),
                    cancellationToken);
                foreach (var part in bests)
                {
                    best.Take(part);
                }
            }

            if (!spreads.IsEmpty)
            {
                TakeFromSpreads(spreads, scales, ranks, best, cancellationToken);
            }
        }

        foreach (var part in frequencies)
        {
            part.Dispose();
        }

        return best.ToList();
    }

    /// <summary>By literal, see <see cref="Bm25.Scale"/>.</summary>
    private double[] Scales(Func<int, int> containing)
    {
        var scales = new double[query.Literals.Length];
        for (var literal = 0; literal < scales.Length; literal++)
        {
            scales[literal] = Bm25.Scale(
                weighting.ByLiteral.IsEmpty ? 1 : weighting.ByLiteral[literal], weighting.K1, reader.RecordCount, containing(literal));
        }

        return scales;
    }

    /// <summary>The documents are looked into from the highest bound down, until none can have a record that is among the best.</summary>
    private void TakeFromSpreads(
        SpreadSearch spreads, double[] scales, IReadOnlyList<int> ranks, BestRecords best, CancellationToken cancellationToken)
    {
        var (fixedDamping, dampingByUnit, scale) = (FixedDamping, DampingByUnit, scales[0]);
        var waiting = new PriorityQueue<SegmentPart, (double Bound, int Rank)>(
            spreads.Bounds((frequency, length) => Bm25.Saturated(scale, frequency, fixedDamping + (dampingByUnit * length)))
                .Where(place => place.View.NumberOf(place.Local) >= 0 && ranks[place.View.NumberOf(place.Local)] >= 0)
                .Select(
                    place => (new SegmentPart(
                        place.View, place.Local, place.Local + 1), (place.Bound, ranks[place.View.NumberOf(place.Local)]))),
            Comparer<(double Bound, int Rank)>.Create(
                static (a, b) => a.Bound != b.Bound ? b.Bound.CompareTo(a.Bound) : a.Rank.CompareTo(b.Rank)));
        best.Settle();
        var found = new PartFrequencies[1];
        var visitors = new ScoreVisitors(weighting, literals: 1, found);
        while (waiting.TryDequeue(out var document, out var highest) && best.CanTake(highest.Bound, highest.Rank))
        {
            var visitor = visitors.Of(document, 0);
            document.Visit(query, BlockFilter.All, ref visitor, cancellationToken);
            using (found[0])
            {
                Score(found[0], scales, ranks, best);
            }

            best.Settle();
        }
    }

    private void Score(PartFrequencies part, double[] scales, IReadOnlyList<int> ranks, BestRecords best)
    {
        var lengths = part.Part.View.Segment.RecordLengths;
        var records = part.Records;
        var (fixedDamping, dampingByUnit) = (FixedDamping, DampingByUnit);
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
                // Most records have few words of a long question, and a division takes long.
                if (frequencies[literal] > 0)
                {
                    score += Bm25.Saturated(scales[literal], frequencies[literal], damping);
                }
            }

            if (score >= best.Least && ranks[document] >= 0)
            {
                best.Offer(new DocumentRecord(document, record, score));
            }
        }
    }
}
