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
    // The longest first, equal ones as the query names them: at one offset the lowest rank wins.
    private readonly int[] _byRank = [.. Enumerable.Range(0, literals.Count).OrderByDescending(number => literals[number].Text.Length)];

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

        // The two shortest first: a frequent word is moved once or twice, however many rare ones there are.
        var merged = lists.Dequeue();
        while (lists.Count > 0)
        {
            merged = Merge(merged, lists.Dequeue());
            merged = lists.EnqueueDequeue(merged, merged.Count);
        }

        return new UnionOccurrences(merged, _byRank, [.. _byRank.Select(number => literals[number].Text.Length)]);
    }

    private PooledBuffer<long> ListOf(int rank)
    {
        var literal = literals[_byRank[rank]];
        using var found = new PooledBuffer<int>(query.RoomFor(part, literal));
        query.Matcher(part.View, literal).Find(part.TextStart, part.TextEnd, whole: true, overlapping: true, found);
        var list = new PooledBuffer<long>(found.Count);
        var keys = list.Extend(found.Count);
        ReadOnlySpan<int> offsets = found.Span;
        for (var i = 0; i < offsets.Length; i++)
        {
            keys[i] = UnionOccurrences.Key(offsets[i], rank);
        }

        return list;
    }

    private static PooledBuffer<long> Merge(PooledBuffer<long> first, PooledBuffer<long> second)
    {
        using (first)
        using (second)
        {
            ReadOnlySpan<long> left = first.Span;
            ReadOnlySpan<long> right = second.Span;
            var merged = new PooledBuffer<long>(left.Length + right.Length);
            var into = merged.Extend(left.Length + right.Length);
            var (a, b) = (0, 0);
            while (a < left.Length && b < right.Length)
            {
                // Without a branch: which of two words comes next is more than a processor guesses. Keys are not negative, so the sign of
                // their difference says it.
                var difference = left[a] - right[b];
                var isLeft = difference >> 63;
                into[a + b] = right[b] + (difference & isLeft);
                a -= (int)isLeft;
                b += 1 + (int)isLeft;
            }

            left[a..].CopyTo(into[(a + b)..]);
            right[b..].CopyTo(into[(left.Length + b)..]);
            return merged;
        }
    }
}
