namespace PlanSearch.Plans;

/// <summary>A range of a text, of a block's where nothing else is said.</summary>
/// <param name="Start">UTF-16 code units from the start of the text.</param>
/// <param name="Length">UTF-16 code units; 0 is an empty cell or an absent lead.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The first code unit after the range.</summary>
    public int End => Start + Length;
}
