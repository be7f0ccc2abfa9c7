using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Search;

/// <summary>Tallies the mentions of a part by document and by the values of some columns.</summary>
/// <remarks>
/// What a record has been counted for is one word a record: bit 0 for the record itself, then the values of column after column. Mentions are counted
/// by the combination of all values, one addition each, and spread over the columns when the next document begins.
/// </remarks>
internal sealed class FacetTally : IDisposable
{
    private readonly QueryCounts _counts;
    private readonly int[] _columns;
    private readonly int[] _firstBits;
    private readonly ColumnCombinations _combinations;
    private readonly ulong[] _bitsOf;
    private readonly int[] _mentions;
    private readonly int[] _records = new int[64];
    private readonly int _firstRecord;
    private readonly ulong[] _seen;
    private int _document = -1;

    /// <summary>Begins with nothing counted in this part.</summary>
    /// <exception cref="ArgumentException">The columns have more than 63 values: a bug of the caller.</exception>
    public FacetTally(SegmentPart part, IReadOnlyList<int> columns, QueryCounts counts)
    {
        _counts = counts;
        _combinations = part.View.Combinations;
        _columns = [.. columns];
        _firstBits = new int[columns.Count];
        var bits = 1;
        for (var i = 0; i < _firstBits.Length; i++)
        {
            _firstBits[i] = bits;
            bits += counts.ByColumn[i].Values;
        }

        if (bits > 64)
        {
            throw new ArgumentException($"The columns have {bits - 1} values in all, more than 63.", nameof(columns));
        }

        _mentions = new int[_combinations.Count];
        _bitsOf = [.. Enumerable.Range(0, _combinations.Count).Select(BitsOf)];
        _firstRecord = part.FirstRecord;
        _seen = ArrayPool<ulong>.Shared.Rent(part.Records);
        _seen.AsSpan(0, part.Records).Clear();
    }

    /// <summary>Counts a mention.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in SegmentMention mention)
    {
        if (mention.Document != _document)
        {
            Flush();
            _document = mention.Document;
        }

        _mentions[mention.Combination]++;
        ref var seen = ref _seen[mention.Record - _firstRecord];
        var fresh = _bitsOf[mention.Combination] & ~seen;
        if (fresh != 0)
        {
            seen |= fresh;
            AddRecord(fresh);
        }
    }

    /// <summary>Gives on what was counted of the document.</summary>
    public void Flush()
    {
        if (_document < 0)
        {
            return;
        }

        for (var combination = 0; combination < _mentions.Length; combination++)
        {
            if (_mentions[combination] is > 0 and var mentions)
            {
                _counts.MentionsByDocument[_document] += mentions;
                for (var i = 0; i < _columns.Length; i++)
                {
                    _counts.ByColumn[i].Add(_document, _combinations.Value(combination, _columns[i]), mentions, 0);
                }
            }
        }

        _counts.RecordsByDocument[_document] += _records[0];
        for (var i = 0; i < _columns.Length; i++)
        {
            for (var value = 0; value < _counts.ByColumn[i].Values; value++)
            {
                _counts.ByColumn[i].Add(_document, value, 0, _records[_firstBits[i] + value]);
            }
        }

        Array.Clear(_mentions);
        Array.Clear(_records);
        _document = -1;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<ulong>.Shared.Return(_seen);

    private void AddRecord(ulong fresh)
    {
        for (; fresh != 0; fresh &= fresh - 1)
        {
            _records[BitOperations.TrailingZeroCount(fresh)]++;
        }
    }

    private ulong BitsOf(int combination)
    {
        var bits = 1UL;
        for (var i = 0; i < _columns.Length; i++)
        {
            bits |= 1UL << (_firstBits[i] + _combinations.Value(combination, _columns[i]));
        }

        return bits;
    }
}
