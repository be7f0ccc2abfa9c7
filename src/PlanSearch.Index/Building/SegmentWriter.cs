using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PlanSearch.Index.Format;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Building;

/// <summary>
/// Writes the documents of a <see cref="SegmentBuilder"/> as a segment file; read by <see cref="Index.Segments.SegmentReader"/>. FORMAT.md,
/// "Segment".
/// </summary>
internal sealed class SegmentWriter
{
    private readonly SegmentBuilder _segment;
    private readonly IndexFileWriter _file;
    private readonly Alphabet _alphabet;
    private readonly ushort[] _ranks;
    private readonly int[] _altered;
    private readonly int[] _recordLengths;

    private SegmentWriter(SegmentBuilder segment, Stream stream, ulong id)
    {
        _segment = segment;
        _file = new IndexFileWriter(stream, IndexFileKind.Segment, id);
        _alphabet = new Alphabet(segment.Text);
        _ranks = new ushort[segment.Length];
        var text = segment.Text;
        var ranks = _alphabet.Ranks;
        for (var offset = 0; offset < text.Length; offset++)
        {
            _ranks[offset] = ranks[text[offset]];
        }

        _altered = Altered(text, _alphabet.Units);
        _recordLengths = RecordLengths(segment);
    }

    /// <summary>Writes a segment of at least one document.</summary>
    public static void Write(SegmentBuilder segment, Stream stream, ulong id)
    {
        var writer = new SegmentWriter(segment, stream, id);
        var bigrams = new BigramLists(segment, writer._alphabet.Folded, writer._ranks, writer._recordLengths);
        writer.WriteSummary(bigrams);
        writer.WriteDocuments();
        writer.WriteText();
        writer.WriteBlocks();
        bigrams.Write(writer._file);
        writer.WriteAltered();
        writer._file.Finish();
    }

    private static int[] Altered(ReadOnlySpan<char> text, char[] units)
    {
        var wanted = System.Buffers.SearchValues.Create(units.Where(unit => Fold.Of(unit) != unit && Fold.IsHan(Fold.Of(unit))).ToArray());
        var altered = new List<int>();
        for (var offset = text.IndexOfAny(wanted); offset >= 0;)
        {
            altered.Add(offset);
            var next = text[(offset + 1)..].IndexOfAny(wanted);
            offset = next < 0 ? -1 : offset + 1 + next;
        }

        return [.. altered];
    }

    private static int[] RecordLengths(SegmentBuilder segment)
    {
        var lengths = new int[segment.RecordCount];
        var records = segment.Level(0);
        var document = -1;
        for (var block = 0; block < segment.BlockStarts.Length; block++)
        {
            while (document + 1 < segment.Documents.Count && segment.Documents[document + 1].FirstBlock <= block)
            {
                document++;
            }

            if (records[block] >= 0)
            {
                var end = block + 1 < segment.BlockStarts.Length ? segment.BlockStarts[block + 1] : segment.Length;
                lengths[segment.Documents[document].FirstRecord + records[block]] += end - 1 - segment.BlockStarts[block];
            }
        }

        return lengths;
    }

    private void WriteSummary(BigramLists bigrams) => new SegmentSummary
    {
        TextLength = _segment.Length,
        Documents = _segment.Documents.Count,
        Blocks = _segment.BlockStarts.Length,
        Records = _segment.RecordCount,
        Units = _alphabet.Units.Length,
        FoldedUnits = _alphabet.Folded.Length - 1,
        Bigrams = bigrams.Count,
        TextWidth = PackedArray.WidthOf(_alphabet.Units.Length - 1),
        StartWidth = PackedArray.WidthOf(_segment.Length),
        LevelWidth = PackedArray.WidthOf(LargestGroup() + 1),
        RecordLengthWidth = PackedArray.WidthOf(_recordLengths.DefaultIfEmpty(0).Max()),
        SecondWidth = bigrams.SecondWidth,
        ListWidth = bigrams.ListWidth,
        Altered = _altered.Length,
    }.Write(_file);

    private int LargestGroup()
    {
        var largest = 0;
        for (var level = 0; level < _segment.Schema.Levels.Length; level++)
        {
            foreach (var group in _segment.Level(level))
            {
                largest = Math.Max(largest, group);
            }
        }

        return largest;
    }

    private void WriteDocuments()
    {
        var keys = new List<byte>();
        foreach (var document in _segment.Documents)
        {
            var key = Encoding.UTF8.GetBytes(document.Key);
            Varint.Write(keys, key.Length);
            keys.AddRange(key);
        }

        _file.Begin(SectionTag.Keys);
        _file.Write(CollectionsMarshal.AsSpan(keys));

        _file.Begin(SectionTag.Documents);
        var stored = 0;
        Span<byte> row = stackalloc byte[3 * sizeof(int)];
        foreach (var document in _segment.Documents)
        {
            WriteRow(row, document.FirstBlock, document.FirstRecord, stored);
            stored = checked(stored + document.Stored.Length);
        }

        WriteRow(row, _segment.BlockStarts.Length, _segment.RecordCount, stored);

        _file.Begin(SectionTag.Stored);
        foreach (var document in _segment.Documents)
        {
            _file.Write(document.Stored.Span);
        }

        KeptDocuments.Write(_file, [.. _segment.Documents.Select(document => document.KeptAs)]);
    }

    private void WriteRow(Span<byte> row, int firstBlock, int firstRecord, int stored)
    {
        BinaryPrimitives.WriteInt32LittleEndian(row, firstBlock);
        BinaryPrimitives.WriteInt32LittleEndian(row[4..], firstRecord);
        BinaryPrimitives.WriteInt32LittleEndian(row[8..], stored);
        _file.Write(row);
    }

    private void WriteText()
    {
        _file.Begin(SectionTag.Alphabet);
        _file.Write(MemoryMarshal.AsBytes<char>(_alphabet.Units));

        _file.Begin(SectionTag.Text);
        PackedArray.Write(_file, _segment.Text, _alphabet.Codes, PackedArray.WidthOf(_alphabet.Units.Length - 1));
    }

    private void WriteBlocks()
    {
        _file.Begin(SectionTag.BlockStarts);
        PackedArray.Write(_file, _segment.BlockStarts, PackedArray.WidthOf(_segment.Length));

        var width = PackedArray.WidthOf(LargestGroup() + 1);
        _file.Begin(SectionTag.Levels);
        for (var level = 0; level < _segment.Schema.Levels.Length; level++)
        {
            var groups = _segment.Level(level).ToArray();
            for (var block = 0; block < groups.Length; block++)
            {
                groups[block]++;
            }

            PackedArray.Write(_file, groups, width);
        }

        WriteColumns();

        _file.Begin(SectionTag.RecordLengths);
        PackedArray.Write(_file, _recordLengths, PackedArray.WidthOf(_recordLengths.DefaultIfEmpty(0).Max()));
    }

    private void WriteColumns()
    {
        var columns = _segment.Schema.Columns.Length;
        var combinations = new ColumnCombinations(columns);
        var numbers = new int[_segment.BlockStarts.Length];
        Span<byte> values = stackalloc byte[columns];
        for (var block = 0; block < numbers.Length; block++)
        {
            for (var column = 0; column < columns; column++)
            {
                values[column] = _segment.Column(column)[block];
            }

            numbers[block] = combinations.Add(values);
        }

        combinations.Write(_file);
        _file.Begin(SectionTag.Columns);
        PackedArray.Write(_file, numbers, PackedArray.WidthOf(combinations.Count - 1));
        _segment.Spans.Write(_file);
    }

    private void WriteAltered()
    {
        _file.Begin(SectionTag.Altered);
        if (_altered.Length > 0)
        {
            _file.Write(new PostingsWriter().Encode(_altered, default, doubled: false));
        }

        _file.Write(stackalloc byte[sizeof(ulong)]);
    }
}
