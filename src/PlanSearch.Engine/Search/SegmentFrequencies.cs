using System.Buffers;

namespace PlanSearch.Engine.Search;

/// <summary>Weighted frequencies of a query's literals in the records of a segment; only records with a mention take room.</summary>
internal sealed class SegmentFrequencies : IDisposable
{
    private readonly int _literals;
    private readonly int[] _slots;
    private readonly List<(int Record, int Document)> _records = [];
    private readonly List<float> _frequencies = [];

    /// <summary>Begins with nothing.</summary>
    public SegmentFrequencies(SegmentReader segment, int literals)
    {
        _literals = literals;
        Segment = segment;
        _slots = ArrayPool<int>.Shared.Rent(segment.Summary.Records);
        _slots.AsSpan(0, segment.Summary.Records).Clear();
    }

    /// <summary>The segment.</summary>
    public SegmentReader Segment { get; }

    /// <summary>Records with a mention, by their first mention, and the numbers of their documents in the reader.</summary>
    public IReadOnlyList<(int Record, int Document)> Records => _records;

    /// <summary>Adds a mention's weight.</summary>
    public void Add(int record, int document, int literal, float weight)
    {
        ref var slot = ref _slots[record];
        if (slot == 0)
        {
            _records.Add((record, document));
            slot = _records.Count;
            for (var i = 0; i < _literals; i++)
            {
                _frequencies.Add(0);
            }
        }

        _frequencies[((slot - 1) * _literals) + literal] += weight;
    }

    /// <summary>The frequency of a literal in the record at a place of <see cref="Records"/>.</summary>
    public float Of(int place, int literal) => _frequencies[(place * _literals) + literal];

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_slots);
}
