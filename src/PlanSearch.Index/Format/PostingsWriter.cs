using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PlanSearch.Index.Format;

/// <summary>What is counted of a list beside its offsets.</summary>
/// <param name="Aside">Offsets in blocks that are set aside.</param>
/// <param name="Mentions">Occurrences outside them that do not overlap.</param>
/// <param name="Records">Records with at least one of those.</param>
/// <param name="Documents">Documents with at least one of those.</param>
internal readonly record struct PostingsStatistics(int Aside, int Mentions, int Records, int Documents);

/// <summary>Writes rising lists of offsets, packed; read by <see cref="PostingsReader"/>. FORMAT.md, "Postings".</summary>
internal sealed class PostingsWriter
{
    /// <summary>Lists from this length on state what is counted of them; shorter ones are looked up as fast as they are read.</summary>
    public const int CountedLength = GapBlock.Length;

    /// <summary>Bytes of an entry of the skip table: last offset and end of the data.</summary>
    public const int SkipEntryLength = 8;

    private readonly List<byte> _bytes = [];
    private readonly List<byte> _blocks = [];
    private readonly int[] _gaps = new int[GapBlock.Length];

    /// <summary>The list as bytes; the span holds until the next call.</summary>
    /// <param name="offsets">Rising, at least one.</param>
    /// <param name="statistics">Stored with lists from <see cref="CountedLength"/> on.</param>
    /// <param name="doubled">Whether mentions may overlap each other, so that their number is stored as well.</param>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<int> offsets, PostingsStatistics statistics, bool doubled)
    {
        _bytes.Clear();
        _blocks.Clear();
        Varint.Write(_bytes, offsets.Length);
        if (offsets.Length >= CountedLength)
        {
            Varint.Write(_bytes, statistics.Aside);
            Varint.Write(_bytes, statistics.Records);
            Varint.Write(_bytes, statistics.Documents);
            if (doubled)
            {
                Varint.Write(_bytes, statistics.Mentions);
            }
        }

        var previous = -1;
        var rest = offsets;
        Span<byte> skip = stackalloc byte[SkipEntryLength];
        while (rest.Length >= GapBlock.Length)
        {
            for (var i = 0; i < _gaps.Length; i++)
            {
                _gaps[i] = rest[i] - previous - 1;
                previous = rest[i];
            }

            GapBlock.Write(_blocks, _gaps);
            BinaryPrimitives.WriteInt32LittleEndian(skip, previous);
            BinaryPrimitives.WriteInt32LittleEndian(skip[4..], _blocks.Count);
            _bytes.AddRange(skip);
            rest = rest[GapBlock.Length..];
        }

        _bytes.AddRange(_blocks);
        foreach (var offset in rest)
        {
            Varint.Write(_bytes, offset - previous - 1);
            previous = offset;
        }

        return CollectionsMarshal.AsSpan(_bytes);
    }
}
