namespace PlanSearch.Engine.Search;

/// <summary>How a query's mentions and records spread over the values of one column, document by document.</summary>
public sealed class ColumnCounts
{
    /// <summary>All zero.</summary>
    /// <param name="documents">Documents of the reader.</param>
    /// <param name="values">Values are below this; at most <see cref="IndexSchema.MaxColumnValues"/>.</param>
    public ColumnCounts(int documents, int values)
    {
        Mentions = new int[documents, values];
        Records = new int[documents, values];
    }

    /// <summary>No value of the column is as large as this.</summary>
    public int Values => Mentions.GetLength(1);

    /// <summary>[document, value]: mentions in blocks with that value.</summary>
    public int[,] Mentions { get; }

    /// <summary>[document, value]: records with at least one mention in a block with that value.</summary>
    public int[,] Records { get; }

    /// <summary>Mentions of a document in blocks with a value, which may be larger than any that occurs.</summary>
    public int MentionsOf(int document, int value) => value < Values ? Mentions[document, value] : 0;

    /// <summary>Records of a document with a mention in a block with a value, which may be larger than any that occurs.</summary>
    public int RecordsOf(int document, int value) => value < Values ? Records[document, value] : 0;
}
