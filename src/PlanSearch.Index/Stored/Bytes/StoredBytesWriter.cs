using System.Buffers.Binary;

namespace PlanSearch.Index.Stored.Bytes;

/// <summary>Numbers and strings -> bytes: varints, and every string once.</summary>
/// <remarks>Read back by <see cref="StoredBytesReader"/>, call for call.</remarks>
internal sealed class StoredBytesWriter
{
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal) { [""] = 0 };
    private byte[] _bytes = new byte[16 << 10];
    private int _count;

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    public void Byte(byte value)
    {
        if (_count == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_count++] = value;
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

    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(8), value);

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
        if (isWide)
        {
            foreach (var unit in value)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(Take(2), unit);
            }
        }
        else
        {
            System.Text.Encoding.Latin1.GetBytes(value, Take(value.Length));
        }
    }

    /// <summary>Bytes with their number in front: whoever does not know what they are passes over them.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Unsigned((uint)bytes.Length);
        bytes.CopyTo(Take(bytes.Length));
    }

    private Span<byte> Take(int count)
    {
        if (count > _bytes.Length - _count)
        {
            Grow(count);
        }

        _count += count;
        return _bytes.AsSpan(_count - count, count);
    }

    private void Grow(int count) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + count));
}
