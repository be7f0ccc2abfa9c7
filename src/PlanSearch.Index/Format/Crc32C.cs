using System.Buffers.Binary;
using System.Numerics;

namespace PlanSearch.Index.Format;

/// <summary>CRC-32C (Castagnoli, RFC 3720 appendix B.4), over any number of pieces; in hardware where the processor has it.</summary>
internal static class Crc32C
{
    /// <summary>What a running sum begins with.</summary>
    public const uint Initial = uint.MaxValue;

    /// <summary>Adds bytes to a running sum; the pieces may be cut anywhere.</summary>
    public static uint Append(uint running, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            running = BitOperations.Crc32C(running, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            running = BitOperations.Crc32C(running, value);
        }

        return running;
    }

    /// <summary>The checksum of everything appended.</summary>
    public static uint Finish(uint running) => ~running;
}
