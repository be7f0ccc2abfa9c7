namespace PlanSearch.Index.Building;

/// <summary>
/// For a run of units, the offsets of a text by the unit that is there, each with the unit after it and the record it is in.
/// </summary>
/// <remarks>
/// The first digit of a radix sort by bigram (Knuth 5.2.5), from the left: within a bucket the offsets rise, and the unit after each is at
/// hand, so the second digit is sorted bucket by bucket in the cache. What is known of an offset is written to one place: thousands of
/// buckets are filled at once, and each is a page that the processor has to find.
/// </remarks>
internal sealed class UnitBuckets
{
    private readonly int _first;
    private readonly int[] _starts;
    private readonly Place[] _places;

    /// <summary>Fills the buckets of the units from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    /// <param name="ranks">Rank of the folded unit at each offset; the separator's is the highest, and the last offset holds it.</param>
    /// <param name="counts">How often each unit that can begin a word is in the text; 0 for others, and for the separator.</param>
    /// <param name="blocks">The blocks of the text.</param>
    /// <param name="first">The first unit.</param>
    /// <param name="end">Behind the last unit.</param>
    public UnitBuckets(ReadOnlySpan<ushort> ranks, int[] counts, SegmentBlocks blocks, int first, int end)
    {
        _first = first;
        _starts = new int[end - first + 1];
        for (var unit = first; unit < end; unit++)
        {
            _starts[unit - first + 1] = _starts[unit - first] + counts[unit];
        }

        var next = new int[counts.Length];
        for (var unit = 0; unit < next.Length; unit++)
        {
            next[unit] = unit >= first && unit < end && counts[unit] > 0 ? _starts[unit - first] : -1;
        }

        _places = new Place[_starts[^1]];
        for (var block = 0; block < blocks.Records.Length; block++)
        {
            var record = blocks.Records[block];

            // The last unit of a block is the separator, which begins no word.
            for (var offset = blocks.StartOf(block); offset < blocks.StartOf(block + 1) - 1; offset++)
            {
                ref var at = ref next[ranks[offset]];
                if (at >= 0)
                {
                    _places[at++] = new Place(offset, record, ranks[offset + 1]);
                }
            }
        }
    }

    /// <summary>An offset of the text.</summary>
    /// <param name="Offset">The offset.</param>
    /// <param name="Record">The record that is there; below 0 where it is set aside.</param>
    /// <param name="Second">The rank of the unit behind it.</param>
    internal readonly record struct Place(int Offset, int Record, ushort Second);

    /// <summary>The places of a unit of the run, offsets rising.</summary>
    public ReadOnlySpan<Place> Of(int unit) => _places.AsSpan(_starts[unit - _first].._starts[unit - _first + 1]);
}
