using System.Runtime.CompilerServices;
using PlanSearch.Plans.Text;

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

/// <summary>Says what blocks of a segment are to a search: to each occurrence, as spans of a block may have other values than the block.</summary>
internal readonly ref struct BlockRoles
{
    private readonly SegmentView _view;
    private readonly ReadOnlySpan<bool> _allowed;

    /// <param name="view">The segment.</param>
    /// <param name="filter">Which blocks take part.</param>
    public BlockRoles(SegmentView view, BlockFilter filter)
    {
        _view = view;
        _allowed = filter.IsAll ? [] : view.Combinations.Allowed(filter);
    }

    /// <summary>What the block of an occurrence is to it.</summary>
    /// <param name="entry">What is known of the block.</param>
    /// <param name="offset">Where the occurrence begins in the text.</param>
    /// <param name="length">Code units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockRole Of(in BlockEntry entry, int offset, int length) =>
        entry.Record >= 0 ? (_allowed.IsEmpty || _allowed[_view.CombinationOf(entry, offset, length)] ? BlockRole.Searched : BlockRole.Skipped)
        : entry.Record == SegmentView.DeletedRecord ? BlockRole.Skipped
        : BlockRole.Aside;
}
