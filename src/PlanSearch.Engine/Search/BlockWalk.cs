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
    private readonly ReadOnlySpan<int> _records;
    private readonly bool _isFiltered;
    private readonly BlockFilter _filter;
    private int _segmentDocument;
    private int _endBlock;
    private int _block;

    /// <summary>Starts before the first block.</summary>
    public BlockWalk(SegmentView view, BlockFilter filter)
    {
        _view = view;
        _records = view.Segment.Records;
        _filter = filter;
        _isFiltered = !filter.IsAll;
        _segmentDocument = -1;
    }

    /// <summary>The block of the last offset.</summary>
    public readonly int Block => _block;

    /// <summary>Its record in the segment; -1 when it is set aside.</summary>
    public readonly int Record => _records[_block];

    /// <summary>Its document's number in the segment.</summary>
    public readonly int SegmentDocument => _segmentDocument;

    /// <summary>Its document's number in the reader.</summary>
    public int Document { get; private set; }

    /// <summary>Goes to the block of an offset; offsets never fall.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockRole MoveTo(int offset)
    {
        var segment = _view.Segment;
        _block = segment.Blocks.FindFrom(_block, offset);
        while (_block >= _endBlock)
        {
            _segmentDocument++;
            _endBlock = segment.FirstBlock(_segmentDocument + 1);
            Document = _view.NumberOf(_segmentDocument);
        }

        if (Document < 0)
        {
            return BlockRole.Skipped;
        }

        if (_records[_block] < 0)
        {
            return BlockRole.Aside;
        }

        return !_isFiltered || IsAllowed(segment) ? BlockRole.Searched : BlockRole.Skipped;
    }

    private readonly bool IsAllowed(SegmentReader segment)
    {
        for (var column = 0; column < _filter.Allowed.Length; column++)
        {
            if ((_filter.Allowed[column] >> segment.Column(column)[_block] & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
