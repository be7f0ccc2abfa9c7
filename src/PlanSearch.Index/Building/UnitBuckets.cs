namespace PlanSearch.Index.Building;

/// <summary>The offsets of a text by the unit that is there, each with the unit after it and the record it is in.</summary>
/// <remarks>
/// The first digit of a radix sort by bigram (Knuth 5.2.5), from the left: within a bucket the offsets rise, and the unit after each is at
/// hand, so the second digit is sorted bucket by bucket in the cache.
/// </remarks>
internal sealed class UnitBuckets
{
    private readonly int[] _starts;
    private readonly int[] _offsets;
    private readonly ushort[] _seconds;
    private readonly int[] _records;

    /// <summary>Fills the buckets; units that begin no word have empty ones.</summary>
    /// <param name="ranks">Rank of the folded unit at each offset; the separator's is the highest, and the last offset holds it.</param>
    /// <param name="isWord">By rank: whether the unit can begin a word; false for the separator.</param>
    /// <param name="blocks">The blocks of the text.</param>
    public UnitBuckets(ReadOnlySpan<ushort> ranks, bool[] isWord, SegmentBlocks blocks)
    {
        _starts = new int[isWord.Length + 1];
        foreach (var rank in ranks)
        {
            _starts[rank + 1]++;
        }

        for (var unit = 0; unit < isWord.Length; unit++)
        {
            _starts[unit + 1] = _starts[unit] + (isWord[unit] ? _starts[unit + 1] : 0);
        }

        var next = _starts.AsSpan(0, isWord.Length).ToArray();
        _offsets = new int[_starts[^1]];
        _seconds = new ushort[_offsets.Length];
        _records = new int[_offsets.Length];
        for (var block = 0; block < blocks.Records.Length; block++)
        {
            var record = blocks.Records[block];

            // The last unit of a block is the separator, which begins no word.
            for (var offset = blocks.StartOf(block); offset < blocks.StartOf(block + 1) - 1; offset++)
            {
                var rank = ranks[offset];
                if (isWord[rank])
                {
                    var at = next[rank]++;
                    _offsets[at] = offset;
                    _seconds[at] = ranks[offset + 1];
                    _records[at] = record;
                }
            }
        }
    }

    /// <summary>Offsets in all buckets together: the units of the text that can begin a word.</summary>
    public int Count => _offsets.Length;

    /// <summary>How many offsets are in the buckets before one.</summary>
    public int StartOf(int unit) => _starts[unit];

    /// <summary>The offsets where a unit is, rising.</summary>
    public ReadOnlySpan<int> Offsets(int unit) => _offsets.AsSpan(_starts[unit].._starts[unit + 1]);

    /// <summary>The rank of the unit after each of them.</summary>
    public ReadOnlySpan<ushort> Seconds(int unit) => _seconds.AsSpan(_starts[unit].._starts[unit + 1]);

    /// <summary>The record at each of them; below 0 where it is set aside.</summary>
    public ReadOnlySpan<int> Records(int unit) => _records.AsSpan(_starts[unit].._starts[unit + 1]);
}
