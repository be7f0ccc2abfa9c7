using System.Collections.Immutable;

namespace PlanSearch.Index.Search;

/// <summary>How often a query occurs, document by document.</summary>
/// <remarks>Document filters are the caller's: they are sums over the documents wanted.</remarks>
public sealed class QueryCounts
{
    private readonly Lock _adding = new();

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

    /// <summary>Mentions by number of the document in the reader; 0 where there are none.</summary>
    public int[] MentionsByDocument { get; }

    /// <summary>Records with at least one mention, of each document.</summary>
    public int[] RecordsByDocument { get; }

    /// <summary>Occurrences that only the whole-run rule left out (2025 in 12025), of each document, in blocks of every kind.</summary>
    public int[] LongerRunsByDocument { get; }

    /// <summary>How mentions and records spread over the columns asked for, in the order they were asked for.</summary>
    public IReadOnlyList<ColumnCounts> ByColumn { get; }

    /// <summary>Occurrences in blocks set aside; the filter does not apply to them. Each document and value is once, rising.</summary>
    public ImmutableArray<AsideCount> Aside { get; private set; } = [];

    /// <summary>Adds occurrences in blocks set aside. Safe for any number of threads.</summary>
    /// <param name="found">Each document and value once, rising; of a run of documents that no other call adds to.</param>
    public void AddAside(ReadOnlySpan<AsideCount> found)
    {
        if (found.IsEmpty)
        {
            return;
        }

        lock (_adding)
        {
            // The parts of a search are in order, but may end in any.
            var place = Aside.Length;
            while (place > 0 && Aside[place - 1].Document > found[0].Document)
            {
                place--;
            }

            Aside = Aside.InsertRange(place, found);
        }
    }
}

/// <summary>Occurrences in a document's blocks that are set aside.</summary>
/// <param name="Document">Number of the document in the reader.</param>
/// <param name="Value">The blocks' value in the schema's first column.</param>
/// <param name="Count">How many; at least 1.</param>
public readonly record struct AsideCount(int Document, int Value, int Count);
