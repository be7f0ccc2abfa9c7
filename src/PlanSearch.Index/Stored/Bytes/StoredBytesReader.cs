using System.Buffers.Binary;
using PlanSearch.Index.Port;

namespace PlanSearch.Index.Stored.Bytes;

/// <summary>Bytes of a <see cref="StoredBytesWriter"/> -> the numbers and strings that were written.</summary>
/// <remarks>Nothing is allocated before the bytes for it are known to be there.</remarks>
/// <exception cref="IndexDamagedException">From every member: the bytes end early or make no sense.</exception>
internal ref struct StoredBytesReader(ReadOnlySpan<byte> bytes, string name)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly List<string> _strings = [""];
    private int _at;

    public readonly bool IsAtEnd => _at == _bytes.Length;

    public byte Byte() => Take(1)[0];

    public ulong Unsigned()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Damage("a number goes on without end");
    }

    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number from <paramref name="least"/> to <see cref="int.MaxValue"/>.</summary>
    public int Int32(int least = 0)
    {
        var value = Signed();
        return value >= least && value <= int.MaxValue ? (int)value : throw Damage($"{value} is out of range");
    }

    /// <summary>How many items follow; each takes a byte at least.</summary>
    public int Count()
    {
        var value = Unsigned();
        return value <= (ulong)(_bytes.Length - _at) ? (int)value : throw Damage($"{value} items in {_bytes.Length - _at} bytes");
    }

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public string Text()
    {
        var rank = Unsigned();
        if (rank > 0)
        {
            return rank <= (ulong)_strings.Count ? _strings[(int)rank - 1] : throw Damage($"there is no string {rank}");
        }

        var head = Unsigned();
        var isWide = (head & 1) == 1;
        var length = head >> 1;
        if (length > (ulong)(_bytes.Length - _at) / (isWide ? 2u : 1u))
        {
            throw Damage($"a string of {length} code units");
        }

        var text = isWide ? Wide((int)length) : Narrow((int)length);
        _strings.Add(text);
        return text;
    }

    /// <summary>Bytes with their number in front.</summary>
    public ReadOnlySpan<byte> Bytes() => Take(Count());

    /// <summary>What to throw when the value just read makes no sense.</summary>
    public readonly IndexDamagedException Damage(string detail) => new(name, _at, detail);

    private string Narrow(int length) => System.Text.Encoding.Latin1.GetString(Take(length));

    private string Wide(int length)
    {
        var units = Take(length * 2);
        return string.Create(length, units, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(source.Slice(i * 2, 2));
            }
        });
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _at)
        {
            throw Damage("the bytes end early");
        }

        var taken = _bytes.Slice(_at, count);
        _at += count;
        return taken;
    }
}
