using System.Buffers;
using System.Numerics;

namespace PlanSearch.Engine.Search;

/// <summary>Tallies the mentions of a part by document and by the values of some columns.</summary>
/// <remarks>
/// What a record has been counted for is one word a record: bit 0 for the record itself, then the values of column after column. The counts of one
/// document are kept by those bits, near at hand, and given on when the next document begins.
/// </remarks>
internal sealed class FacetTally : IDisposable
{
    private readonly QueryCounts _counts;
    private readonly int[] _columns;
    private readonly int[] _firstBits;
    private readonly int _bits;
    private readonly int _firstRecord;
    private readonly ulong[] _seen;
    private readonly int[] _mentions = new int[64];
    private readonly int[] _records = new int[64];
    private int _document = -1;

    /// <summary>Begins with nothing counted in this part.</summary>
    /// <exception cref="ArgumentException">The columns have more than 63 values: a bug of the caller.</exception>
    public FacetTally(SegmentPart part, IReadOnlyList<int> columns, QueryCounts counts)
    {
        _counts = counts;
        _columns = [.. columns];
        _firstBits = new int[columns.Count];
        _bits = 1;
        for (var i = 0; i < _firstBits.Length; i++)
        {
            _firstBits[i] = _bits;
            _bits += counts.ByColumn[i].Values;
        }

        if (_bits > 64)
        {
            throw new ArgumentException($"The columns have {_bits - 1} values in all, more than 63.", nameof(columns));
        }

        _firstRecord = part.FirstRecord;
        _seen = ArrayPool<ulong>.Shared.Rent(part.Records);
        _seen.AsSpan(0, part.Records).Clear();
    }

    /// <summary>Counts a mention.</summary>
    public void Add(in BlockEntry entry)
    {
        if (entry.Document != _document)
        {
            Flush();
            _document = entry.Document;
        }

        ref var seen = ref _seen[entry.Record - _firstRecord];
        var now = seen | 1;
        _mentions[0]++;
        for (var i = 0; i < _columns.Length; i++)
        {
            var bit = _firstBits[i] + entry.Value(_columns[i]);
            _mentions[bit]++;
            now |= 1UL << bit;
        }

        for (var fresh = now & ~seen; fresh != 0; fresh &= fresh - 1)
        {
            _records[BitOperations.TrailingZeroCount(fresh)]++;
        }

        seen = now;
    }

    /// <summary>Gives on what was counted of the document.</summary>
    public void Flush()
    {
        if (_document < 0)
        {
            return;
        }

        _counts.MentionsByDocument[_document] += _mentions[0];
        _counts.RecordsByDocument[_document] += _records[0];
        for (var i = 0; i < _columns.Length; i++)
        {
            var column = _counts.ByColumn[i];
            for (var value = 0; value < column.Values; value++)
            {
                column.Add(_document, value, _mentions[_firstBits[i] + value], _records[_firstBits[i] + value]);
            }
        }

        _mentions.AsSpan(0, _bits).Clear();
        _records.AsSpan(0, _bits).Clear();
        _document = -1;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<ulong>.Shared.Return(_seen);
}
