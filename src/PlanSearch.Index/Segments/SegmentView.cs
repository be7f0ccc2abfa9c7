using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PlanSearch.Index.Format;

namespace PlanSearch.Index.Segments;

/// <summary>A segment as a generation sees it: which of its documents live, and how they are numbered in the reader.</summary>
internal sealed class SegmentView
{
    /// <summary>The record of a block that is set aside.</summary>
    public const int AsideRecord = -1;

    /// <summary>The record of a block whose document is deleted.</summary>
    public const int DeletedRecord = -2;

    private readonly int[] _numbers;
    private readonly int[] _locals;
    private readonly BlockEntry[] _blocks;
    private readonly int[] _textStarts;

    /// <summary>
    /// A segment without the documents named in <paramref name="deleted"/>, those that are searched numbered from
    /// <paramref name="firstNumber"/> on.
    /// </summary>
    public SegmentView(SegmentReader segment, IReadOnlyCollection<int> deleted, int firstNumber)
    {
        Segment = segment;
        FirstNumber = firstNumber;
        _numbers = new int[segment.DocumentCount];
        foreach (var document in deleted)
        {
            _numbers[document] = -1;
        }

        Kept = [.. Enumerable.Range(0, _numbers.Length).Where(document => _numbers[document] == 0 && segment.KeptAs(document) is not null)];
        foreach (var document in Kept)
        {
            _numbers[document] = -1;
        }

        _locals = [.. Enumerable.Range(0, _numbers.Length).Where(document => _numbers[document] == 0)];
        for (var i = 0; i < _locals.Length; i++)
        {
            _numbers[_locals[i]] = firstNumber + i;
        }

        _textStarts = segment.TextStarts;
        _blocks = segment.Entries;
        if (deleted.Count > 0)
        {
            _blocks = (BlockEntry[])_blocks.Clone();
            foreach (var document in deleted)
            {
                for (var block = segment.FirstBlock(document); block < segment.FirstBlock(document + 1); block++)
                {
                    _blocks[block] = _blocks[block] with { Record = DeletedRecord };
                }
            }
        }
    }

    /// <summary>The segment itself, which other generations may share.</summary>
    public SegmentReader Segment { get; }

    /// <summary>The number in the reader of its first document that lives.</summary>
    public int FirstNumber { get; }

    /// <summary>Documents that are searched.</summary>
    public int Live => _locals.Length;

    /// <summary>The numbers in the segment of those that are kept.</summary>
    public ImmutableArray<int> Kept { get; }

    /// <summary>What values its blocks have in the columns.</summary>
    public ColumnCombinations Combinations => Segment.Combinations;

    /// <summary>Where the text of each document begins, and behind the last one the end of the text.</summary>
    public ReadOnlySpan<int> TextStarts => _textStarts;

    /// <summary>By number of the block in the segment; those of deleted documents belong to no record.</summary>
    public ReadOnlySpan<BlockEntry> Blocks => _blocks;

    /// <summary>The block of each of some offsets, in any order.</summary>
    /// <remarks>
    /// In steps that each do one thing for all of them: what a step reads from memory is then fetched side by side, not one after the
    /// other.
    /// </remarks>
    public void Locate(ReadOnlySpan<int> offsets, Span<int> blocks)
    {
        Segment.Blocks.Hint(offsets, blocks);
        var entries = Blocks;
        blocks = blocks[..offsets.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            blocks[i] = block + (entries[block].End <= offsets[i] ? 1 : 0);
        }

        for (var i = 0; i < blocks.Length; i++)
        {
            while (entries[blocks[i]].End <= offsets[i])
            {
                blocks[i]++;
            }
        }
    }

    /// <summary>The combination of column values of a mention.</summary>
    /// <param name="entry">What is known of its block.</param>
    /// <param name="offset">Where it begins in the text.</param>
    /// <param name="length">Code units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CombinationOf(in BlockEntry entry, int offset, int length) =>
        entry.HasSpans ? CombinationInSpans(~entry.Columns, offset, length) : entry.Columns;

    /// <summary>The number in the reader of a document of the segment; -1 when it is deleted or kept.</summary>
    public int NumberOf(int document) => _numbers[document];

    /// <summary>The number in the segment of a document of the reader.</summary>
    public int LocalOf(int number) => _locals[number - FirstNumber];

    /// <summary>The first record in the segment of a document of the reader.</summary>
    public int FirstRecordOf(int number) => Segment.FirstRecord(LocalOf(number));

    /// <summary>Where a block begins in the text.</summary>
    public int StartOf(int block) => block == 0 ? 0 : _blocks[block - 1].End;

    private int CombinationInSpans(int ofBlock, int offset, int length)
    {
        var spans = Segment.Spans.Spans;
        var span = Segment.Spans.FirstBehind(offset);
        return span < spans.Length && spans[span].Start <= offset && spans[span].End >= offset + length
            ? Segment.SpanCombinations[span]
            : ofBlock;
    }
}
