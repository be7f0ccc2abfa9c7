using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace PlanSearch.TestSupport.Storage;

/// <summary>Makes of an index what a program without one of its sections would have written: whole, with every checksum right.</summary>
/// <remarks>By FORMAT.md alone: it shares no line with what reads an index.</remarks>
public static class MissingSection
{
    /// <summary>The section of how the commonest terms spread.</summary>
    public const int Spreads = 23;

    /// <summary>The section of what is stored with documents.</summary>
    public const int Stored = 4;

    private const int Footer = 20, Entry = 24, UnknownTag = 7_000;

    /// <summary>Takes a section away from every segment of the newest generation.</summary>
    public static void Make(string index, int section)
    {
        var generation = Directory.GetFiles(index, "generation-*").Order(StringComparer.Ordinal).Last();
        var stated = File.ReadAllBytes(generation);
        foreach (var file in Directory.GetFiles(index, "_*.ps"))
        {
            var name = stated.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            if (name < 0)
            {
                // Of an older generation alone.
                continue;
            }

            var bytes = File.ReadAllBytes(file);
            Rename(bytes, section);
            Seal(bytes);
            File.WriteAllBytes(file, bytes);
            // The length of a file and its checksum come behind its name.
            var checksum = name + Path.GetFileName(file).Length + sizeof(long);
            BinaryPrimitives.WriteUInt32LittleEndian(stated.AsSpan(checksum), Checksum(bytes));
        }

        Seal(stated);
        File.WriteAllBytes(generation, stated);
    }

    private static void Rename(byte[] bytes, int section)
    {
        var contents = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(^Footer));
        for (var at = contents; at < bytes.Length - Footer; at += Entry)
        {
            if (BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at)) == section)
            {
                BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), UnknownTag);
                return;
            }
        }

        throw new ArgumentException($"No section {section} in the file.", nameof(section));
    }

    private static void Seal(byte[] bytes) =>
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(^8), Checksum(bytes.AsSpan(..^8)));

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var running = uint.MaxValue;
        foreach (var value in bytes)
        {
            running = BitOperations.Crc32C(running, value);
        }

        return ~running;
    }
}
