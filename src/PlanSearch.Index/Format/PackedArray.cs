using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PlanSearch.Index.Format;

/// <summary>
/// Numbers of one width, back to back from the lowest bit of 64-bit words; any of them is read in place. FORMAT.md, "Packed arrays".
/// </summary>
/// <remarks>One word of zeros is after the last number, so that a number may be read with two words whatever its place.</remarks>
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
        using var packer = new WordPacker(file, width);
        foreach (var value in values)
        {
            packer.Add((uint)value);
        }
    }

    /// <summary>Writes the code of each unit of a text; <paramref name="codes"/> is by unit.</summary>
    public static void Write(IndexFileWriter file, ReadOnlySpan<char> text, ReadOnlySpan<int> codes, int width)
    {
        using var packer = new WordPacker(file, width);
        foreach (var unit in text)
        {
            packer.Add((uint)codes[unit]);
        }
    }

    /// <summary>
    /// Packs numbers into words and hands them to the file buffer by buffer; disposing writes the rest and the word of zeros.
    /// </summary>
    private ref struct WordPacker(IndexFileWriter file, int width)
    {
        private readonly ulong[] _words = new ulong[1 << 12];
        private int _count;
        private ulong _pending;
        private int _filled;
        private long _written;
        private long _values;

        public void Add(uint value)
        {
            _values++;
            _pending |= (ulong)value << _filled;
            _filled += width;
            if (_filled >= 64)
            {
                Push(_pending);
                _filled -= 64;
                _pending = _filled == 0 ? 0 : (ulong)value >> (width - _filled);
            }
        }

        public void Dispose()
        {
            while (_written + _count < WordCount(_values, width))
            {
                Push(_pending);
                _pending = 0;
            }

            Flush();
        }

        private void Push(ulong word)
        {
            _words[_count++] = word;
            if (_count == _words.Length)
            {
                Flush();
            }
        }

        private void Flush()
        {
            file.Write(MemoryMarshal.AsBytes(_words.AsSpan(0, _count)));
            _written += _count;
            _count = 0;
        }
    }
}
