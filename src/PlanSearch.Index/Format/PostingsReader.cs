using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace PlanSearch.Index.Format;

/// <summary>Reads a list of offsets in place, as written by <see cref="PostingsWriter"/>. FORMAT.md, "Postings".</summary>
/// <remarks>Decodes a block at a time into a buffer of its own, and only the blocks that are looked into.</remarks>
internal ref struct PostingsReader
{
    /// <summary>Offsets of a block that are compared at a time.</summary>
    private const int RunLength = 16;

    private readonly ReadOnlySpan<byte> _skips;
    private readonly ReadOnlySpan<byte> _blocks;
    private readonly int _blockCount;
    private readonly Span<int> _buffer;
    private int _block;
    private int _last;

    /// <summary>Opens the list that begins at <paramref name="start"/>.</summary>
    /// <param name="section">All lists.</param>
    /// <param name="start">Where this one begins.</param>
    /// <param name="doubled">Whether the number of mentions is stored, see the writer.</param>
    /// <param name="buffer">Room for one block.</param>
    public PostingsReader(ReadOnlySpan<byte> section, int start, bool doubled, Span<int> buffer)
    {
        var at = start;
        Count = Varint.Read(section, ref at);
        if (Count >= PostingsWriter.CountedLength)
        {
            var (aside, records, documents) = (Varint.Read(section, ref at), Varint.Read(section, ref at), Varint.Read(section, ref at));
            Statistics = new PostingsStatistics(aside, doubled ? Varint.Read(section, ref at) : Count - aside, records, documents);
        }

        _blockCount = Count / GapBlock.Length;
        _skips = section.Slice(at, _blockCount * PostingsWriter.SkipEntryLength);
        _blocks = section[(at + _skips.Length)..];
        _buffer = buffer[..GapBlock.Length];
        _block = -1;
        _last = -1;
    }

    /// <summary>Offsets in the whole list, whatever has been read of it.</summary>
    public int Count { get; }

    /// <summary>
    /// What is counted of the list; all zero for lists below <see cref="PostingsWriter.CountedLength"/>, which are looked up.
    /// </summary>
    public PostingsStatistics Statistics { get; }

    /// <summary>Steps to the next block of offsets.</summary>
    /// <returns>The offsets, rising; empty at the end. The span holds until the next call.</returns>
    public ReadOnlySpan<int> NextBlock()
    {
        if (_block >= _blockCount)
        {
            return [];
        }

        Load(_block + 1);
        return _buffer[..(_block < _blockCount ? GapBlock.Length : Count % GapBlock.Length)];
    }

    /// <summary>How many offsets a list has, without opening it.</summary>
    public static int CountOf(ReadOnlySpan<byte> section, int start) => Varint.Read(section, ref start);

    /// <summary>Steps to the first offset that is at least <paramref name="target"/>, and gives the rest of its block.</summary>
    /// <returns>
    /// The offsets, rising; empty when there is none. The span holds until the next call; <see cref="NextBlock"/> continues behind it.
    /// </returns>
    public ReadOnlySpan<int> BlockFrom(int target)
    {
        if (target > _last)
        {
            Load(BlockOf(target));
        }

        var offsets = _buffer[..(_block < _blockCount ? GapBlock.Length : Count % GapBlock.Length)];
        var place = offsets.BinarySearch(target);
        return offsets[(place < 0 ? ~place : place)..];
    }

    /// <summary>Keeps those candidates that the list holds, moved by <paramref name="shift"/>, in their order.</summary>
    /// <param name="candidates">Rising; what is kept is at their beginning afterwards.</param>
    /// <param name="shift">How much further on the list's offset is.</param>
    /// <returns>How many are kept.</returns>
    /// <remarks>A list is intersected once, from its beginning.</remarks>
    public int Intersect(Span<int> candidates, int shift)
    {
        var kept = 0;
        for (var next = 0; next < candidates.Length;)
        {
            Load(BlockOf(candidates[next] + shift));
            next += IntersectBlock(candidates[next..], shift, candidates, ref kept);
        }

        return kept;
    }

    /// <summary>Keeps the candidates up to the last offset of the block at hand.</summary>
    /// <returns>How many were looked at.</returns>
    private readonly int IntersectBlock(ReadOnlySpan<int> candidates, int shift, Span<int> into, ref int kept)
    {
        Span<int> lasts = stackalloc int[GapBlock.Length / RunLength];
        for (var run = 0; run < lasts.Length; run++)
        {
            lasts[run] = _buffer[((run + 1) * RunLength) - 1];
        }

        // No candidate waits for the one before, nor does any step depend on whether it is kept: a wrong guess of the processor would cost
        // more than all the
        // rest. The last run ends with an offset that is not below the target: the tail of a list is filled with the largest number.
        ReadOnlySpan<int> offsets = _buffer;
        var ends = Vector256.Create<int>(lasts);
        var (last, keptHere) = (_last, kept);
        for (var i = 0; i < candidates.Length; i++)
        {
            var target = candidates[i] + shift;
            if (target > last)
            {
                kept = keptHere;
                return i;
            }

            var run = BitOperations.PopCount(Vector256.LessThan(ends, Vector256.Create(target)).ExtractMostSignificantBits());
            var equal = Vector512.Equals(Vector512.Create(offsets[(run * RunLength)..]), Vector512.Create(target))
                .ExtractMostSignificantBits();
            into[keptHere] = candidates[i];
            keptHere += equal != 0 ? 1 : 0;
        }

        kept = keptHere;
        return candidates.Length;
    }

    /// <summary>
    /// The first block from the current one on whose last offset is at least the target; the tail counts as the last block.
    /// </summary>
    private readonly int BlockOf(int target)
    {
        var low = Math.Max(_block, 0);
        if (low >= _blockCount || LastOf(low) >= target)
        {
            return low;
        }

        // Doubling steps first: the target is mostly near.
        var step = 1;
        while (low + step < _blockCount && LastOf(low + step) < target)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, _blockCount);
        low++;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = LastOf(middle) < target ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private readonly int LastOf(int block) => BinaryPrimitives.ReadInt32LittleEndian(_skips[(block * PostingsWriter.SkipEntryLength)..]);

    private readonly int EndOf(int block) =>
        BinaryPrimitives.ReadInt32LittleEndian(_skips[((block * PostingsWriter.SkipEntryLength) + 4)..]);

    private void Load(int block)
    {
        var previous = block == 0 ? -1 : LastOf(block - 1);
        var start = block == 0 ? 0 : EndOf(block - 1);
        _block = block;
        if (block < _blockCount)
        {
            GapBlock.Read(_blocks[start..], previous, _buffer);
            _last = LastOf(block);
            return;
        }

        var filled = Count % GapBlock.Length;
        for (var i = 0; i < filled; i++)
        {
            previous += Varint.Read(_blocks, ref start) + 1;
            _buffer[i] = previous;
        }

        _buffer[filled..].Fill(int.MaxValue);
        _last = int.MaxValue;
    }
}
