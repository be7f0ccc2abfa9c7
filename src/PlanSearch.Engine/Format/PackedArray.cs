using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PlanSearch.Engine.Format;

/// <summary>Numbers of one width, back to back from the lowest bit of 64-bit words; any of them is read in place. FORMAT.md, "Packed arrays".</summary>
/// <remarks>One word of zeros stands after the last number, so that a number may be read with two words whatever its place.</remarks>
internal readonly ref struct PackedArray
{
    private readonly ReadOnlySpan<ulong> _words;
    private readonly int _width;
    private readonly ulong _mask;

    /// <summary>Reads <paramref name="words"/> as numbers of <paramref name="width"/> bits, 1 to 32.</summary>
    public PackedArray(ReadOnlySpan<ulong> words, int width)
    {
        _words = words;
        _width = width;
        _mask = ulong.MaxValue >> (64 - width);
    }

    /// <summary>The number at <paramref name="index"/>.</summary>
    public int this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var bit = (long)index * _width;
            var word = (int)(bit >> 6);
            var shift = (int)(bit & 63);

            // Shifting by one first keeps the second word out when the shift is zero.
            return (int)(((_words[word] >> shift) | (_words[word + 1] << 1 << (63 - shift))) & _mask);
        }
    }

    /// <summary>Words that <paramref name="count"/> numbers of this width take, the one of zeros included.</summary>
    public static long WordCount(long count, int width) => ((count * width) + 63) / 64 + 1;

    /// <summary>Bits that hold every number from 0 to <paramref name="largest"/>; at least 1.</summary>
    public static int WidthOf(int largest) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)largest));

    /// <summary>Writes numbers, each below two to the <paramref name="width"/>.</summary>
    public static void Write(IndexFileWriter file, ReadOnlySpan<int> values, int width)
    {
        var count = checked((int)WordCount(values.Length, width));
        var words = ArrayPool<ulong>.Shared.Rent(count);
        try
        {
            var packed = words.AsSpan(0, count);
            packed.Clear();
            var bit = 0L;
            foreach (var value in values)
            {
                var (word, shift) = ((int)(bit >> 6), (int)(bit & 63));
                packed[word] |= (ulong)(uint)value << shift;
                if (shift + width > 64)
                {
                    packed[word + 1] |= (ulong)(uint)value >> (64 - shift);
                }

                bit += width;
            }

            file.Write(MemoryMarshal.AsBytes(packed));
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(words);
        }
    }
}
