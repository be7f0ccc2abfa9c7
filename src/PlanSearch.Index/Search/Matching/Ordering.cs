using System.Buffers;
using System.Numerics;

namespace PlanSearch.Index.Search.Matching;

/// <summary>Sorts distinct offsets of a known range.</summary>
internal static class Ordering
{
    /// <summary>
    /// Fewer offsets than one in so many are sorted by comparing; more by marking them in a row of bits. Then at most sixteen words are
    /// cleared and looked at for each offset, about as many steps as sorting would compare.
    /// </summary>
    private const int BitsPerOffset = 1024;

    /// <summary>Sorts offsets that are distinct and lie from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    public static void Sort(Span<int> offsets, int from, int to)
    {
        if ((to - from) / BitsPerOffset > offsets.Length)
        {
            offsets.Sort();
            return;
        }

        var length = ((to - from) >> 6) + 1;
        var rented = ArrayPool<ulong>.Shared.Rent(length);
        try
        {
            var bits = rented.AsSpan(0, length);
            bits.Clear();
            foreach (var offset in offsets)
            {
                bits[(offset - from) >> 6] |= 1UL << (offset - from);
            }

            var at = 0;
            for (var word = 0; word < bits.Length; word++)
            {
                for (var rest = bits[word]; rest != 0; rest &= rest - 1)
                {
                    offsets[at++] = from + (word << 6) + BitOperations.TrailingZeroCount(rest);
                }
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }
}
