namespace PlanSearch.Plans;

/// <summary>A source line named by its words, so that the name holds when lines are added before it.</summary>
/// <param name="Words">Its first <see cref="MaxLength"/> code units without the blanks around it, all where it has fewer.</param>
/// <param name="Ordinal">1-based: which of the lines of the plan with these words.</param>
public sealed record LineWords(string Words, int Ordinal)
{
    /// <summary>Code units that name a line.</summary>
    public const int MaxLength = 20;
}
