using System.Numerics;
using System.Runtime.CompilerServices;
using PlanSearch.Index.Format;
using PlanSearch.Index.Search.Parts;

namespace PlanSearch.Index.Search;

/// <summary>Tallies the mentions of a part by document and by the values of some columns.</summary>
/// <remarks>
/// What a record has been counted for is one word a record: bit 0 for the record itself, then the values of column after column. Mentions
/// are counted by the combination of all values, one addition each, and spread over the columns when the next document begins.
/// </remarks>
internal sealed class ColumnTally
{
    private readonly QueryCounts _counts;
    private readonly int[] _columns;
    private readonly ColumnCombinations _combinations;
    private readonly (int Column, int Value)[] _meaningOf;
    private readonly ulong[] _bitsOf;

    // Of the document at hand.
    private readonly int[] _mentions;
    private readonly int[] _met;
    private readonly int[] _records;
    private int _metCount;
    private ulong _metBits;
    private ulong[] _seen = [];
    private int[] _metRecords = [];
    private int _metRecordCount;
    private int _document;

    /// <summary>Begins with nothing counted in this part.</summary>
    public ColumnTally(SegmentPart part, IReadOnlyList<int> columns, QueryCounts counts)
    {
        _counts = counts;
        _combinations = part.View.Combinations;
        _columns = [.. columns];
        var meanings = new List<(int, int)> { (-1, 0) };
        var firstBits = new int[_columns.Length];
        for (var column = 0; column < _columns.Length; column++)
        {
            firstBits[column] = meanings.Count;
            for (var value = 0; value < counts.ByColumn[column].Values; value++)
            {
                meanings.Add((column, value));
            }
        }

        _meaningOf = [.. meanings];
        _records = new int[meanings.Count];
        _mentions = new int[_combinations.Count];
        _met = new int[_combinations.Count];
        _bitsOf = new ulong[_combinations.Count];
        for (var combination = 0; combination < _bitsOf.Length; combination++)
        {
            _bitsOf[combination] = 1;
            for (var column = 0; column < _columns.Length; column++)
            {
                _bitsOf[combination] |= 1UL << (firstBits[column] + _combinations.Value(combination, _columns[column]));
            }
        }
    }

    /// <summary>Checks that the columns' values fit a record's word beside the record itself.</summary>
    /// <exception cref="ArgumentException">The columns have more than 63 values: a bug of the caller.</exception>
    public static void CheckColumns(QueryCounts counts)
    {
        var values = counts.ByColumn.Sum(static column => column.Values);
        if (values > 63)
        {
            throw new ArgumentException($"The columns have {values} values in all, more than 63.", nameof(counts));
        }
    }

    /// <summary>What follows is of another document.</summary>
    public void Begin(in VisitedDocument document)
    {
        Flush();
        _document = document.Number;
        if (document.Records > _seen.Length)
        {
            _seen = new ulong[2 * document.Records];
            _metRecords = new int[2 * document.Records];
        }
    }

    /// <summary>Counts a mention for its combination, and its record once for each value it has not been seen with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in SegmentMention mention)
    {
        if (_mentions[mention.Combination]++ == 0)
        {
            _met[_metCount++] = mention.Combination;
        }

        ref var seen = ref _seen[mention.Record];
        var fresh = _bitsOf[mention.Combination] & ~seen;
        if (fresh != 0)
        {
            if (seen == 0)
            {
                _metRecords[_metRecordCount++] = mention.Record;
            }

            seen |= fresh;
            AddRecord(fresh);
        }
    }

    /// <summary>Gives on what was counted of the document.</summary>
    public void Flush()
    {
        foreach (var combination in _met.AsSpan(0, _metCount))
        {
            var mentions = _mentions[combination];
            _mentions[combination] = 0;
            _counts.MentionsByDocument[_document] += mentions;
            for (var column = 0; column < _columns.Length; column++)
            {
                _counts.ByColumn[column].Add(_document, _combinations.Value(combination, _columns[column]), mentions, 0);
            }
        }

        for (; _metBits != 0; _metBits &= _metBits - 1)
        {
            var bit = BitOperations.TrailingZeroCount(_metBits);
            var (column, value) = _meaningOf[bit];
            if (column < 0)
            {
                _counts.RecordsByDocument[_document] += _records[bit];
            }
            else
            {
                _counts.ByColumn[column].Add(_document, value, 0, _records[bit]);
            }

            _records[bit] = 0;
        }

        foreach (var record in _metRecords.AsSpan(0, _metRecordCount))
        {
            _seen[record] = 0;
        }

        (_metCount, _metRecordCount) = (0, 0);
    }

    private void AddRecord(ulong fresh)
    {
        _metBits |= fresh;
        for (; fresh != 0; fresh &= fresh - 1)
        {
            _records[BitOperations.TrailingZeroCount(fresh)]++;
        }
    }
}
