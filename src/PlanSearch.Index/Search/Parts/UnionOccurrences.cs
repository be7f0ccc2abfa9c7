using PlanSearch.Index.Search.Matching;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Occurrences of several literals as numbers that sort as they are decided: by offset, then the longest first.</summary>
/// <param name="keys">Rising.</param>
/// <param name="literals">By rank: the number of the literal in its query.</param>
/// <param name="lengths">By rank: code units.</param>
internal sealed class UnionOccurrences(PooledBuffer<long> keys, int[] literals, int[] lengths) : IDisposable
{
    private int _next;
    private int _free;

    /// <summary>An occurrence as a number; not negative.</summary>
    public static long Key(int offset, int rank) => ((long)offset << 32) | (uint)rank;

    /// <summary>Where the occurrence of such a number begins.</summary>
    public static int OffsetOf(long key) => (int)(key >> 32);

    /// <summary>The rank of its literal.</summary>
    public static int RankOf(long key) => (int)key;

    /// <summary>By rank the numbers of literals: the longest first, equal ones as the query names them.</summary>
    /// <param name="lengths">Code units of each literal.</param>
    public static int[] ByRank(IReadOnlyList<int> lengths) =>
        [.. Enumerable.Range(0, lengths.Count).OrderByDescending(literal => lengths[literal])];

    /// <summary>Merges rising lists, which it disposes of.</summary>
    /// <param name="lists">With their lengths.</param>
    public static PooledBuffer<long> Merge(PriorityQueue<PooledBuffer<long>, int> lists)
    {
        // The two shortest first: a frequent word is moved once or twice, however many rare ones there are.
        var merged = lists.Count == 0 ? new PooledBuffer<long>() : lists.Dequeue();
        while (lists.Count > 0)
        {
            merged = Merge(merged, lists.Dequeue());
            merged = lists.EnqueueDequeue(merged, merged.Count);
        }

        return merged;
    }

    /// <summary>Takes the next ones that overlap none before them.</summary>
    /// <param name="offsets">Takes where they begin.</param>
    /// <param name="ranks">Takes which literals they are of, by rank; as long.</param>
    /// <returns>How many; 0 at the end.</returns>
    public int Take(Span<int> offsets, Span<int> ranks)
    {
        ReadOnlySpan<long> rest = keys.Span;
        var taken = 0;
        for (; _next < rest.Length && taken < offsets.Length; _next++)
        {
            var (offset, rank) = (OffsetOf(rest[_next]), RankOf(rest[_next]));
            if (offset >= _free)
            {
                (offsets[taken], ranks[taken]) = (offset, rank);
                _free = offset + lengths[rank];
                taken++;
            }
        }

        return taken;
    }

    /// <summary>The number of a literal in its query.</summary>
    public int LiteralOf(int rank) => literals[rank];

    /// <summary>Its code units.</summary>
    public int LengthOf(int rank) => lengths[rank];

    /// <inheritdoc/>
    public void Dispose() => keys.Dispose();

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
