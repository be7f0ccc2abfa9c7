using PlanSearch.Index.Search.Matching;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Parts;

/// <summary>
/// Literals of which any may occur: a question has some thirty of them, and their occurrences are merged as plain numbers.
/// </summary>
/// <param name="part">Where it is searched.</param>
/// <param name="query">The disjunction.</param>
/// <param name="literals">Its literals, at least one.</param>
internal sealed class UnionSearch(SegmentPart part, PreparedQuery query, IReadOnlyList<LiteralQuery> literals)
{
    // At one offset the lowest rank wins.
    private readonly int[] _byRank = UnionOccurrences.ByRank([.. literals.Select(literal => literal.Text.Length)]);

    /// <summary>The literals of a query, when it is such a disjunction; else null.</summary>
    public static IReadOnlyList<LiteralQuery>? LiteralsOf(Query query) =>
        query is OrQuery or && or.Parts.All(part => part is LiteralQuery) ? [.. or.Parts.Cast<LiteralQuery>()] : null;

    /// <summary>Every occurrence by rising offset, the longest first; overlaps stay in, and so do deleted documents.</summary>
    public UnionOccurrences Find(CancellationToken cancellationToken)
    {
        var lists = new PriorityQueue<PooledBuffer<long>, int>();
        for (var rank = 0; rank < _byRank.Length; rank++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var list = ListOf(rank);
            lists.Enqueue(list, list.Count);
        }

        return new UnionOccurrences(
            UnionOccurrences.Merge(lists), _byRank, [.. _byRank.Select(number => literals[number].Text.Length)]);
    }

    private PooledBuffer<long> ListOf(int rank)
    {
        var literal = literals[_byRank[rank]];
        if (query.ListOf(part.View, literal) is { } list)
        {
            return KeysOf(list.OffsetsIn(part), rank);
        }

        using var found = new PooledBuffer<int>(query.RoomFor(part, literal));
        query.Matcher(part.View, literal).Find(part.TextStart, part.TextEnd, whole: true, overlapping: true, found);
        return KeysOf(found.Span, rank);
    }

    private static PooledBuffer<long> KeysOf(ReadOnlySpan<int> offsets, int rank)
    {
        var list = new PooledBuffer<long>(offsets.Length);
        var keys = list.Extend(offsets.Length);
        for (var i = 0; i < offsets.Length; i++)
        {
            keys[i] = UnionOccurrences.Key(offsets[i], rank);
        }

        return list;
    }
}
