using System.Buffers;

namespace PlanSearch.Engine.Search;

/// <summary>Tallies the mentions of a segment by document and by the values of some columns.</summary>
/// <remarks>What a record has been counted for is one word a record: bit 0 for the record itself, then the values of column after column.</remarks>
internal sealed class FacetTally : IDisposable
{
    private readonly byte[][] _values;
    private readonly ColumnCounts[] _counts;
    private readonly int[] _firstBits;
    private readonly ulong[] _seen;

    /// <summary>Begins with nothing counted in this segment.</summary>
    /// <exception cref="ArgumentException">The columns have more than 63 values: a bug of the caller.</exception>
    public FacetTally(SegmentReader segment, IReadOnlyList<int> columns, QueryCounts counts)
    {
        Counts = counts;
        _values = [.. columns.Select(column => segment.ColumnArray(column))];
        _counts = [.. counts.ByColumn];
        _firstBits = new int[_values.Length];
        var bit = 1;
        for (var i = 0; i < _values.Length; i++)
        {
            _firstBits[i] = bit;
            bit += counts.ByColumn[i].Values;
        }

        if (bit > 64)
        {
            throw new ArgumentException($"The columns have {bit - 1} values in all, more than 63.", nameof(columns));
        }

        _seen = ArrayPool<ulong>.Shared.Rent(segment.Summary.Records);
        _seen.AsSpan(0, segment.Summary.Records).Clear();
    }

    /// <summary>Takes the counts.</summary>
    public QueryCounts Counts { get; }

    /// <summary>Counts a mention; what is counted for a record once is added as 0 or 1, so that there is no branch to guess.</summary>
    public void Add(int document, int block, int record)
    {
        var seen = _seen[record];
        var now = seen | 1;
        Counts.MentionsByDocument[document]++;
        Counts.RecordsByDocument[document] += (int)(~seen & 1);
        for (var i = 0; i < _values.Length; i++)
        {
            var value = _values[i][block];
            var shift = _firstBits[i] + value;
            var cell = (document * _counts[i].Values) + value;
            _counts[i].Mentions[cell]++;
            _counts[i].Records[cell] += (int)(~(seen >> shift) & 1);
            now |= 1UL << shift;
        }

        _seen[record] = now;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<ulong>.Shared.Return(_seen);
}
