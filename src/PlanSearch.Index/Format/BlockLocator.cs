namespace PlanSearch.Index.Format;

/// <summary>Turns an offset of a segment's text into the number of its block.</summary>
/// <remarks>
/// A hint every 32 code units, two bytes each and counted from one in four bytes every 2,048: a table small enough to stay in the
/// processor's cache between queries. From a hint it is mostly at most one step, as blocks of plans are some 100 units long.
/// </remarks>
internal sealed class BlockLocator
{
    /// <summary>Binary logarithm of the code units between two hints.</summary>
    private const int HintShift = 5;

    /// <summary>
    /// Binary logarithm of the code units between two bases. A block has at least one unit, so hints behind a base are below 2,048.
    /// </summary>
    private const int BaseShift = 11;

    private readonly int[] _starts;
    private readonly int[] _bases;
    private readonly ushort[] _hints;

    /// <summary>Prepares for blocks that begin at <paramref name="starts"/> in a text of <paramref name="length"/> units.</summary>
    public BlockLocator(ReadOnlySpan<int> starts, int length)
    {
        _starts = [.. starts, length];
        _bases = new int[(length >> BaseShift) + 1];
        _hints = new ushort[(length >> HintShift) + 1];
        var block = 0;
        for (var hint = 0; hint < _hints.Length; hint++)
        {
            var offset = hint << HintShift;
            while (block + 1 < starts.Length && _starts[block + 1] <= offset)
            {
                block++;
            }

            if (offset % (1 << BaseShift) == 0)
            {
                _bases[offset >> BaseShift] = block;
            }

            _hints[hint] = (ushort)(block - _bases[offset >> BaseShift]);
        }
    }

    /// <summary>Where a block begins; for the number after the last, where the text ends.</summary>
    public int StartOf(int block) => _starts[block];

    /// <summary>The blocks of the last hints up to some offsets: the offset's own is this one or a later one.</summary>
    public void Hint(ReadOnlySpan<int> offsets, Span<int> blocks)
    {
        // Kept apart from the fields, which the compiler would read again after every store.
        ReadOnlySpan<int> bases = _bases;
        ReadOnlySpan<ushort> hints = _hints;
        blocks = blocks[..offsets.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            var offset = offsets[i];
            blocks[i] = bases[offset >> BaseShift] + hints[offset >> HintShift];
        }
    }

    /// <summary>The block that holds an offset, its separator included.</summary>
    public int Find(int offset)
    {
        var block = _bases[offset >> BaseShift] + _hints[offset >> HintShift];
        while (_starts[block + 1] <= offset)
        {
            block++;
        }

        return block;
    }
}
