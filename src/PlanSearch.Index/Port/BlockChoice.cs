using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Index.Port;

/// <summary>The blocks that count: those with one of some values in a column. Choices of several columns hold together.</summary>
/// <param name="Column">The column, see <see cref="BlockColumns"/>.</param>
/// <param name="Allowed">The numbers of the values; none allows no block.</param>
public sealed record BlockChoice(string Column, ImmutableArray<int> Allowed)
{
    /// <summary>Whether it is a part of the query, so that it holds for the facet of its own column too.</summary>
    public bool IsLasting { get; init; }
}

/// <summary>The columns of blocks. An index may keep fewer, or others as well; what it does not keep it refuses by name.</summary>
public static class BlockColumns
{
    /// <summary>The kind of the block.</summary>
    public const string Kind = "kind";

    /// <summary>文中位置.</summary>
    public const string Part = FacetNames.Part;

    /// <summary>板块.</summary>
    public const string Section = FacetNames.Section;

    /// <summary>用法: of a stretch of a block it may be another than the block's.</summary>
    public const string Context = FacetNames.Context;
}
