using System.Runtime.CompilerServices;

namespace PlanSearch.Engine.Search;

/// <summary>What a block is to a search.</summary>
internal enum BlockRole
{
    /// <summary>Its document is deleted, or the filter leaves it out.</summary>
    Skipped,

    /// <summary>It takes part.</summary>
    Searched,

    /// <summary>It is set aside: counted on its own.</summary>
    Aside,
}

/// <summary>Walks a segment's blocks along rising offsets.</summary>
internal ref struct BlockWalk
{
    private readonly SegmentView _view;
    private readonly SegmentReader _segment;
    private readonly ReadOnlySpan<int> _records;
    private readonly BlockFilter _filter;
    private readonly bool _isFiltered;
    private BlockRole _role;
    private int _end;
    private int _endBlock;

    /// <summary>Starts before the first block.</summary>
    public BlockWalk(SegmentView view, BlockFilter filter)
    {
        _view = view;
        _segment = view.Segment;
        _records = view.Segment.Records;
        _filter = filter;
        _isFiltered = !filter.IsAll;
        SegmentDocument = -1;
    }

    /// <summary>The block of the last offset.</summary>
    public int Block { get; private set; }

    /// <summary>Its record in the segment; -1 when it is set aside.</summary>
    public readonly int Record => _records[Block];

    /// <summary>Its document's number in the segment.</summary>
    public int SegmentDocument { get; private set; }

    /// <summary>Its document's number in the reader.</summary>
    public int Document { get; private set; }

    /// <summary>Goes to the block of an offset; offsets never fall.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockRole MoveTo(int offset)
    {
        if (offset >= _end)
        {
            Enter(_segment.Blocks.Find(offset));
        }

        return _role;
    }

    private void Enter(int block)
    {
        Block = block;
        _end = _segment.Blocks.StartOf(block + 1);
        while (block >= _endBlock)
        {
            SegmentDocument++;
            _endBlock = _segment.FirstBlock(SegmentDocument + 1);
            Document = _view.NumberOf(SegmentDocument);
        }

        _role = Document < 0 ? BlockRole.Skipped
            : _records[block] < 0 ? BlockRole.Aside
            : !_isFiltered || IsAllowed(block) ? BlockRole.Searched
            : BlockRole.Skipped;
    }

    private readonly bool IsAllowed(int block)
    {
        for (var column = 0; column < _filter.Allowed.Length; column++)
        {
            if ((_filter.Allowed[column] >> _segment.Column(column)[block] & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
