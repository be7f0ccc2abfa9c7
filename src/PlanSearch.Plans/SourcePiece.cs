namespace PlanSearch.Plans;

/// <summary>Where a span of a block's text is in the source, character for character.</summary>
/// <param name="Start">
/// Offset in the block's text of the first code unit of the span; it continues to the next piece's start or the text's end.
/// </param>
/// <param name="Line">1-based line of the source file.</param>
/// <param name="Column">0-based UTF-16 offset of that first code unit in the line.</param>
/// <remarks>A new piece begins where the logical text leaves something out (a mark, a stray blank) or continues in another line.</remarks>
public readonly record struct SourcePiece(int Start, int Line, int Column);
