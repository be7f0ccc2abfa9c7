namespace PlanSearch.Engine.Search;

/// <summary>How often a query occurs, document by document.</summary>
/// <remarks>Document filters are the caller's: they are sums over the documents wanted.</remarks>
public sealed class QueryCounts
{
    private readonly List<AsideCount> _aside = [];

    /// <summary>All zero.</summary>
    /// <param name="documents">Documents of the reader.</param>
    /// <param name="columnValues">For each column that is counted, the bound of its values.</param>
    public QueryCounts(int documents, params IReadOnlyList<int> columnValues)
    {
        MentionsByDocument = new int[documents];
        RecordsByDocument = new int[documents];
        LongerRunsByDocument = new int[documents];
        ByColumn = [.. columnValues.Select(values => new ColumnCounts(documents, values))];
    }

    /// <summary>Mentions of each document of the reader.</summary>
    public int[] MentionsByDocument { get; }

    /// <summary>Records with at least one mention, of each document.</summary>
    public int[] RecordsByDocument { get; }

    /// <summary>Occurrences that only the whole-run rule left out (2025 in 12025), of each document, in blocks of every kind.</summary>
    public int[] LongerRunsByDocument { get; }

    /// <summary>How mentions and records spread over the columns asked for, in the order they were asked for.</summary>
    public IReadOnlyList<ColumnCounts> ByColumn { get; }

    /// <summary>Occurrences in blocks set aside; the filter does not apply to them. Each document and value stands once, documents rising.</summary>
    public IReadOnlyList<AsideCount> Aside => _aside;

    /// <summary>Counts an occurrence in a block set aside; documents never fall.</summary>
    public void AddAside(int document, int value)
    {
        for (var at = _aside.Count - 1; at >= 0 && _aside[at].Document == document; at--)
        {
            if (_aside[at].Value == value)
            {
                _aside[at] = _aside[at] with { Count = _aside[at].Count + 1 };
                return;
            }
        }

        _aside.Add(new AsideCount(document, value, 1));
    }
}

/// <summary>Occurrences in a document's blocks that are set aside.</summary>
/// <param name="Document">Number of the document in the reader.</param>
/// <param name="Value">The blocks' value in the schema's first column.</param>
/// <param name="Count">How many; at least 1.</param>
public readonly record struct AsideCount(int Document, int Value, int Count);
