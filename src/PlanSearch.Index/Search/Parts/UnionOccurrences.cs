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
            var (offset, rank) = ((int)(rest[_next] >> 32), (int)rest[_next]);
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
}
