using System.Buffers.Binary;

namespace PlanSearch.Index.Format;

/// <summary>
/// How the commonest terms of a segment spread over its documents. Written by <see cref="SpreadWriter"/>; FORMAT.md, "Spreads".
/// </summary>
internal sealed class SpreadTable
{
    private readonly IndexFileReader _file;
    private readonly Dictionary<int, (int Sums, int Columns, int End)> _places = [];
    private readonly float[] _weights = new float[IndexSchema.MaxColumnValues];
    private readonly int _column;

    /// <summary>Reads where each spread lies.</summary>
    /// <param name="file">The segment.</param>
    /// <param name="documents">Its documents.</param>
    /// <param name="columns">Columns of the schema.</param>
    /// <exception cref="Storage.CorruptIndexException">
    /// The section is cut, or a spread is not one of so many documents and columns.
    /// </exception>
    public SpreadTable(IndexFileReader file, int documents, int columns)
    {
        _file = file;
        var bytes = file.Section(SectionTag.Spreads);
        var at = 0;
        _column = Varint.Read(bytes, ref at);
        if (_column < 0 || bytes.Length - at < _weights.Length * sizeof(float))
        {
            throw file.Damage(SectionTag.Spreads, at, "the weights are cut");
        }

        for (var value = 0; value < _weights.Length; value++, at += sizeof(float))
        {
            _weights[value] = BinaryPrimitives.ReadSingleLittleEndian(bytes[at..]);
        }

        var lists = new List<(int Start, int Sums, int Columns)>();
        var (count, start) = (Varint.Read(bytes, ref at), 0);
        for (var list = 0; list < count; list++)
        {
            var (gap, sums, inColumns) = (Varint.Read(bytes, ref at), Varint.Read(bytes, ref at), Varint.Read(bytes, ref at));
            if (gap < 0 || sums < 0 || inColumns < 0)
            {
                throw file.Damage(SectionTag.Spreads, at, $"the row of spread {list} is cut");
            }

            lists.Add((start += gap, sums, inColumns));
        }

        long begin = at;
        foreach (var (list, sums, inColumns) in lists)
        {
            if (begin + sums + inColumns > bytes.Length)
            {
                throw file.Damage(SectionTag.Spreads, begin, "a spread reaches over the end of the section");
            }

            _places[list] = ((int)begin, (int)begin + sums, (int)begin + sums + inColumns);
            begin += sums + inColumns;
            if (!AreSums(bytes.Slice(_places[list].Sums, sums), documents) || !AreColumns(Columns(list), documents * columns))
            {
                throw file.Damage(SectionTag.Spreads, begin, $"the spread of the list at {list} does not fit {documents} documents");
            }
        }

        if (count < 0 || begin != bytes.Length)
        {
            throw file.Damage(SectionTag.Spreads, begin, $"the section has {bytes.Length} bytes");
        }
    }

    /// <summary>Where the lists begin in the postings that have a spread.</summary>
    public IReadOnlyCollection<int> Lists => _places.Keys;

    /// <summary>Whether a list has a spread.</summary>
    /// <param name="start">Where the list begins in the postings.</param>
    public bool Has(int start) => _places.ContainsKey(start);

    /// <summary>Mentions, records, frontiers and what is set aside of a list that has a spread.</summary>
    public SpreadSums Sums(int start) => new(_file.Section(SectionTag.Spreads)[_places[start].Sums.._places[start].Columns]);

    /// <summary>
    /// The values in the columns of a list that has a spread, to be read by <see cref="Varint"/>: for each document, for each column.
    /// </summary>
    public ReadOnlySpan<byte> Columns(int start) => _file.Section(SectionTag.Spreads)[_places[start].Columns.._places[start].End];

    /// <summary>Whether there are the sums of so many documents, so that <see cref="SpreadSums"/> needs no check.</summary>
    private static bool AreSums(ReadOnlySpan<byte> bytes, int documents)
    {
        var at = 0;
        for (var document = 0; document < documents; document++)
        {
            var (mentions, records) = (Varint.Read(bytes, ref at), Varint.Read(bytes, ref at));
            var (asides, pairs) = (Varint.Read(bytes, ref at), Varint.Read(bytes, ref at));
            if (records < 0 || records > mentions || asides is < 0 or > IndexSchema.MaxColumnValues || pairs < 0 || pairs > records)
            {
                return false;
            }

            for (; asides > 0; asides--)
            {
                if (Varint.Read(bytes, ref at) is < 0 or >= IndexSchema.MaxColumnValues || Varint.Read(bytes, ref at) < 0)
                {
                    return false;
                }
            }

            for (; pairs > 0; pairs--)
            {
                if (Varint.Read(bytes, ref at) < 0 || Varint.Read(bytes, ref at) < 0)
                {
                    return false;
                }
            }
        }

        return at == bytes.Length;
    }

    /// <summary>Whether there are so many rows of values, each value rising and one a column can have, each count at least 1.</summary>
    private static bool AreColumns(ReadOnlySpan<byte> bytes, int rows)
    {
        var at = 0;
        for (var row = 0; row < rows; row++)
        {
            var (values, last) = (Varint.Read(bytes, ref at), -1);
            for (var i = 0; i < values; i++)
            {
                var (value, mentions, records) = (Varint.Read(bytes, ref at), Varint.Read(bytes, ref at), Varint.Read(bytes, ref at));
                if (value <= last || value >= IndexSchema.MaxColumnValues || mentions < 1 || records < 1)
                {
                    return false;
                }

                last = value;
            }

            if (values < 0)
            {
                return false;
            }
        }

        return at == bytes.Length;
    }

    /// <summary>Whether the frontiers hold for a weighting; its K1 and B may be any.</summary>
    public bool IsWeightedBy(Index.Bm25Weighting weighting)
    {
        var same = weighting.Column == _column;
        for (var value = 0; value < _weights.Length; value++)
        {
            same &= (float)weighting.Weights[value] == _weights[value];
        }

        return same;
    }
}

/// <summary>Reads the sums of a spread, document by document.</summary>
/// <param name="bytes">As written by <see cref="SpreadWriter"/>.</param>
internal ref struct SpreadSums(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _asides;
    private int _pairs;

    /// <summary>Mentions of the document at hand.</summary>
    public int Mentions { get; private set; }

    /// <summary>Records with a mention.</summary>
    public int Records { get; private set; }

    /// <summary>Goes to the next document.</summary>
    public void Next()
    {
        while (NextPair(out _, out _))
        {
        }

        (Mentions, Records) = (Varint.Read(_bytes, ref _at), Varint.Read(_bytes, ref _at));
        (_asides, _pairs) = (Varint.Read(_bytes, ref _at), Varint.Read(_bytes, ref _at));
    }

    /// <summary>The next value of the first column in which occurrences are set aside, and how many they are.</summary>
    public bool NextAside(out int value, out int count)
    {
        (value, count) = _asides > 0 ? (Varint.Read(_bytes, ref _at), Varint.Read(_bytes, ref _at)) : default;
        return _asides-- > 0;
    }

    /// <summary>
    /// The next pair of the frontier: for each record there is one with at least its weighted frequency and at most its length. What is set
    /// aside is passed over.
    /// </summary>
    public bool NextPair(out float frequency, out int length)
    {
        while (NextAside(out _, out _))
        {
        }

        (frequency, length) = _pairs > 0
            ? ((float)Varint.Read(_bytes, ref _at) / SpreadWriter.FrequencyParts, Varint.Read(_bytes, ref _at))
            : default;
        return _pairs-- > 0;
    }
}
