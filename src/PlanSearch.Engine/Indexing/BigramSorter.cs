namespace PlanSearch.Engine.Indexing;

/// <summary>Sorts the offsets of a text by the bigram that begins there, then by offset.</summary>
/// <remarks>Two counting passes, by second unit and then by first (LSD radix sort, Knuth 5.2.5): linear, and the offsets of a bigram stay rising.</remarks>
internal static class BigramSorter
{
    /// <summary>The offsets whose unit is not the separator, sorted.</summary>
    /// <param name="ranks">Rank of the folded unit at each offset; the separator's is the highest, and the last offset holds it.</param>
    /// <param name="separator">The separator's rank.</param>
    public static int[] Sort(ReadOnlySpan<ushort> ranks, int separator)
    {
        var bySecond = new int[ranks.Length];
        var starts = new int[separator + 2];
        for (var offset = 0; offset + 1 < ranks.Length; offset++)
        {
            starts[ranks[offset + 1] + 1]++;
        }

        Accumulate(starts);
        for (var offset = 0; offset + 1 < ranks.Length; offset++)
        {
            bySecond[starts[ranks[offset + 1]]++] = offset;
        }

        Array.Clear(starts);
        for (var offset = 0; offset + 1 < ranks.Length; offset++)
        {
            starts[ranks[offset] + 1]++;
        }

        Accumulate(starts);
        var sorted = new int[starts[separator]];
        for (var i = 0; i + 1 < ranks.Length; i++)
        {
            var offset = bySecond[i];
            if (ranks[offset] != separator)
            {
                sorted[starts[ranks[offset]]++] = offset;
            }
        }

        return sorted;
    }

    private static void Accumulate(int[] starts)
    {
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }
    }
}
