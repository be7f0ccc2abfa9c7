using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PlanSearch.Index.Format;

/// <summary>A block of 128 gaps, packed in four lanes: FORMAT.md, "Postings".</summary>
/// <remarks>
/// Lane l of a 128-bit word holds bits of gaps l, l+4, l+8, …, so that four gaps are unpacked at a time (the vertical layout of Lemire and
/// Boytsov, Decoding billions of integers per second through vectorization, 2015), and the few gaps that are wider are patched in
/// (Zukowski, Héman, Nes, Boncz: Super-Scalar RAM-CPU Cache Compression, ICDE 2006).
/// </remarks>
internal static class GapBlock
{
    /// <summary>Gaps of a block; a rest of fewer is not packed.</summary>
    public const int Length = 128;

    private const int Lanes = 4;
    private const int HeaderLength = 2;

    /// <summary>Appends a block to a list of bytes.</summary>
    public static void Write(List<byte> bytes, ReadOnlySpan<int> gaps)
    {
        var width = CheapestWidth(gaps);
        var mask = Mask(width);
        Span<uint> words = stackalloc uint[Lanes * 32];
        words.Clear();
        for (var i = 0; i < Length; i++)
        {
            var bit = i / Lanes * width;
            var (word, shift) = ((bit / 32 * Lanes) + (i % Lanes), bit % 32);
            var low = (uint)gaps[i] & mask;
            if (width > 0)
            {
                words[word] |= low << shift;
            }

            if (shift + width > 32)
            {
                words[word + Lanes] |= low >> (32 - shift);
            }
        }

        bytes.Add((byte)width);
        var patchesAt = bytes.Count;
        bytes.Add(0);
        bytes.AddRange(MemoryMarshal.AsBytes(words[..(Lanes * width)]));
        for (var i = 0; i < Length; i++)
        {
            if ((uint)gaps[i] > mask)
            {
                bytes.Add((byte)i);
                Varint.Write(bytes, (int)((uint)gaps[i] >> width));
                bytes[patchesAt]++;
            }
        }
    }

    /// <summary>Unpacks a block into offsets: each gap less one is added to the offset before it.</summary>
    /// <param name="bytes">The block and whatever follows.</param>
    /// <param name="previous">The offset before the block; -1 before the first.</param>
    /// <param name="offsets">Takes <see cref="Length"/> offsets.</param>
    public static void Read(ReadOnlySpan<byte> bytes, int previous, Span<int> offsets)
    {
        int width = bytes[0], patches = bytes[1];
        var packed = bytes.Slice(HeaderLength, 16 * width);
        offsets = offsets[..Length];
        Unpack(MemoryMarshal.Cast<byte, uint>(packed), width, MemoryMarshal.Cast<int, uint>(offsets));
        var at = HeaderLength + packed.Length;
        for (var patch = 0; patch < patches; patch++)
        {
            var place = bytes[at++];
            offsets[place] |= Varint.Read(bytes, ref at) << width;
        }

        Accumulate(offsets, previous);
    }

    /// <summary>The width with the fewest bytes, patches counted.</summary>
    private static int CheapestWidth(ReadOnlySpan<int> gaps)
    {
        Span<int> lengths = stackalloc int[33];
        lengths.Clear();
        var longest = 0;
        foreach (var gap in gaps)
        {
            var length = 32 - BitOperations.LeadingZeroCount((uint)gap);
            lengths[length]++;
            longest = Math.Max(longest, length);
        }

        var (best, bestCost) = (longest, Length * longest / 8);
        for (var width = longest - 1; width >= 0; width--)
        {
            var cost = Length * width / 8;
            for (var length = width + 1; length <= longest && cost < bestCost; length++)
            {
                // A byte of place, and the bits above the width in groups of seven.
                cost += lengths[length] * (1 + ((length - width + 6) / 7));
            }

            if (cost < bestCost)
            {
                (best, bestCost) = (width, cost);
            }
        }

        return best;
    }

    private static uint Mask(int width) => width == 32 ? uint.MaxValue : (1u << width) - 1;

    private static void Unpack(ReadOnlySpan<uint> words, int width, Span<uint> gaps)
    {
        if (width == 0)
        {
            gaps.Clear();
            return;
        }

        var mask = Vector128.Create(Mask(width));
        var bit = 0;
        for (var i = 0; i < gaps.Length; i += Lanes)
        {
            var (word, shift) = (bit / 32 * Lanes, bit & 31);
            var four = Vector128.Create(words[word..]) >>> shift;
            if (shift + width > 32)
            {
                four |= Vector128.Create(words[(word + Lanes)..]) << (32 - shift);
            }

            (four & mask).CopyTo(gaps[i..]);
            bit += width;
        }
    }

    private static void Accumulate(Span<int> offsets, int previous)
    {
        // Within four: add the neighbour, then the pair before; a lane index of 4 shuffles a zero in.
        var before = Vector128.Create(previous);
        for (var i = 0; i < offsets.Length; i += Lanes)
        {
            var sums = Vector128.Create<int>(offsets[i..]) + Vector128<int>.One;
            sums += Vector128.Shuffle(sums, Vector128.Create(4, 0, 1, 2));
            sums += Vector128.Shuffle(sums, Vector128.Create(4, 4, 0, 1));
            sums += before;
            sums.CopyTo(offsets[i..]);
            before = Vector128.Shuffle(sums, Vector128.Create(3, 3, 3, 3));
        }
    }
}
