namespace PlanSearch.Index.Format;

/// <summary>Numbers in groups of seven bits, lowest first; the high bit says that another group follows. FORMAT.md, "Varints".</summary>
internal static class Varint
{
    /// <summary>The most bytes of a number.</summary>
    public const int MaxLength = 5;

    /// <summary>Appends a number from 0 up.</summary>
    public static void Write(List<byte> bytes, int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            bytes.Add((byte)(rest | 0x80));
            rest >>= 7;
        }

        bytes.Add((byte)rest);
    }

    /// <summary>Reads a number at <paramref name="at"/> and moves on behind it.</summary>
    /// <returns>The number, or -1 when the bytes end within it or it is larger than an <see cref="int"/>.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0u;
        for (var shift = 0; shift < 7 * MaxLength; shift += 7)
        {
            if ((uint)at >= (uint)bytes.Length)
            {
                return -1;
            }

            var part = bytes[at++];
            if (shift == 28 && part > 0x07)
            {
                return -1;
            }

            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (int)value;
            }
        }

        return -1;
    }
}
