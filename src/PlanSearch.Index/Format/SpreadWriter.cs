using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PlanSearch.Index.Format;

/// <summary>
/// How the commonest terms of a segment spread over its documents, encoded. Read by <see cref="SpreadTable"/>; FORMAT.md, "Spreads".
/// </summary>
internal sealed class SpreadWriter
{
    /// <summary>A list with so many offsets for each document, on average, has a spread.</summary>
    public const int OffsetsPerDocument = GapBlock.Length;

    /// <summary>Frequencies are stored in quarters, rounded up: a bound may be too high, never too low.</summary>
    public const int FrequencyParts = 4;

    private readonly List<byte> _sums = [];
    private readonly List<byte> _columns = [];

    /// <summary>Adds what is known of the next document.</summary>
    /// <param name="document">The document.</param>
    public void Add(DocumentSpread document)
    {
        Varint.Write(_sums, document.Mentions);
        Varint.Write(_sums, document.Records);
        Varint.Write(_sums, document.Aside.Count);
        Varint.Write(_sums, document.Frontier.Count);
        foreach (var (value, count) in document.Aside)
        {
            Varint.Write(_sums, value);
            Varint.Write(_sums, count);
        }

        foreach (var (frequency, length) in document.Frontier)
        {
            Varint.Write(_sums, (int)Math.Ceiling(frequency * FrequencyParts));
            Varint.Write(_sums, length);
        }

        foreach (var column in document.Columns)
        {
            Varint.Write(_columns, column.Count);
            foreach (var (value, mentions, records) in column)
            {
                Varint.Write(_columns, value);
                Varint.Write(_columns, mentions);
                Varint.Write(_columns, records);
            }
        }
    }

    /// <summary>The spread of all documents added since the last call.</summary>
    public Encoded Take()
    {
        var encoded = new Encoded([.. _sums], [.. _columns]);
        _sums.Clear();
        _columns.Clear();
        return encoded;
    }

    /// <summary>Writes the section.</summary>
    /// <param name="file">The segment.</param>
    /// <param name="weighting">What the frequencies were summed with.</param>
    /// <param name="spreads">By where each list begins in the postings, rising.</param>
    public static void Write(IndexFileWriter file, Index.Bm25Weighting weighting, IReadOnlyList<(int Start, Encoded Spread)> spreads)
    {
        var bytes = new List<byte>();
        Varint.Write(bytes, weighting.Column);
        Span<byte> number = stackalloc byte[sizeof(float)];
        foreach (var weight in weighting.Weights)
        {
            BinaryPrimitives.WriteSingleLittleEndian(number, (float)weight);
            bytes.AddRange(number);
        }

        Varint.Write(bytes, spreads.Count);
        var before = 0;
        foreach (var (start, spread) in spreads)
        {
            Varint.Write(bytes, start - before);
            Varint.Write(bytes, spread.Sums.Length);
            Varint.Write(bytes, spread.Columns.Length);
            before = start;
        }

        file.Begin(SectionTag.Spreads);
        file.Write(CollectionsMarshal.AsSpan(bytes));
        foreach (var (_, spread) in spreads)
        {
            file.Write(spread.Sums);
            file.Write(spread.Columns);
        }
    }

    /// <summary>The bytes of one list's spread, in the two halves that are read apart.</summary>
    /// <param name="Sums">Mentions, records, the best frequencies and what is set aside, document by document.</param>
    /// <param name="Columns">The values in the columns, document by document.</param>
    internal readonly record struct Encoded(byte[] Sums, byte[] Columns);
}

/// <summary>How a term is in one document.</summary>
internal sealed class DocumentSpread
{
    /// <summary>Its mentions in the document, those set aside left out.</summary>
    public int Mentions { get; set; }

    /// <summary>Records with a mention.</summary>
    public int Records { get; set; }

    /// <summary>Occurrences set aside by value of the first column, rising.</summary>
    public List<(int Value, int Count)> Aside { get; } = [];

    /// <summary>
    /// Those pairs of a record's weighted frequency and its length that no other record surpasses in both; the highest frequency first.
    /// </summary>
    public List<(float Frequency, int Length)> Frontier { get; } = [];

    /// <summary>For each column the values of mentions, rising.</summary>
    public required List<(int Value, int Mentions, int Records)>[] Columns { get; init; }
}
