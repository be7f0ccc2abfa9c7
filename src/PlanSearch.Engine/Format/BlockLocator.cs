using System.Runtime.CompilerServices;

namespace PlanSearch.Engine.Format;

/// <summary>Turns an offset of a segment's text into the number of its block.</summary>
/// <remarks>
/// A hint every 16 code units, then mostly at most one step: blocks of plans are some 100 units long, so there is nothing for the processor
/// to guess wrong.
/// </remarks>
internal sealed class BlockLocator
{
    /// <summary>Binary logarithm of the code units between two hints.</summary>
    public const int HintShift = 4;

    private readonly int[] _starts;
    private readonly int[] _hints;

    /// <summary>Prepares for blocks that begin at <paramref name="starts"/> in a text of <paramref name="length"/> units.</summary>
    public BlockLocator(ReadOnlySpan<int> starts, int length)
    {
        _starts = [.. starts, length];
        _hints = new int[(length >> HintShift) + 1];
        var block = 0;
        for (var hint = 0; hint < _hints.Length; hint++)
        {
            while (block + 1 < starts.Length && _starts[block + 1] <= hint << HintShift)
            {
                block++;
            }

            _hints[hint] = block;
        }
    }

    /// <summary>By offset shifted right by <see cref="HintShift"/>: the block that holds the first of those offsets.</summary>
    public ReadOnlySpan<int> Hints => _hints;

    /// <summary>Where a block begins; for the number after the last, where the text ends.</summary>
    public int StartOf(int block) => _starts[block];

    /// <summary>The block that holds an offset, its separator included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int offset)
    {
        var block = _hints[offset >> HintShift];
        block += _starts[block + 1] <= offset ? 1 : 0;
        while (_starts[block + 1] <= offset)
        {
            block++;
        }

        return block;
    }
}
