namespace PlanSearch.Index.Search;

/// <summary>How a query's mentions and records spread over the values of one column, document by document.</summary>
/// <param name="documents">Documents of the reader.</param>
/// <param name="values">Values are below this; at most <see cref="IndexSchema.MaxColumnValues"/>.</param>
public sealed class ColumnCounts(int documents, int values)
{
    // By document, then value. Made with the first count: a query that occurs nowhere needs none.
    private ValueCount[]? _counts;

    /// <summary>No value of the column is as large as this.</summary>
    public int Values { get; } = values;

    /// <summary>The counts of a document by value; empty when nothing at all was counted.</summary>
    public ReadOnlySpan<ValueCount> Of(int document) => _counts is null ? [] : _counts.AsSpan(document * Values, Values);

    /// <summary>Mentions of a document in blocks with a value, which may be larger than any that occurs.</summary>
    public int MentionsOf(int document, int value) => Of(document) is var counts && value < counts.Length ? counts[value].Mentions : 0;

    /// <summary>Records of a document with a mention in a block with a value, which may be larger than any that occurs.</summary>
    public int RecordsOf(int document, int value) => Of(document) is var counts && value < counts.Length ? counts[value].Records : 0;

    /// <summary>Adds to the counts of a document and value. Safe for any number of threads, each with documents of its own.</summary>
    public void Add(int document, int value, int mentions, int records)
    {
        ref var count = ref Made()[(document * Values) + value];
        count = new ValueCount(count.Mentions + mentions, count.Records + records);
    }

    private ValueCount[] Made()
    {
        if (Volatile.Read(ref _counts) is { } made)
        {
            return made;
        }

        var zeros = new ValueCount[documents * Values];
        return Interlocked.CompareExchange(ref _counts, zeros, null) ?? zeros;
    }
}

/// <summary>Counts of a document and value.</summary>
/// <param name="Mentions">Mentions in blocks with the value.</param>
/// <param name="Records">Records with at least one of them.</param>
public readonly record struct ValueCount(int Mentions, int Records);
