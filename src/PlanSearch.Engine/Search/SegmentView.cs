using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Search;

/// <summary>A segment as a generation sees it: which of its documents live, and how they are numbered in the reader.</summary>
internal sealed class SegmentView
{
    /// <summary>The record of a block whose document is deleted.</summary>
    public const int DeletedRecord = -2;

    private readonly int[] _numbers;
    private readonly int[] _locals;
    private readonly BlockEntry[] _blocks;

    /// <summary>A segment without the documents named in <paramref name="deleted"/>, numbered from <paramref name="firstNumber"/> on.</summary>
    public SegmentView(SegmentReader segment, IReadOnlyCollection<int> deleted, int firstNumber)
    {
        Segment = segment;
        FirstNumber = firstNumber;
        _numbers = new int[segment.DocumentCount];
        foreach (var document in deleted)
        {
            _numbers[document] = -1;
        }

        _locals = [.. Enumerable.Range(0, _numbers.Length).Where(document => _numbers[document] == 0)];
        for (var i = 0; i < _locals.Length; i++)
        {
            _numbers[_locals[i]] = firstNumber + i;
        }

        var (records, columns) = (segment.ReadRecords(), segment.PackColumns());
        _blocks = new BlockEntry[records.Length];
        for (var document = 0; document < _numbers.Length; document++)
        {
            for (var block = segment.FirstBlock(document); block < segment.FirstBlock(document + 1); block++)
            {
                var record = _numbers[document] < 0 ? DeletedRecord : records[block];
                _blocks[block] = new BlockEntry(segment.Blocks.StartOf(block + 1), record, _numbers[document], columns[block]);
            }
        }
    }

    /// <summary>The segment.</summary>
    public SegmentReader Segment { get; }

    /// <summary>The number in the reader of its first document that lives.</summary>
    public int FirstNumber { get; }

    /// <summary>Documents that are not deleted.</summary>
    public int Live => _locals.Length;

    /// <summary>The blocks of the segment.</summary>
    public ReadOnlySpan<BlockEntry> Blocks => _blocks;

    /// <summary>The block of each of some offsets, in any order.</summary>
    /// <remarks>In steps that each do one thing for all of them: what a step reads from memory is then fetched side by side, not one after the other.</remarks>
    public void Locate(ReadOnlySpan<int> offsets, Span<int> blocks)
    {
        var hints = Segment.Blocks.Hints;
        var entries = Blocks;
        blocks = blocks[..offsets.Length];
        for (var i = 0; i < offsets.Length; i++)
        {
            blocks[i] = hints[offsets[i] >> BlockLocator.HintShift];
        }

        for (var i = 0; i < offsets.Length; i++)
        {
            blocks[i] += entries[blocks[i]].End <= offsets[i] ? 1 : 0;
        }

        for (var i = 0; i < offsets.Length; i++)
        {
            while (entries[blocks[i]].End <= offsets[i])
            {
                blocks[i]++;
            }
        }
    }

    /// <summary>The number in the reader of a document of the segment; -1 when it is deleted.</summary>
    public int NumberOf(int document) => _numbers[document];

    /// <summary>The number in the segment of a document of the reader.</summary>
    public int LocalOf(int number) => _locals[number - FirstNumber];

    /// <summary>The first block of a document of the reader.</summary>
    public int FirstBlockOf(int number) => Segment.FirstBlock(LocalOf(number));

    /// <summary>Where a block begins in the text.</summary>
    public int StartOf(int block) => Segment.Blocks.StartOf(block);
}

/// <summary>What a search must know of a block, side by side in memory, since each block met is a miss of the cache.</summary>
/// <param name="End">Where the next block begins in the text.</param>
/// <param name="Record">Its record, numbered through the segment; -1 when it is set aside, <see cref="SegmentView.DeletedRecord"/> when deleted.</param>
/// <param name="Document">The number in the reader of its document; -1 when deleted.</param>
/// <param name="Columns">Its values, column 0 in the lowest byte.</param>
internal readonly record struct BlockEntry(int End, int Record, int Document, uint Columns)
{
    /// <summary>Its value in a column.</summary>
    public int Value(int column) => (int)(Columns >> (8 * column)) & 0xFF;
}
