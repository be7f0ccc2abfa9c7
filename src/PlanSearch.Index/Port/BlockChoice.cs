using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Port;

/// <summary>The blocks that count: those with one of some values in a column. Choices of several columns hold together.</summary>
/// <param name="Column">The column, see <see cref="BlockColumns"/>.</param>
/// <param name="Allowed">The numbers of the values; none allows no block.</param>
public sealed record BlockChoice(string Column, ImmutableArray<int> Allowed)
{
    /// <summary>Whether it is a part of the query, so that it holds for the facet of its own column too.</summary>
    public bool IsLasting { get; init; }
}

/// <summary>The columns of blocks. What is not kept is refused by name.</summary>
public static class BlockColumns
{
    /// <summary>Which <see cref="Plans.BlockKind"/> the block is, as its number.</summary>
    public const string Kind = "kind";

    /// <summary>文中位置.</summary>
    public const string Part = FacetNames.Part;

    /// <summary>板块.</summary>
    public const string Section = FacetNames.Section;

    /// <summary>用法: of a span of a block it may be another than the block's.</summary>
    public const string Context = FacetNames.Context;

    /// <summary>A value is a number below this.</summary>
    internal const int MaxValues = 64;

    /// <summary>All of them, by the ranks of <see cref="PlanRanks"/>.</summary>
    public static ImmutableArray<string> All { get; } = [Kind, Part, Section, Context];

    /// <summary>The place of a column in <see cref="All"/>, from 0.</summary>
    /// <exception cref="ColumnNotKeptException">There is no such column.</exception>
    public static int RankOf(string name) => All.IndexOf(name) is >= 0 and var column
        ? column
        : throw new ColumnNotKeptException(name, $"it keeps {string.Join(", ", All)}");

    /// <summary>The blocks that some choices leave.</summary>
    /// <exception cref="ColumnNotKeptException">There is no such column, or none with such a value.</exception>
    public static BlockFilter FilterOf(ImmutableArray<BlockChoice> choices)
    {
        if (choices.IsEmpty)
        {
            return BlockFilter.All;
        }

        var masks = new ulong[All.Length];
        Array.Fill(masks, ulong.MaxValue);
        foreach (var choice in choices)
        {
            var allowed = 0UL;
            foreach (var value in choice.Allowed)
            {
                allowed |= value is >= 0 and < MaxValues
                    ? 1UL << value
                    : throw new ColumnNotKeptException(choice.Column, $"its values are below {MaxValues}, and {value} is not");
            }

            masks[RankOf(choice.Column)] &= allowed;
        }

        return new BlockFilter([.. masks]);
    }
}
