namespace PlanSearch.Engine.Search;

/// <summary>How a query's mentions and records spread over the values of one column, document by document.</summary>
public sealed class ColumnCounts
{
    /// <summary>All zero.</summary>
    public ColumnCounts(int documents)
    {
        Mentions = new int[documents, IndexSchema.MaxColumnValues];
        Records = new int[documents, IndexSchema.MaxColumnValues];
    }

    /// <summary>[document, value]: mentions in blocks with that value.</summary>
    public int[,] Mentions { get; }

    /// <summary>[document, value]: records with at least one mention in a block with that value.</summary>
    public int[,] Records { get; }
}
