using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Embedded;

/// <summary>How a plan's blocks become the engine's levels and columns.</summary>
public static class PlanSchema
{
    /// <summary>Levels record, node and box; columns kind, part, section and context; the version of <see cref="PlanCodec"/>.</summary>
    public static IndexSchema Schema { get; } = new(
        ["record", "node", "box"], [BlockColumns.Kind, BlockColumns.Part, BlockColumns.Section, BlockColumns.Context], PlanCodec.Version)
    {
        Weighting = KindWeights.Weighting,
    };

    /// <summary>The number of a column.</summary>
    /// <exception cref="ColumnNotKeptException">There is no such column.</exception>
    public static int ColumnOf(string name) => Schema.Columns.IndexOf(name) is >= 0 and var column
        ? column
        : throw new ColumnNotKeptException(name, $"it keeps {string.Join(", ", Schema.Columns)}");

    /// <summary>The blocks that some choices leave, as the engine asks for them.</summary>
    /// <exception cref="ColumnNotKeptException">There is no such column, or none with such a value.</exception>
    public static BlockFilter FilterOf(ImmutableArray<BlockChoice> choices)
    {
        if (choices.IsEmpty)
        {
            return BlockFilter.All;
        }

        var masks = new ulong[Schema.Columns.Length];
        Array.Fill(masks, ulong.MaxValue);
        foreach (var choice in choices)
        {
            var allowed = 0UL;
            foreach (var value in choice.Allowed)
            {
                allowed |= value is >= 0 and < IndexSchema.MaxColumnValues
                    ? 1UL << value
                    : throw new ColumnNotKeptException(choice.Column, $"its values are below {IndexSchema.MaxColumnValues}, and {value} is not");
            }

            masks[ColumnOf(choice.Column)] &= allowed;
        }

        return new BlockFilter([.. masks]);
    }
}
