namespace PlanSearch.Index.Codec;

/// <summary>CRC-32 as zlib and Lucene reckon it, over any number of pieces; only for the few bytes that are Lucene's own.</summary>
internal static class Crc32
{
    /// <summary>What a running sum begins with.</summary>
    public const uint Initial = uint.MaxValue;

    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] s_byByte = [.. Enumerable.Range(0, 256).Select(value => OfByte((uint)value))];

    /// <summary>Adds bytes to a running sum.</summary>
    public static uint Append(uint running, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            running = s_byByte[(byte)(running ^ value)] ^ (running >> 8);
        }

        return running;
    }

    /// <summary>The checksum of everything appended.</summary>
    public static uint Finish(uint running) => ~running;

    private static uint OfByte(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : Polynomial ^ (value >> 1);
        }

        return value;
    }
}
