namespace PlanSearch.Index.Search;

/// <summary>The best records met so far: the higher score first, then the lower rank of the document, then the order of the text.</summary>
/// <param name="ranks">By document of the reader.</param>
/// <param name="count">How many are kept.</param>
/// <param name="least">So many are known to have at least this score.</param>
internal sealed class BestRecords(IReadOnlyList<int> ranks, int count, double least = double.NegativeInfinity)
{
    /// <summary>
    /// So many more than wanted are taken before they are sorted: each is then moved a few times, however many are wanted.
    /// </summary>
    private const int Surplus = 64;

    private readonly List<DocumentRecord> _kept = [];

    /// <summary>A record with a lower score is not among the best.</summary>
    public double Least { get; private set; } = least;

    /// <summary>Whether a record may still be among the best.</summary>
    /// <param name="score">Its score.</param>
    /// <param name="rank">The rank of its document.</param>
    /// <remarks>After <see cref="Settle"/>.</remarks>
    public bool CanTake(double score, int rank) =>
        _kept.Count < count || score > Least || (score == Least && rank <= ranks[_kept[^1].Document]);

    /// <summary>Considers a record; ranks of equal scores are compared when it settles. One thread.</summary>
    public void Offer(DocumentRecord record)
    {
        if (record.Score < Least)
        {
            return;
        }

        _kept.Add(record);
        if (_kept.Count >= (2L * count) + Surplus)
        {
            Settle();
        }
    }

    /// <summary>Considers what others have kept, sorted or not; they do not change.</summary>
    public void Take(BestRecords others) => others._kept.ForEach(Offer);

    /// <summary>At most as many as wanted, best first; the list itself, which later offers change.</summary>
    public IReadOnlyList<DocumentRecord> ToList()
    {
        Settle();
        return _kept;
    }

    /// <summary>Sorts what is kept, and forgets what is not among the best.</summary>
    public void Settle()
    {
        _kept.Sort(BestFirst);
        if (_kept.Count >= count)
        {
            _kept.RemoveRange(count, _kept.Count - count);
            Least = count > 0 ? _kept[^1].Score : double.PositiveInfinity;
        }
    }

    private int BestFirst(DocumentRecord a, DocumentRecord b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score)
        : a.Document != b.Document ? ranks[a.Document].CompareTo(ranks[b.Document])
        : a.Record.CompareTo(b.Record);
}
