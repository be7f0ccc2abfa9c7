using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>Which blocks take part in a search: a mask of allowed values for each column of the schema.</summary>
/// <param name="Allowed">Bit v of element c says that value v of column c is allowed; empty allows everything.</param>
public readonly record struct BlockFilter(ImmutableArray<ulong> Allowed)
{
    /// <summary>Every block.</summary>
    public static BlockFilter All { get; } = new([]);

    /// <summary>Whether nothing is filtered.</summary>
    public bool IsAll => Allowed.IsDefaultOrEmpty || Allowed.All(mask => mask == ulong.MaxValue);
}
