using System.Buffers.Binary;

namespace PlanSearch.Index.Format;

/// <summary>A folded unit in the dictionary: FORMAT.md, "Units".</summary>
/// <param name="Unit">The unit.</param>
/// <param name="FirstBigram">Number of the first bigram that begins with it; those of the next unit follow.</param>
/// <param name="Offsets">How often it occurs.</param>
/// <param name="Statistics">What is counted of it.</param>
internal readonly record struct UnitRow(char Unit, int FirstBigram, int Offsets, PostingsStatistics Statistics)
{
    /// <summary>Bytes of a row: six 32-bit numbers.</summary>
    public const int Length = 24;

    /// <summary>Writes <see cref="Length"/> bytes, little-endian.</summary>
    public void Write(Span<byte> row)
    {
        BinaryPrimitives.WriteInt32LittleEndian(row, Unit);
        BinaryPrimitives.WriteInt32LittleEndian(row[4..], FirstBigram);
        BinaryPrimitives.WriteInt32LittleEndian(row[8..], Offsets);
        BinaryPrimitives.WriteInt32LittleEndian(row[12..], Statistics.Aside);
        BinaryPrimitives.WriteInt32LittleEndian(row[16..], Statistics.Records);
        BinaryPrimitives.WriteInt32LittleEndian(row[20..], Statistics.Documents);
    }

    /// <summary>Reads <see cref="Length"/> bytes; what is not aside is counted as the rest of the offsets.</summary>
    public static UnitRow Read(ReadOnlySpan<byte> row)
    {
        var (offsets, aside) = (BinaryPrimitives.ReadInt32LittleEndian(row[8..]), BinaryPrimitives.ReadInt32LittleEndian(row[12..]));
        var statistics = new PostingsStatistics(
            aside, offsets - aside, BinaryPrimitives.ReadInt32LittleEndian(row[16..]), BinaryPrimitives.ReadInt32LittleEndian(row[20..]));
        return new UnitRow(
            (char)BinaryPrimitives.ReadInt32LittleEndian(row), BinaryPrimitives.ReadInt32LittleEndian(row[4..]), offsets, statistics);
    }
}
