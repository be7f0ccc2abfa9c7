using System.Buffers.Binary;
using System.Security.Cryptography;
using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Snapshots;

/// <summary>Copies a segment file under another id: the id in the header and the checksum in the footer change, and nothing else.</summary>
internal static class SegmentRestamp
{
    private const int IdOffset = 8;

    // The checksum and the magic that ends the file.
    private const int Tail = 2 * sizeof(uint);
    private const int Stride = 1 << 20;

    /// <summary>Copies <paramref name="length"/> bytes.</summary>
    /// <remarks>The checksum is reckoned anew, so that damage in the source would go unseen: the caller compares the digest.</remarks>
    /// <returns>The SHA-256 of the source, in lower-case hexadecimal digits.</returns>
    /// <exception cref="InvalidDataException">The source is too short for an index file.</exception>
    /// <exception cref="EndOfStreamException">The source ends before its length.</exception>
    public static string Copy(Stream source, long length, ulong id, Stream target)
    {
        if (length < IndexFileWriter.HeaderLength + IndexFileWriter.FooterLength)
        {
            throw new InvalidDataException($"A segment of {length} bytes is too short.");
        }

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Stride];
        var checksum = Crc32C.Initial;
        var end = length - Tail;
        for (long at = 0; at < end;)
        {
            // The first piece holds the whole header: it is read alone.
            var piece = buffer.AsSpan(0, at == 0 ? IndexFileWriter.HeaderLength : (int)Math.Min(buffer.Length, end - at));
            source.ReadExactly(piece);
            digest.AppendData(piece);
            if (at == 0)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(piece[IdOffset..], id);
            }

            checksum = Crc32C.Append(checksum, piece);
            target.Write(piece);
            at += piece.Length;
        }

        var tail = buffer.AsSpan(0, Tail);
        source.ReadExactly(tail);
        digest.AppendData(tail);
        BinaryPrimitives.WriteUInt32LittleEndian(tail, Crc32C.Finish(checksum));
        target.Write(tail);
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
