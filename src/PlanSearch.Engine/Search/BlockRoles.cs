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

/// <summary>Says what blocks are to a search.</summary>
internal readonly ref struct BlockRoles
{
    private readonly ReadOnlySpan<ulong> _allowed;

    /// <param name="filter">Which blocks take part.</param>
    public BlockRoles(BlockFilter filter) => _allowed = filter.IsAll ? [] : filter.Allowed.AsSpan();

    /// <summary>What a block is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockRole Of(in BlockEntry entry) =>
        entry.Record >= 0 ? (_allowed.IsEmpty || IsAllowed(entry.Columns) ? BlockRole.Searched : BlockRole.Skipped)
        : entry.Record == SegmentView.DeletedRecord ? BlockRole.Skipped
        : BlockRole.Aside;

    private bool IsAllowed(uint columns)
    {
        foreach (var allowed in _allowed)
        {
            if ((allowed >> (int)(columns & 0xFF) & 1) == 0)
            {
                return false;
            }

            columns >>= 8;
        }

        return true;
    }
}
