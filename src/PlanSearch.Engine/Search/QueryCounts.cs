namespace PlanSearch.Engine.Search;

/// <summary>How often a query occurs, over everything and document by document.</summary>
/// <remarks>Document filters are the caller's: they are sums over the documents wanted.</remarks>
public sealed class QueryCounts
{
    /// <summary>All zero.</summary>
    public QueryCounts(int documents)
    {
        MentionsByDocument = new int[documents];
        RecordsByDocument = new int[documents];
        LongerRunsByDocument = new int[documents];
        AsideByDocument = new int[documents, IndexSchema.MaxColumnValues];
    }

    /// <summary>Mentions of each document of the reader.</summary>
    public int[] MentionsByDocument { get; }

    /// <summary>Records with at least one mention, of each document.</summary>
    public int[] RecordsByDocument { get; }

    /// <summary>Occurrences that only the whole-run rule left out (2025 in 12025), of each document.</summary>
    public int[] LongerRunsByDocument { get; }

    /// <summary>[document, value]: occurrences in blocks set aside, by the value of the schema's first column; the filter does not apply to them.</summary>
    public int[,] AsideByDocument { get; }
}
