using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Index.Stored.Bytes;

/// <summary>The blocks of a plan, one after the other, each as its difference from the one before.</summary>
/// <remarks>
/// Shape of a block: two bytes of flags, then the members whose flags are set, kind first, in the order of the flags; lines always.
/// A paragraph that continues in its section takes 4 bytes.
/// </remarks>
internal static class StoredBlockCodec
{
    [Flags]
    private enum Has
    {
        None = 0,
        OtherNode = 1 << 0,
        OtherBox = 1 << 1,
        OtherTable = 1 << 2,
        OtherRecord = 1 << 3,
        OtherSection = 1 << 4,
        Entry = 1 << 5,
        Paragraph = 1 << 6,
        Depth = 1 << 7,
        Marker = 1 << 8,
        Lead = 1 << 9,
        Cells = 1 << 10,

        /// <summary>Cells lie one TAB apart from the start on: their lengths say all.</summary>
        CellsInRow = 1 << 11,
        OtherPage = 1 << 12,

        /// <summary>Not exactly one line that begins at offset 0.</summary>
        Lines = 1 << 13,
        Repeat = 1 << 14,
        OtherKind = 1 << 15,
    }

    /// <summary>What the first block is told apart from.</summary>
    private static StoredBlock Before { get; } = new()
    {
        Kind = BlockKind.Paragraph,
        Node = 0,
        Box = -1,
        Table = -1,
        Record = 0,
        Entry = 0,
        Paragraph = 0,
        Depth = 0,
        Marker = "",
        Lead = default,
        Cells = [],
        Page = null,
        Lines = [(0, 0)],
        Section = PlanSection.Undecided,
        Repeat = 1,
    };

    public static void Write(StoredBytesWriter writer, ImmutableArray<StoredBlock> blocks)
    {
        writer.Unsigned((uint)blocks.Length);
        var before = Before;
        foreach (var block in blocks)
        {
            Write(writer, block, before);
            before = block;
        }
    }

    public static ImmutableArray<StoredBlock> Read(ref StoredBytesReader reader)
    {
        var count = reader.Count();
        var blocks = ImmutableArray.CreateBuilder<StoredBlock>(count);
        var before = Before;
        for (var i = 0; i < count; i++)
        {
            before = Read(ref reader, before);
            blocks.Add(before);
        }

        return blocks.MoveToImmutable();
    }

    private static void Write(StoredBytesWriter writer, StoredBlock block, StoredBlock before)
    {
        var has = Flags(block, before);
        writer.Byte((byte)has);
        writer.Byte((byte)((int)has >> 8));
        if (has.HasFlag(Has.OtherKind))
        {
            writer.Byte((byte)block.Kind);
        }

        WriteIf(writer, has, Has.OtherNode, block.Node - (long)before.Node);
        WriteIf(writer, has, Has.OtherBox, block.Box - (long)before.Box);
        WriteIf(writer, has, Has.OtherTable, block.Table - (long)before.Table);
        WriteIf(writer, has, Has.OtherRecord, block.Record - (long)before.Record);
        WriteIf(writer, has, Has.OtherSection, (int)block.Section);
        WriteIf(writer, has, Has.Entry, block.Entry);
        WriteIf(writer, has, Has.Paragraph, block.Paragraph);
        WriteIf(writer, has, Has.Depth, block.Depth);
        if (has.HasFlag(Has.Marker))
        {
            writer.Text(block.Marker);
        }

        WriteIf(writer, has, Has.Lead, block.Lead.Start);
        WriteIf(writer, has, Has.Lead, block.Lead.Length);
        if (has.HasFlag(Has.Cells))
        {
            WriteCells(writer, block.Cells, has.HasFlag(Has.CellsInRow));
        }

        WriteIf(writer, has, Has.OtherPage, block.Page is { } page ? page + 1L : 0);
        WriteLines(writer, block.Lines, has.HasFlag(Has.Lines), LastLine(before));
        WriteIf(writer, has, Has.Repeat, block.Repeat);
    }

    private static StoredBlock Read(ref StoredBytesReader reader, StoredBlock before)
    {
        var has = (Has)(reader.Byte() | (reader.Byte() << 8));
        return new StoredBlock
        {
            Kind = has.HasFlag(Has.OtherKind) ? (BlockKind)reader.Byte() : before.Kind,
            Node = Moved(ref reader, has, Has.OtherNode, before.Node),
            Box = Moved(ref reader, has, Has.OtherBox, before.Box),
            Table = Moved(ref reader, has, Has.OtherTable, before.Table),
            Record = Moved(ref reader, has, Has.OtherRecord, before.Record),
            Section = has.HasFlag(Has.OtherSection) ? (PlanSection)reader.Int32() : before.Section,
            Entry = has.HasFlag(Has.Entry) ? reader.Int32() : 0,
            Paragraph = has.HasFlag(Has.Paragraph) ? reader.Int32() : 0,
            Depth = has.HasFlag(Has.Depth) ? reader.Int32() : 0,
            Marker = has.HasFlag(Has.Marker) ? reader.Text() : "",
            Lead = has.HasFlag(Has.Lead) ? new TextRange(reader.Int32(), reader.Int32()) : default,
            Cells = has.HasFlag(Has.Cells) ? ReadCells(ref reader, has.HasFlag(Has.CellsInRow)) : [],
            Page = has.HasFlag(Has.OtherPage) ? ReadPage(ref reader) : before.Page,
            Lines = ReadLines(ref reader, has.HasFlag(Has.Lines), LastLine(before)),
            Repeat = has.HasFlag(Has.Repeat) ? reader.Int32(least: 1) : 1,
        };
    }

    private static Has Flags(StoredBlock block, StoredBlock before) =>
        When(block.Node != before.Node, Has.OtherNode)
        | When(block.Box != before.Box, Has.OtherBox)
        | When(block.Table != before.Table, Has.OtherTable)
        | When(block.Record != before.Record, Has.OtherRecord)
        | When(block.Section != before.Section, Has.OtherSection)
        | When(block.Entry != 0, Has.Entry)
        | When(block.Paragraph != 0, Has.Paragraph)
        | When(block.Depth != 0, Has.Depth)
        | When(block.Marker.Length > 0, Has.Marker)
        | When(block.Lead != default, Has.Lead)
        | When(!block.Cells.IsEmpty, Has.Cells)
        | When(!block.Cells.IsEmpty && IsInRow(block.Cells), Has.CellsInRow)
        | When(block.Page != before.Page, Has.OtherPage)
        | When(block.Lines is not [(0, _)], Has.Lines)
        | When(block.Repeat != 1, Has.Repeat)
        | When(block.Kind != before.Kind, Has.OtherKind);

    private static Has When(bool isSo, Has flag) => isSo ? flag : Has.None;

    private static bool IsInRow(ImmutableArray<TextRange> cells)
    {
        var next = 0;
        foreach (var cell in cells)
        {
            if (cell.Start != next)
            {
                return false;
            }

            next = cell.End + 1;
        }

        return true;
    }

    private static void WriteIf(StoredBytesWriter writer, Has has, Has flag, long value)
    {
        if (has.HasFlag(flag))
        {
            writer.Signed(value);
        }
    }

    private static int Moved(ref StoredBytesReader reader, Has has, Has flag, int before)
    {
        if (!has.HasFlag(flag))
        {
            return before;
        }

        var value = reader.Int32(least: int.MinValue) + (long)before;
        return value is >= -1 and <= int.MaxValue ? (int)value : throw reader.Damage($"{flag}: {value}");
    }

    private static void WriteCells(StoredBytesWriter writer, ImmutableArray<TextRange> cells, bool isInRow)
    {
        writer.Unsigned((uint)cells.Length);
        foreach (var cell in cells)
        {
            if (!isInRow)
            {
                writer.Signed(cell.Start);
            }

            writer.Signed(cell.Length);
        }
    }

    private static ImmutableArray<TextRange> ReadCells(ref StoredBytesReader reader, bool isInRow)
    {
        var cells = ImmutableArray.CreateBuilder<TextRange>(reader.Count());
        var next = 0;
        while (cells.Count < cells.Capacity)
        {
            var start = isInRow ? next : reader.Int32();
            var length = reader.Int32();
            if (length > int.MaxValue - 1 - start)
            {
                throw reader.Damage($"a cell of {length} code units");
            }

            cells.Add(new TextRange(start, length));
            next = start + length + 1;
        }

        return cells.MoveToImmutable();
    }

    private static int? ReadPage(ref StoredBytesReader reader)
    {
        var value = reader.Int32();
        return value == 0 ? null : value - 1;
    }

    private static int LastLine(StoredBlock block) => block.Lines.IsEmpty ? 0 : block.Lines[^1].Line;

    private static void WriteLines(StoredBytesWriter writer, ImmutableArray<(int Start, int Line)> lines, bool areMany, int line)
    {
        if (areMany)
        {
            writer.Unsigned((uint)lines.Length);
        }

        var start = 0;
        foreach (var next in lines)
        {
            if (areMany)
            {
                writer.Signed(next.Start - (long)start);
            }

            writer.Signed(next.Line - (long)line);
            (start, line) = next;
        }
    }

    private static ImmutableArray<(int Start, int Line)> ReadLines(ref StoredBytesReader reader, bool areMany, int line)
    {
        var count = areMany ? reader.Count() : 1;
        var lines = ImmutableArray.CreateBuilder<(int Start, int Line)>(count);
        var start = 0;
        while (lines.Count < count)
        {
            start = areMany ? Sum(ref reader, start) : 0;
            line = Sum(ref reader, line);
            lines.Add((start, line));
        }

        return lines.MoveToImmutable();
    }

    private static int Sum(ref StoredBytesReader reader, int before)
    {
        var value = before + (long)reader.Int32(least: int.MinValue);
        return value is >= 0 and <= int.MaxValue ? (int)value : throw reader.Damage($"a line or offset of {value}");
    }
}
