using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Segments;

/// <summary>One segment, open for reading; the tables that every query needs are unpacked in memory.</summary>
internal sealed class SegmentReader : SegmentTexts
{
    private readonly int[] _values;
    private readonly int _combinationWidth;

    // Made when a generation is first read, not when a segment is checked or merged, and shared by all that have the segment.
    private readonly Lazy<int[]> _textStarts;
    private readonly Lazy<BlockEntry[]> _entries;
    private readonly Lazy<int[]> _lengths;

    private SegmentReader(IndexFileReader file, IndexSchema schema)
        : base(file)
    {
        Schema = schema;
        (_textStarts, _entries, _lengths) = (new(MakeStarts), new(MakeEntries), new(MakeLengths));
        FoldedUnits = [.. Units.Select(Fold.Of)];
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

    /// <summary>The index's levels and columns.</summary>
    public IndexSchema Schema { get; }

    /// <summary>The bigrams and their lists.</summary>
    public TermDictionary Dictionary { get; }

    /// <summary>How the commonest terms spread over the documents.</summary>
    public SpreadTable Spreads { get; }

    /// <summary>The folded unit of each code of the text.</summary>
    public char[] FoldedUnits { get; }

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

    /// <summary>The group of a block on a level, from 0 within its document; -1 for none.</summary>
    public int Group(int block, int level)
    {
        var words = PackedArray.WordCount(Summary.Blocks, Summary.LevelWidth);
        return new PackedArray(File.Words(SectionTag.Levels).Slice((int)(level * words), (int)words), Summary.LevelWidth)[block] - 1;
    }

    /// <summary>What values blocks and spans have in the columns.</summary>
    public ColumnCombinations Combinations { get; }

    /// <summary>Spans of the text whose mentions have another combination than their block.</summary>
    public SpanTable Spans { get; }

    /// <summary>The number in <see cref="Combinations"/> of each of <see cref="Spans"/>, by its rank.</summary>
    public int[] SpanCombinations { get; }

    /// <summary>By block of the segment the number in <see cref="Combinations"/>; unpacked as it is asked for.</summary>
    public PackedArray BlockCombinations => new(File.Words(SectionTag.Columns), _combinationWidth);

    /// <summary>What a block has in a column, 0 to 63; spans of its text may have another.</summary>
    public byte Value(int block, int column) => (byte)Combinations.Value(BlockCombinations[block], column);

    /// <summary>No value of a column is as large as this.</summary>
    public int ValuesOf(int column) => _values[column];

    /// <summary>Length of each record in code units of its blocks.</summary>
    public PackedArray RecordLengths => new(File.Words(SectionTag.RecordLengths), Summary.RecordLengthWidth);

    /// <summary>Record of each block, numbered through the segment; -1 for blocks set aside.</summary>
    public int[] ReadRecords()
    {
        var words = (int)PackedArray.WordCount(Summary.Blocks, Summary.LevelWidth);
        var packed = new PackedArray(File.Words(SectionTag.Levels)[..words], Summary.LevelWidth);
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

    private void CheckSizes()
    {
        Sized(SectionTag.Levels, 8 * Schema.Levels.Length * PackedArray.WordCount(Summary.Blocks, Summary.LevelWidth));
        Sized(SectionTag.Columns, 8 * PackedArray.WordCount(Summary.Blocks, _combinationWidth));
        Sized(SectionTag.RecordLengths, 8 * PackedArray.WordCount(Summary.Records, Summary.RecordLengthWidth));
    }
}
