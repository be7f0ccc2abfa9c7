namespace PlanSearch.Plans.Text;

/// <summary>A stretch of a block whose mentions have another value in a column than the rest of the block.</summary>
/// <remarks>A mention has it when it lies in the stretch as a whole. Spans of one document rise and do not overlap.</remarks>
/// <param name="Block">Number of the block in its document, from 0.</param>
/// <param name="Start">UTF-16 code units from the start of the block's text.</param>
/// <param name="Length">UTF-16 code units; at least 1.</param>
/// <param name="Column">The rank of the column.</param>
/// <param name="Value">The value there, below 64.</param>
public readonly record struct ColumnSpan(int Block, int Start, int Length, int Column, byte Value);
