using System.Runtime.InteropServices;
using System.Text;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Segments;

/// <summary>One segment, open for reading; the tables that every query needs are unpacked in memory.</summary>
internal sealed class SegmentReader : IDisposable
{
    private readonly IndexFileReader _file;
    private readonly string[] _keys;
    private readonly string?[] _kept;
    private readonly int[] _documentRows;
    private readonly int[] _values;
    private readonly int _combinationWidth;

    // Made when a generation is first read, not when a segment is checked or merged, and shared by all that have the segment.
    private readonly Lazy<int[]> _textStarts;
    private readonly Lazy<BlockEntry[]> _entries;
    private readonly Lazy<int[]> _lengths;

    private SegmentReader(IndexFileReader file, IndexSchema schema)
    {
        _file = file;
        Schema = schema;
        (_textStarts, _entries, _lengths) = (new(MakeStarts), new(MakeEntries), new(MakeLengths));
        Summary = SegmentSummary.Read(file);
        _keys = ReadKeys();
        _kept = KeptDocuments.Read(file, Summary.Documents);
        _documentRows = MemoryMarshal.Cast<byte, int>(Sized(SectionTag.Documents, 12L * (Summary.Documents + 1))).ToArray();
        Units = MemoryMarshal.Cast<byte, char>(Sized(SectionTag.Alphabet, 2L * Summary.Units)).ToArray();
        FoldedUnits = [.. Units.Select(Fold.Of)];
        Blocks = new BlockLocator(ReadStarts(), Summary.TextLength);
        Dictionary = new TermDictionary(file, Summary);
        Combinations = ColumnCombinations.Read(file, schema.Columns.Length);
        _combinationWidth = PackedArray.WidthOf(Combinations.Count - 1);
        Spreads = new SpreadTable(file, Summary.Documents, schema.Columns.Length);
        CheckSizes();
        Spans = SpanTable.Read(file, Summary.TextLength, schema.Columns.Length);
        SpanCombinations = CombineSpans();
        _values = [.. schema.Columns.Select(
            (_, column) => 1
                + Enumerable.Range(0, Combinations.Count)
                    .Select(combination => Combinations.Value(combination, column))
                    .DefaultIfEmpty(0)
                    .Max())];
    }

    /// <summary>Counts and widths.</summary>
    public SegmentSummary Summary { get; }

    /// <summary>The index's levels and columns.</summary>
    public IndexSchema Schema { get; }

    /// <summary>Offset to block.</summary>
    public BlockLocator Blocks { get; }

    /// <summary>The bigrams and their lists.</summary>
    public TermDictionary Dictionary { get; }

    /// <summary>How the commonest terms spread over the documents.</summary>
    public SpreadTable Spreads { get; }

    /// <summary>The unit of each code of the text, as it is in the source.</summary>
    public char[] Units { get; }

    /// <summary>The folded unit of each code of the text.</summary>
    public char[] FoldedUnits { get; }

    /// <summary>Documents, deleted ones included.</summary>
    public int DocumentCount => Summary.Documents;

    /// <summary>The text as codes; a code is a rank in <see cref="FoldedUnits"/>.</summary>
    public PackedArray Text => new(_file.Words(SectionTag.Text), Summary.TextWidth);

    /// <summary>Whether folding changed any Han character of the text.</summary>
    public bool HasAltered => Summary.Altered > 0;

    /// <summary>Reads a segment file that is open already; it is disposed of with the reader, or when it does not fit.</summary>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    public static SegmentReader Open(IndexFileReader file, IndexSchema schema)
    {
        try
        {
            return new SegmentReader(file, schema);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The key of a document.</summary>
    public string Key(int document) => _keys[document];

    /// <summary>The name under which a document is kept; null for one that is searched.</summary>
    public string? KeptAs(int document) => _kept[document];

    /// <summary>The first block of a document; for the number after the last, the number of blocks.</summary>
    public int FirstBlock(int document) => _documentRows[document * 3];

    /// <summary>The first record of a document; for the number after the last, the number of records.</summary>
    public int FirstRecord(int document) => _documentRows[(document * 3) + 1];

    /// <summary>What was stored with a document.</summary>
    public ReadOnlySpan<byte> Stored(int document)
    {
        var (start, end) = (_documentRows[(document * 3) + 2], _documentRows[(document * 3) + 5]);
        return _file.Section(SectionTag.Stored)[start..end];
    }

    /// <summary>Where the text of a document begins; for the number after the last, where the text ends.</summary>
    public int TextStart(int document) => Blocks.StartOf(FirstBlock(document));

    /// <summary>The text of a block, without its separator.</summary>
    public string ReadBlock(int block)
    {
        var start = Blocks.StartOf(block);
        return string.Create(Blocks.StartOf(block + 1) - 1 - start, (Reader: this, start), static (text, from) =>
        {
            var codes = from.Reader.Text;
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = from.Reader.Units[codes[from.start + i]];
            }
        });
    }

    /// <summary>The group of a block on a level, from 0 within its document; -1 for none.</summary>
    public int Group(int block, int level)
    {
        var words = PackedArray.WordCount(Summary.Blocks, Summary.LevelWidth);
        return new PackedArray(_file.Words(SectionTag.Levels).Slice((int)(level * words), (int)words), Summary.LevelWidth)[block] - 1;
    }

    /// <summary>What values blocks and spans have in the columns.</summary>
    public ColumnCombinations Combinations { get; }

    /// <summary>Stretches of the text whose mentions have another combination than their block.</summary>
    public SpanTable Spans { get; }

    /// <summary>The combination of each of <see cref="Spans"/>.</summary>
    public int[] SpanCombinations { get; }

    /// <summary>The combination of each block.</summary>
    public PackedArray BlockCombinations => new(_file.Words(SectionTag.Columns), _combinationWidth);

    /// <summary>The value of a block in a column.</summary>
    public byte Value(int block, int column) => (byte)Combinations.Value(BlockCombinations[block], column);

    /// <summary>No value of a column is as large as this.</summary>
    public int ValuesOf(int column) => _values[column];

    /// <summary>Length of each record in code units of its blocks.</summary>
    public PackedArray RecordLengths => new(_file.Words(SectionTag.RecordLengths), Summary.RecordLengthWidth);

    /// <summary>Record of each block, numbered through the segment; -1 for blocks set aside.</summary>
    public int[] ReadRecords()
    {
        var words = (int)PackedArray.WordCount(Summary.Blocks, Summary.LevelWidth);
        var packed = new PackedArray(_file.Words(SectionTag.Levels)[..words], Summary.LevelWidth);
        var records = new int[Summary.Blocks];
        for (var document = 0; document < DocumentCount; document++)
        {
            for (var block = FirstBlock(document); block < FirstBlock(document + 1); block++)
            {
                var record = packed[block];
                records[block] = record == 0 ? -1 : FirstRecord(document) + record - 1;
            }
        }

        return records;
    }

    /// <summary>Where the text of each document begins, and behind the last one the end of the text.</summary>
    public int[] TextStarts => _textStarts.Value;

    /// <summary>The blocks as a generation sees them in which no document is deleted; not to be changed.</summary>
    public BlockEntry[] Entries => _entries.Value;

    /// <summary>Code units of each document's blocks that are searched.</summary>
    public int[] Lengths => _lengths.Value;

    /// <summary>A document as it was added, for writing it again.</summary>
    public IndexDocument ReadDocument(int document)
    {
        var (first, count) = (FirstBlock(document), FirstBlock(document + 1) - FirstBlock(document));
        return new IndexDocument
        {
            Key = Key(document),
            KeptAs = KeptAs(document),
            Blocks = [.. Enumerable.Range(first, count).Select(ReadBlock)],
            Levels = [.. Schema.Levels.Select((_, level) => Enumerable.Range(first, count).Select(block => Group(block, level)).ToArray())],
            Columns = [.. Schema.Columns.Select(
                (_, column) => Enumerable.Range(first, count).Select(block => Value(block, column)).ToArray())],
            Spans = SpansOf(document),
            Stored = Stored(document).ToArray(),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private int[] MakeStarts() => [.. Enumerable.Range(0, DocumentCount + 1).Select(TextStart)];

    private BlockEntry[] MakeEntries()
    {
        var records = ReadRecords();
        var columns = BlockCombinations;
        var entries = new BlockEntry[records.Length];
        for (var block = 0; block < entries.Length; block++)
        {
            entries[block] = new BlockEntry(Blocks.StartOf(block + 1), records[block], columns[block]);
        }

        foreach (var span in Spans.Spans)
        {
            ref var entry = ref entries[Blocks.Find(span.Start)];
            entry = entry.HasSpans ? entry : entry with { Columns = ~entry.Columns };
        }

        return entries;
    }

    private int[] MakeLengths()
    {
        var records = RecordLengths;
        var lengths = new int[DocumentCount];
        for (var document = 0; document < lengths.Length; document++)
        {
            for (var record = FirstRecord(document); record < FirstRecord(document + 1); record++)
            {
                lengths[document] += records[record];
            }
        }

        return lengths;
    }

    private int[] CombineSpans()
    {
        var combinations = new int[Spans.Spans.Length];
        for (var span = 0; span < combinations.Length; span++)
        {
            var (start, _, column, value) = Spans.Spans[span];
            combinations[span] = Combinations.AddWith(BlockCombinations[Blocks.Find(start)], column, value);
        }

        return combinations;
    }

    private List<ColumnSpan> SpansOf(int document)
    {
        var spans = new List<ColumnSpan>();
        for (var span = Spans.FirstBehind(TextStart(document)); span < Spans.Spans.Length
            && Spans.Spans[span].Start < TextStart(document + 1); span++)
        {
            var (start, end, column, value) = Spans.Spans[span];
            var block = Blocks.Find(start);
            spans.Add(new ColumnSpan(block - FirstBlock(document), start - Blocks.StartOf(block), end - start, column, value));
        }

        return spans;
    }

    private ReadOnlySpan<byte> Sized(SectionTag tag, long length)
    {
        var bytes = _file.Section(tag);
        return bytes.Length == length ? bytes : throw _file.Damage(tag, bytes.Length, $"{bytes.Length} bytes instead of {length}");
    }

    private void CheckSizes()
    {
        Sized(SectionTag.Text, 8 * PackedArray.WordCount(Summary.TextLength, Summary.TextWidth));
        Sized(SectionTag.Levels, 8 * Schema.Levels.Length * PackedArray.WordCount(Summary.Blocks, Summary.LevelWidth));
        Sized(SectionTag.Columns, 8 * PackedArray.WordCount(Summary.Blocks, _combinationWidth));
        Sized(SectionTag.RecordLengths, 8 * PackedArray.WordCount(Summary.Records, Summary.RecordLengthWidth));
        Sized(SectionTag.Stored, _documentRows[^1]);
    }

    private string[] ReadKeys()
    {
        var bytes = _file.Section(SectionTag.Keys);
        var keys = new string[Summary.Documents];
        var at = 0;
        for (var document = 0; document < keys.Length; document++)
        {
            var length = Varint.Read(bytes, ref at);
            if (length < 0 || length > bytes.Length - at)
            {
                throw _file.Damage(SectionTag.Keys, at, $"the key of document {document} does not end within the section");
            }

            keys[document] = Encoding.UTF8.GetString(bytes.Slice(at, length));
            at += length;
        }

        return keys;
    }

    private int[] ReadStarts()
    {
        Sized(SectionTag.BlockStarts, 8 * PackedArray.WordCount(Summary.Blocks, Summary.StartWidth));
        var packed = new PackedArray(_file.Words(SectionTag.BlockStarts), Summary.StartWidth);
        var starts = new int[Summary.Blocks];
        for (var block = 0; block < starts.Length; block++)
        {
            starts[block] = packed[block];
        }

        return starts;
    }
}
