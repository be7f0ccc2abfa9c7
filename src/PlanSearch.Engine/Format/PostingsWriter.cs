using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PlanSearch.Engine.Format;

/// <summary>What is counted of a list beside its offsets.</summary>
/// <param name="Aside">Offsets in blocks that are set aside.</param>
/// <param name="Mentions">Occurrences outside them that do not overlap.</param>
/// <param name="Records">Records with at least one of those.</param>
/// <param name="Documents">Documents with at least one of those.</param>
internal readonly record struct PostingsStatistics(int Aside, int Mentions, int Records, int Documents);

/// <summary>Writes rising lists of offsets, packed; read by <see cref="PostingsReader"/>. FORMAT.md, "Postings".</summary>
/// <remarks>
/// Gaps in blocks of <see cref="BlockLength"/>, each with the width that makes it smallest and the few larger gaps patched in
/// (Zukowski, Héman, Nes, Boncz: Super-Scalar RAM-CPU Cache Compression, ICDE 2006; here with the width chosen by trying all).
/// </remarks>
internal sealed class PostingsWriter
{
    /// <summary>Offsets of a full block.</summary>
    public const int BlockLength = 128;

    /// <summary>Bytes of an entry of the skip table: last offset and end of the data.</summary>
    public const int SkipEntryLength = 8;

    private readonly List<byte> _bytes = [];
    private readonly List<byte> _blocks = [];
    private readonly int[] _gaps = new int[BlockLength];

    /// <summary>The list as bytes; the span holds until the next call.</summary>
    /// <param name="offsets">Rising, at least one.</param>
    /// <param name="statistics">Stored with lists of more than one offset.</param>
    /// <param name="doubled">Whether mentions may overlap each other, so that their number is stored as well.</param>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<int> offsets, PostingsStatistics statistics, bool doubled)
    {
        _bytes.Clear();
        _blocks.Clear();
        Varint.Write(_bytes, offsets.Length);
        if (offsets.Length > 1)
        {
            Varint.Write(_bytes, statistics.Aside);
            Varint.Write(_bytes, statistics.Records);
            Varint.Write(_bytes, statistics.Documents);
            if (doubled)
            {
                Varint.Write(_bytes, statistics.Mentions);
            }
        }

        var previous = -1;
        var rest = offsets;
        Span<byte> skip = stackalloc byte[SkipEntryLength];
        while (rest.Length >= BlockLength)
        {
            previous = EncodeBlock(rest[..BlockLength], previous);
            BinaryPrimitives.WriteInt32LittleEndian(skip, previous);
            BinaryPrimitives.WriteInt32LittleEndian(skip[4..], _blocks.Count);
            _bytes.AddRange(skip);
            rest = rest[BlockLength..];
        }

        _bytes.AddRange(_blocks);
        foreach (var offset in rest)
        {
            Varint.Write(_bytes, offset - previous - 1);
            previous = offset;
        }

        return CollectionsMarshal.AsSpan(_bytes);
    }

    private int EncodeBlock(ReadOnlySpan<int> offsets, int previous)
    {
        Span<int> widths = stackalloc int[33];
        widths.Clear();
        for (var i = 0; i < offsets.Length; i++)
        {
            _gaps[i] = offsets[i] - previous - 1;
            previous = offsets[i];
            widths[32 - BitOperations.LeadingZeroCount((uint)_gaps[i])]++;
        }

        var width = CheapestWidth(widths);
        Pack(width);
        return previous;
    }

    /// <summary>The width with the fewest bytes, a patch taken as one byte of place and three of value.</summary>
    private static int CheapestWidth(ReadOnlySpan<int> widths)
    {
        var (best, bestCost, larger) = (32, int.MaxValue, 0);
        for (var width = 32; width >= 0; width--)
        {
            var cost = (BlockLength * width / 8) + (larger * 3);
            if (cost <= bestCost && larger < 64)
            {
                (best, bestCost) = (width, cost);
            }

            larger += widths[width];
        }

        return best;
    }

    private void Pack(int width)
    {
        var patches = 0;
        var header = _blocks.Count;
        _blocks.Add((byte)width);
        _blocks.Add(0);
        var (pending, filled) = (0UL, 0);
        var mask = width == 32 ? uint.MaxValue : (1u << width) - 1;
        foreach (var gap in _gaps)
        {
            pending |= (ulong)((uint)gap & mask) << filled;
            filled += width;
            while (filled >= 8)
            {
                _blocks.Add((byte)pending);
                pending >>= 8;
                filled -= 8;
            }
        }

        for (var i = 0; i < BlockLength; i++)
        {
            if ((uint)_gaps[i] > mask)
            {
                _blocks.Add((byte)i);
                Varint.Write(_blocks, (int)((uint)_gaps[i] >> width));
                patches++;
            }
        }

        _blocks[header + 1] = (byte)patches;
    }
}
