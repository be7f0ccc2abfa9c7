using System.Buffers;
using System.Buffers.Binary;

namespace PlanSearch.Corpus.Index;

/// <summary>Numbers and strings -> bytes: varints, and every string once.</summary>
/// <remarks>Read back by <see cref="StoredBytesReader"/>, call for call.</remarks>
internal sealed class StoredBytesWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(initialCapacity: 4096);
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal) { [""] = 0 };

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    /// <summary>Seven bits a byte, lowest first; small numbers take one byte.</summary>
    public void Unsigned(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>A number near zero of either sign (zigzag).</summary>
    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>The low 56 bits, seven bytes.</summary>
    public void SevenBytes(ulong value)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(eight, value);
        _bytes.Write(eight[..7]);
    }

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    public void FourBytes(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    /// <summary>The rank of a string that was written before; else its length and its code units, one or two bytes each.</summary>
    /// <remarks>Code units and not UTF-8: Han takes two bytes, and a lone surrogate of a damaged source comes back as it was.</remarks>
    public void Text(string value)
    {
        if (_strings.TryGetValue(value, out var rank))
        {
            Unsigned((uint)rank + 1);
            return;
        }

        _strings.Add(value, _strings.Count);
        var isWide = value.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        Unsigned(0);
        Unsigned(((ulong)value.Length << 1) | (isWide ? 1u : 0u));
        foreach (var unit in value)
        {
            Byte((byte)unit);
            if (isWide)
            {
                Byte((byte)(unit >> 8));
            }
        }
    }
}
