namespace PlanSearch.Plans.Text;

/// <summary>A text as queries are decided in it: its blocks in reading order, the groups they lie in, and their values by column.</summary>
/// <remarks>
/// Every array in <see cref="Levels"/> and <see cref="Columns"/> has one value per block.
/// In a block's text <see cref="Fold.Separator"/> is between table cells: nothing matches across it.
/// </remarks>
public record TextBlocks
{
    /// <summary>The texts of the blocks, in reading order; none is empty.</summary>
    public required IReadOnlyList<string> Blocks { get; init; }

    /// <summary>
    /// [level][block]: the number of the group the block lies in, from 0; -1 for none. The first level is the record; a block without one
    /// is set aside.
    /// </summary>
    public required int[][] Levels { get; init; }

    /// <summary>[column][block]: values below 64. The first column is the kind of block.</summary>
    public required byte[][] Columns { get; init; }

    /// <summary>Spans of blocks with another value in a column, rising, none over another.</summary>
    public IReadOnlyList<ColumnSpan> Spans { get; init; } = [];

    /// <summary>Whether a block is set aside: counted on its own, never among the mentions.</summary>
    public bool IsAside(int block) => Levels[0][block] < 0;

    /// <summary>What a match has in a column: the value of a span that holds all of it, else its block's.</summary>
    public byte ValueOf(TextMatch match, int column)
    {
        foreach (var span in Spans)
        {
            if (span.Block == match.Block && span.Column == column && span.Start <= match.Start && span.Start + span.Length >= match.End)
            {
                return span.Value;
            }
        }

        return Columns[column][match.Block];
    }

    /// <summary>Whether a filter lets a match through.</summary>
    public bool IsAllowed(TextMatch match, BlockFilter filter)
    {
        for (var column = 0; !filter.IsAll && column < filter.Allowed.Length; column++)
        {
            if ((filter.Allowed[column] >> ValueOf(match, column) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
