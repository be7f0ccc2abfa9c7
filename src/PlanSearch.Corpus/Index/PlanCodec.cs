using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using PlanSearch.Engine.Storage;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Index;

/// <summary><see cref="StoredPlan"/> as the bytes that lie in the index beside the plan's text, and back.</summary>
/// <remarks>
/// Shape: <see cref="Version"/> in one byte, facts of the file, metadata, ledger, outline, blocks, boxes, tables, records, and the CRC-32C
/// of all that in the last four bytes.
/// </remarks>
public static class PlanCodec
{
    /// <summary>
    /// Changes whenever the bytes do, and whenever the same document may give another <see cref="StoredPlan"/>
    /// (<see cref="BlockAnchor"/>, <see cref="SectionRules"/>).
    /// </summary>
    public const int Version = 2;

    private const int ChecksumLength = 4;

    /// <summary>The bytes of a plan.</summary>
    public static byte[] Encode(StoredPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var writer = new StoredBytesWriter();
        writer.Byte(Version);
        PlanFactsCodec.Write(writer, plan);
        writer.Unsigned((uint)plan.Nodes.Length);
        foreach (var node in plan.Nodes)
        {
            writer.Signed(node.Parent);
            writer.Signed(node.Depth);
            writer.Text(node.Heading);
            writer.Text(node.Marker);
            writer.Signed(node.Block);
        }

        StoredBlockCodec.Write(writer, plan.Blocks);
        WriteBoxes(writer, plan.Boxes);
        WriteTables(writer, plan.Tables);
        writer.Unsigned((uint)plan.Records.Length);
        foreach (var record in plan.Records)
        {
            writer.Byte((byte)record.Kind);
            writer.Signed(record.Node);
            writer.Signed(record.Box);
            writer.Signed(record.Table);
        }

        writer.FourBytes(Checksum(writer.Written));
        return writer.Written.ToArray();
    }

    /// <summary>The plan of some bytes.</summary>
    /// <param name="bytes">What <see cref="Encode"/> gave.</param>
    /// <param name="name">What the bytes belong to, for the message of an error.</param>
    /// <exception cref="CorruptIndexException">The bytes are not whole.</exception>
    /// <exception cref="IndexFormatException">They were written by another version.</exception>
    public static StoredPlan Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length <= ChecksumLength)
        {
            throw new CorruptIndexException(name, bytes.Length, "the bytes end early");
        }

        var body = bytes[..^ChecksumLength];
        if (Checksum(body) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[^ChecksumLength..]))
        {
            throw new CorruptIndexException(name, offset: -1, "the checksum of a stored plan is another");
        }

        var reader = new StoredBytesReader(body, name);
        var version = reader.Byte();
        return version == Version ? Read(ref reader) : throw new IndexFormatException(name, version, Version);
    }

    private static StoredPlan Read(ref StoredBytesReader reader)
    {
        var plan = PlanFactsCodec.Read(ref reader) with
        {
            Nodes = ReadNodes(ref reader),
            Blocks = StoredBlockCodec.Read(ref reader),
            Boxes = ReadBoxes(ref reader),
            Tables = ReadTables(ref reader),
            Records = ReadRecords(ref reader),
        };
        return reader.IsAtEnd ? plan : throw reader.Damage("bytes follow the end of the plan");
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var next in bytes)
        {
            sum = BitOperations.Crc32C(sum, next);
        }

        return ~sum;
    }

    private static ImmutableArray<OutlineNode> ReadNodes(ref StoredBytesReader reader)
    {
        var nodes = ImmutableArray.CreateBuilder<OutlineNode>(reader.Count());
        while (nodes.Count < nodes.Capacity)
        {
            nodes.Add(new OutlineNode(reader.Int32(-1), reader.Int32(), reader.Text(), reader.Text(), reader.Int32(-1)));
        }

        return nodes.MoveToImmutable();
    }

    private static void WriteBoxes(StoredBytesWriter writer, ImmutableArray<Box> boxes)
    {
        writer.Unsigned((uint)boxes.Length);
        foreach (var box in boxes)
        {
            writer.Signed(box.Ordinal);
            writer.Text(box.Label);
            writer.Text(box.Title);
            writer.Signed(box.Node);
            writer.Signed(box.FirstBlock);
            writer.Signed(box.EndBlock);
            writer.Text(box.EndReason);
            writer.Double(box.Confidence);
        }
    }

    private static ImmutableArray<Box> ReadBoxes(ref StoredBytesReader reader)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>(reader.Count());
        while (boxes.Count < boxes.Capacity)
        {
            boxes.Add(new Box(
                reader.Int32(), reader.Text(), reader.Text(), reader.Int32(), reader.Int32(), reader.Int32(), reader.Text(), reader.Double()));
        }

        return boxes.MoveToImmutable();
    }

    private static void WriteTables(StoredBytesWriter writer, ImmutableArray<Table> tables)
    {
        writer.Unsigned((uint)tables.Length);
        foreach (var table in tables)
        {
            writer.Text(table.Caption);
            writer.Signed(table.Node);
            writer.Signed(table.Box);
            writer.Signed(table.FirstBlock);
            writer.Signed(table.EndBlock);
            writer.Unsigned((uint)table.Columns.Length);
            foreach (var column in table.Columns)
            {
                writer.Text(column);
            }
        }
    }

    private static ImmutableArray<Table> ReadTables(ref StoredBytesReader reader)
    {
        var tables = ImmutableArray.CreateBuilder<Table>(reader.Count());
        while (tables.Count < tables.Capacity)
        {
            tables.Add(new Table(
                reader.Text(), reader.Int32(), reader.Int32(-1), reader.Int32(), reader.Int32(), PlanFactsCodec.ReadTexts(ref reader)));
        }

        return tables.MoveToImmutable();
    }

    private static ImmutableArray<PlanRecord> ReadRecords(ref StoredBytesReader reader)
    {
        var records = ImmutableArray.CreateBuilder<PlanRecord>(reader.Count());
        while (records.Count < records.Capacity)
        {
            records.Add(new PlanRecord((RecordKind)reader.Byte(), reader.Int32(), reader.Int32(-1), reader.Int32(-1)));
        }

        return records.MoveToImmutable();
    }
}
