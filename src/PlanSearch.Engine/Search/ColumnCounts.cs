namespace PlanSearch.Engine.Search;

/// <summary>How a query's mentions and records spread over the values of one column, document by document.</summary>
/// <param name="documents">Documents of the reader.</param>
/// <param name="values">Values are below this; at most <see cref="IndexSchema.MaxColumnValues"/>.</param>
public sealed class ColumnCounts(int documents, int values)
{
    /// <summary>No value of the column is as large as this.</summary>
    public int Values { get; } = values;

    /// <summary>Mentions by document and value: the cell of a document and value is document * <see cref="Values"/> + value.</summary>
    internal int[] Mentions { get; } = new int[documents * values];

    /// <summary>Records, in the same cells.</summary>
    internal int[] Records { get; } = new int[documents * values];

    /// <summary>Mentions of a document in blocks with a value, which may be larger than any that occurs.</summary>
    public int MentionsOf(int document, int value) => value < Values ? Mentions[(document * Values) + value] : 0;

    /// <summary>Records of a document with a mention in a block with a value, which may be larger than any that occurs.</summary>
    public int RecordsOf(int document, int value) => value < Values ? Records[(document * Values) + value] : 0;

    /// <summary>Adds to the counts of a document and value.</summary>
    public void Add(int document, int value, int mentions, int records)
    {
        Mentions[(document * Values) + value] += mentions;
        Records[(document * Values) + value] += records;
    }
}
