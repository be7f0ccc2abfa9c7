using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PlanSearch.Engine.Format;

/// <summary>Reads a list of offsets in place, as written by <see cref="PostingsWriter"/>. FORMAT.md, "Postings".</summary>
/// <remarks>Decodes a block at a time into a buffer of its own; moving on by <see cref="SkipTo"/> decodes only the blocks that are looked into.</remarks>
internal ref struct PostingsReader
{
    private readonly ReadOnlySpan<byte> _skips;
    private readonly ReadOnlySpan<byte> _blocks;
    private readonly int _blockCount;
    private readonly Span<int> _buffer;
    private int _block;
    private int _last;
    private int _at;

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

    /// <summary>Offsets in the list.</summary>
    public int Count { get; }

    /// <summary>What is counted of the list; all zero for lists below <see cref="PostingsWriter.CountedLength"/>, which are looked up.</summary>
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
    /// <returns>The offsets, rising; empty when there is none. The span holds until the next call; <see cref="NextBlock"/> goes on behind it.</returns>
    public ReadOnlySpan<int> BlockFrom(int target)
    {
        if (SkipTo(target) == int.MaxValue)
        {
            return [];
        }

        return _buffer[_at..(_block < _blockCount ? GapBlock.Length : Count % GapBlock.Length)];
    }

    /// <summary>Steps to the first offset that is at least <paramref name="target"/>.</summary>
    /// <returns>The offset, or <see cref="int.MaxValue"/> when there is none. Targets never fall.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SkipTo(int target)
    {
        if (target > _last)
        {
            Load(BlockOf(target));
        }

        // The block holds an offset that is not below the target, and the rest of a tail is filled with the largest number.
        var at = _at;
        if (_buffer[at] < target)
        {
            at = FirstFrom(at + 1, target);
            _at = at;
        }

        return _buffer[at];
    }

    private readonly int FirstFrom(int at, int target)
    {
        var wanted = Vector256.Create(target - 1);
        for (; at <= GapBlock.Length - Vector256<int>.Count; at += Vector256<int>.Count)
        {
            var larger = Vector256.GreaterThan(Vector256.Create<int>(_buffer[at..]), wanted).ExtractMostSignificantBits();
            if (larger != 0)
            {
                return at + BitOperations.TrailingZeroCount(larger);
            }
        }

        while (_buffer[at] < target)
        {
            at++;
        }

        return at;
    }

    /// <summary>The first block from the current one on whose last offset is at least the target; the tail counts as the last block.</summary>
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

    private readonly int EndOf(int block) => BinaryPrimitives.ReadInt32LittleEndian(_skips[((block * PostingsWriter.SkipEntryLength) + 4)..]);

    private void Load(int block)
    {
        var previous = block == 0 ? -1 : LastOf(block - 1);
        var start = block == 0 ? 0 : EndOf(block - 1);
        (_block, _at) = (block, 0);
        if (block < _blockCount)
        {
            GapBlock.Read(_blocks[start..], previous, _buffer);
            _last = _buffer[^1];
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
