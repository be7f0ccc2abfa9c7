namespace PlanSearch.Engine;

/// <summary>A document as it is handed to the index: its blocks in reading order, column by column.</summary>
/// <remarks>
/// Every array in <see cref="Levels"/> and <see cref="Columns"/> has one value per block, in the order of the schema.
/// In a block's text <see cref="Analysis.Fold.Separator"/> stands between table cells: nothing matches across it.
/// </remarks>
public sealed record IndexDocument
{
    /// <summary>The document's lasting name; adding another document with the same key replaces it.</summary>
    public required string Key { get; init; }

    /// <summary>The texts of the blocks, in reading order; none is empty.</summary>
    public required IReadOnlyList<string> Blocks { get; init; }

    /// <summary>[level][block]: the number of the group the block stands in, from 0; -1 for none.</summary>
    public required int[][] Levels { get; init; }

    /// <summary>[column][block]: values below <see cref="IndexSchema.MaxColumnValues"/>.</summary>
    public required byte[][] Columns { get; init; }

    /// <summary>Stretches of blocks with another value in a column, rising, none over another.</summary>
    public IReadOnlyList<ColumnSpan> Spans { get; init; } = [];

    /// <summary>What the caller wants back with the document, byte for byte; the engine does not look into it.</summary>
    public required ReadOnlyMemory<byte> Stored { get; init; }
}
