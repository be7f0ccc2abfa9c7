using System.Runtime.CompilerServices;
using PlanSearch.Engine.Format;

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

/// <summary>Looks up the blocks of a segment where occurrences stand.</summary>
internal ref struct BlockWalk
{
    private readonly SegmentView _view;
    private readonly ReadOnlySpan<int> _hints;
    private readonly ReadOnlySpan<BlockEntry> _blocks;
    private readonly BlockFilter _filter;
    private readonly bool _isFiltered;

    /// <summary>Stands nowhere yet.</summary>
    public BlockWalk(SegmentView view, BlockFilter filter)
    {
        _view = view;
        _hints = view.Segment.Blocks.Hints;
        _blocks = view.Blocks;
        _filter = filter;
        _isFiltered = !filter.IsAll;
    }

    /// <summary>The block of the last offset.</summary>
    public int Block { get; private set; }

    /// <summary>Its record in the segment; below 0 when it is set aside or deleted.</summary>
    public int Record { get; private set; }

    /// <summary>Its document's number in the reader.</summary>
    public readonly int Document => _blocks[Block].Document;

    /// <summary>Its document's number in the segment.</summary>
    public readonly int SegmentDocument => _view.LocalOf(Document);

    /// <summary>Goes to the block of an offset, in any order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockRole MoveTo(int offset)
    {
        var block = _hints[offset >> BlockLocator.HintShift];
        block += offset >= _blocks[block].End ? 1 : 0;
        while (offset >= _blocks[block].End)
        {
            block++;
        }

        Block = block;
        Record = _blocks[block].Record;
        return Record < 0
            ? (Record == SegmentView.DeletedRecord ? BlockRole.Skipped : BlockRole.Aside)
            : (!_isFiltered || IsAllowed(Block) ? BlockRole.Searched : BlockRole.Skipped);
    }

    private readonly bool IsAllowed(int block)
    {
        for (var column = 0; column < _filter.Allowed.Length; column++)
        {
            if ((_filter.Allowed[column] >> _view.Segment.Column(column)[block] & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
