using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using PlanSearch.Index.Port;

namespace PlanSearch.Index.Stored.Bytes;

/// <summary>A version of a plan that is kept, with its texts, as bytes, and back.</summary>
/// <remarks>
/// Shape: what <see cref="PlanCodec"/> makes of the plan; the texts, compressed; how long they are so in four bytes, and the CRC-32C of all
/// that.
/// </remarks>
internal static class KeptPlanCodec
{
    // Halves the text and costs a few milliseconds a plan; higher ones gain a tenth and cost ten times that.
    private const int Quality = 4;
    private const int Window = 22;
    private const int UsualRatio = 8;
    private const int LeastUnpacked = 1 << 12;
    private const int Ending = sizeof(int) + PlanCodec.ChecksumLength;

    /// <summary>The bytes of a version.</summary>
    public static byte[] Encode(StoredPlan plan, IReadOnlyList<string> texts)
    {
        var structure = PlanCodec.Encode(plan, texts);
        var writer = new StoredBytesWriter();
        PlanFactsCodec.WriteTexts(writer, texts);
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(writer.Written.Length)];
        if (!BrotliEncoder.TryCompress(writer.Written, compressed, out var length, Quality, Window))
        {
            throw new InvalidOperationException($"{plan.Id}: {compressed.Length} bytes are too few for its texts.");
        }

        var bytes = new byte[structure.Length + length + Ending];
        structure.CopyTo(bytes, 0);
        compressed.AsSpan(0, length).CopyTo(bytes.AsSpan(structure.Length));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(^Ending), length);
        BinaryPrimitives.WriteUInt32LittleEndian(
            bytes.AsSpan(^PlanCodec.ChecksumLength), PlanCodec.Checksum(bytes.AsSpan(..^PlanCodec.ChecksumLength)));
        return bytes;
    }

    /// <summary>The version of some bytes.</summary>
    /// <exception cref="IndexDamagedException">The bytes are not whole.</exception>
    public static (StoredPlan Plan, ImmutableArray<string> Texts) Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < Ending
            || PlanCodec.Checksum(bytes[..^PlanCodec.ChecksumLength])
                != BinaryPrimitives.ReadUInt32LittleEndian(bytes[^PlanCodec.ChecksumLength..]))
        {
            throw new IndexDamagedException(name, offset: -1, "the checksum of a former version is another");
        }

        // Cut behind the facts, the bytes end with a checksum of theirs.
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[^Ending..]);
        if (length < 0 || length > bytes.Length - Ending)
        {
            throw new IndexDamagedException(name, bytes.Length, $"{length} bytes of texts in {bytes.Length}");
        }

        var texts = Texts(bytes[^(length + Ending)..^Ending], name);
        var plan = PlanCodec.Decode(
            bytes[..^(length + Ending)], name, block => block >= 0 && block < texts.Length ? texts[block] : null);
        return (plan, texts);
    }

    private static ImmutableArray<string> Texts(ReadOnlySpan<byte> compressed, string name)
    {
        // A query may unpack thousands: the bytes in between are lent, and given back.
        var unpacked = ArrayPool<byte>.Shared.Rent(Math.Max(compressed.Length * UsualRatio, LeastUnpacked));
        var brotli = new BrotliDecoder();
        try
        {
            var (read, written) = (0, 0);
            OperationStatus status;
            do
            {
                status = brotli.Decompress(compressed[read..], unpacked.AsSpan(written), out var consumed, out var made);
                (read, written) = (read + consumed, written + made);
                if (status == OperationStatus.DestinationTooSmall)
                {
                    Grow(ref unpacked, written);
                }
                else if (status != OperationStatus.Done)
                {
                    throw new IndexDamagedException(name, offset: read, "the texts cannot be unpacked");
                }
            }
            while (status != OperationStatus.Done);

            var reader = new StoredBytesReader(unpacked.AsSpan(0, written), name);
            var texts = PlanFactsCodec.ReadTexts(ref reader);
            return reader.IsAtEnd ? texts : throw reader.Damage("bytes follow the last text");
        }
        finally
        {
            brotli.Dispose();
            ArrayPool<byte>.Shared.Return(unpacked);
        }
    }

    private static void Grow(ref byte[] bytes, int used)
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
