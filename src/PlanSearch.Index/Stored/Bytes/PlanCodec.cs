using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using PlanSearch.Index.Port;
using PlanSearch.Plans;

namespace PlanSearch.Index.Stored.Bytes;

/// <summary><see cref="StoredPlan"/> as the bytes that lie in the index beside the plan's text, and back.</summary>
/// <remarks>
/// Shape: <see cref="Version"/> in one byte, the length of the facts in four, the facts and the CRC-32C of all that in four bytes; then
/// ledger, outline, blocks, boxes, tables, records, and the CRC-32C of everything before it in the last four. So facts are read without the
/// rest. What the texts say is not stored again: a heading that its block prints, and the anchors. What few plans have is behind their
/// facts, and behind the records, as parts with a name (<see cref="PlanPartsCodec"/>): such bytes have the version <see cref="WithParts"/>,
/// all others are as before.
/// </remarks>
public static class PlanCodec
{
    /// <summary>
    /// Changes whenever the bytes do, and whenever the same document may give another <see cref="StoredPlan"/>
    /// (<see cref="BlockAnchor"/>, <see cref="SectionRules"/>).
    /// </summary>
    public const int Version = 6;

    /// <summary>The version of a plan that has something beyond what <see cref="Version"/> knows.</summary>
    public const int WithParts = 7;

    /// <summary>Bytes before the facts: the version and their length.</summary>
    internal const int HeaderLength = 5;

    /// <summary>Bytes of a CRC-32C, little-endian.</summary>
    internal const int ChecksumLength = 4;

    /// <summary>Packs it as told above; the same plan gives the same bytes.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="texts">The texts of its blocks.</param>
    public static byte[] Encode(StoredPlan plan, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        var facts = new StoredBytesWriter();
        PlanFactsCodec.Write(facts, PlanFacts.Of(plan));
        var hasParts = PlanPartsCodec.HasAny(plan);
        if (hasParts)
        {
            PlanPartsCodec.WriteFacts(facts, plan);
        }

        var structure = new StoredBytesWriter();
        LedgerCodec.Write(structure, plan.Ledger);
        WriteNodes(structure, plan.Nodes, texts);
        StoredBlockCodec.Write(structure, plan.Blocks);
        WriteBoxes(structure, plan.Boxes);
        WriteTables(structure, plan.Tables);
        WriteRecords(structure, plan.Records);
        if (hasParts)
        {
            PlanPartsCodec.WriteStructure(structure, plan);
        }

        return Join(hasParts ? WithParts : Version, facts.Written, structure.Written);
    }

    /// <summary>The plan of some bytes.</summary>
    /// <param name="bytes">What <see cref="Encode"/> gave.</param>
    /// <param name="name">What the bytes belong to, for the message of an error.</param>
    /// <param name="textOf">The text of a block; null for a block that there is not.</param>
    /// <exception cref="IndexDamagedException">The bytes are not whole.</exception>
    /// <exception cref="IndexVersionException">They were written by another version.</exception>
    public static StoredPlan Decode(ReadOnlySpan<byte> bytes, string name, Func<int, string?> textOf)
    {
        var facts = DecodeFacts(bytes, name);
        var start = FactsLength(bytes, name);
        if (bytes.Length < start + ChecksumLength)
        {
            throw new IndexDamagedException(name, bytes.Length, "the bytes end early");
        }

        var body = bytes[..^ChecksumLength];
        if (Checksum(body) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[^ChecksumLength..]))
        {
            throw new IndexDamagedException(name, offset: -1, "the checksum of a stored plan is another");
        }

        var reader = new StoredBytesReader(body[start..], name);
        // In the order the bytes are in.
        var plan = new StoredPlan(
            facts,
            ledger: LedgerCodec.Read(ref reader),
            nodes: ReadNodes(ref reader, textOf),
            blocks: StoredBlockCodec.Read(ref reader),
            boxes: ReadBoxes(ref reader),
            tables: ReadTables(ref reader),
            records: ReadRecords(ref reader));
        plan = bytes[0] == WithParts ? PlanPartsCodec.ReadStructure(ref reader, plan, name) : plan;
        return reader.IsAtEnd ? plan : throw reader.Damage("bytes follow the end of the plan");
    }

    /// <summary>The facts of a plan from the beginning of its bytes.</summary>
    /// <param name="bytes">The first <see cref="FactsLength"/> bytes at least.</param>
    /// <param name="name">What the bytes belong to, for the message of an error.</param>
    /// <exception cref="IndexDamagedException">The bytes are not whole.</exception>
    /// <exception cref="IndexVersionException">They were written by another version.</exception>
    public static PlanFacts DecodeFacts(ReadOnlySpan<byte> bytes, string name)
    {
        var end = FactsLength(bytes, name);
        if (end > bytes.Length)
        {
            throw new IndexDamagedException(name, bytes.Length, "the bytes end early");
        }

        var body = bytes[..(end - ChecksumLength)];
        if (Checksum(body) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[body.Length..end]))
        {
            throw new IndexDamagedException(name, offset: -1, "the checksum of a plan's facts is another");
        }

        if (bytes[0] is not (Version or WithParts))
        {
            throw new IndexVersionException(name, bytes[0], Version);
        }

        var reader = new StoredBytesReader(body[HeaderLength..], name);
        var facts = PlanFactsCodec.Read(ref reader);
        facts = bytes[0] == WithParts ? PlanPartsCodec.ReadFacts(ref reader, facts, name) : facts;
        return reader.IsAtEnd ? facts : throw reader.Damage("bytes follow the end of the facts");
    }

    /// <summary>How many bytes <see cref="DecodeFacts"/> needs, by the first <see cref="HeaderLength"/> of them.</summary>
    /// <exception cref="IndexDamagedException">There are fewer, or they state no length.</exception>
    public static int FactsLength(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < HeaderLength)
        {
            throw new IndexDamagedException(name, bytes.Length, "the bytes end early");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]);
        return length is >= 0 and < int.MaxValue - HeaderLength - ChecksumLength
            ? HeaderLength + length + ChecksumLength
            : throw new IndexDamagedException(name, offset: 1, $"facts of {length} bytes");
    }

    private static byte[] Join(int version, ReadOnlySpan<byte> facts, ReadOnlySpan<byte> structure)
    {
        var bytes = new byte[HeaderLength + facts.Length + ChecksumLength + structure.Length + ChecksumLength];
        bytes[0] = (byte)version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), facts.Length);
        facts.CopyTo(bytes.AsSpan(HeaderLength));
        var end = HeaderLength + facts.Length;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(end), Checksum(bytes.AsSpan(0, end)));
        structure.CopyTo(bytes.AsSpan(end + ChecksumLength));
        BinaryPrimitives.WriteUInt32LittleEndian(
            bytes.AsSpan(bytes.Length - ChecksumLength), Checksum(bytes.AsSpan(0, bytes.Length - ChecksumLength)));
        return bytes;
    }

    /// <summary>The CRC-32C of some bytes.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
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

    // A heading is nearly always the text of its block: then a flag says so.
    private static void WriteNodes(StoredBytesWriter writer, ImmutableArray<OutlineNode> nodes, IReadOnlyList<string> texts)
    {
        writer.Unsigned((uint)nodes.Length);
        foreach (var node in nodes)
        {
            var isPrinted = node.Block >= 0 && node.Block < texts.Count && texts[node.Block] == node.Heading;
            writer.Signed(node.Parent);
            writer.Signed(node.Depth);
            writer.Signed(node.Block);
            writer.Byte(isPrinted ? (byte)1 : (byte)0);
            if (!isPrinted)
            {
                writer.Text(node.Heading);
            }

            writer.Text(node.Marker);
        }
    }

    private static ImmutableArray<OutlineNode> ReadNodes(ref StoredBytesReader reader, Func<int, string?> textOf)
    {
        var nodes = ImmutableArray.CreateBuilder<OutlineNode>(reader.Count());
        while (nodes.Count < nodes.Capacity)
        {
            var (parent, depth, block) = (reader.Int32(-1), reader.Int32(), reader.Int32(-1));
            var heading = reader.Byte() == 0 ? reader.Text() : textOf(block) ?? throw reader.Damage($"a heading in block {block}");
            nodes.Add(new OutlineNode(parent, depth, heading, reader.Text(), block));
        }

        return nodes.MoveToImmutable();
    }

    private static void WriteRecords(StoredBytesWriter writer, ImmutableArray<PlanRecord> records)
    {
        writer.Unsigned((uint)records.Length);
        foreach (var record in records)
        {
            writer.Byte((byte)record.Kind);
            writer.Signed(record.Node);
            writer.Signed(record.Box);
            writer.Signed(record.Table);
        }
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
                reader.Int32(),
                reader.Text(),
                reader.Text(),
                reader.Int32(),
                reader.Int32(),
                reader.Int32(),
                reader.Text(),
                reader.Double()));
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
