using System.Buffers;

namespace PlanSearch.Engine.Search;

/// <summary>Weighted frequencies of a query's literals in the records of a part; only records with a mention take room.</summary>
internal sealed class PartFrequencies : IDisposable
{
    private readonly int _firstRecord;
    private readonly int[] _places;
    private readonly PooledBuffer<FoundRecord> _records = new();
    private readonly PooledBuffer<float> _frequencies = new();
    private readonly int[] _containing;

    /// <summary>Begins with nothing.</summary>
    public PartFrequencies(SegmentPart part, int literals)
    {
        Part = part;
        Literals = literals;
        _firstRecord = part.FirstRecord;
        _containing = new int[literals];
        _places = ArrayPool<int>.Shared.Rent(part.Records);
        _places.AsSpan(0, part.Records).Clear();
    }

    /// <summary>The part.</summary>
    public SegmentPart Part { get; }

    /// <summary>Literals of the query.</summary>
    public int Literals { get; }

    /// <summary>Records with a mention, by their first mention.</summary>
    public ReadOnlySpan<FoundRecord> Records => _records.Span;

    /// <summary>Adds a mention's weight, which is above 0.</summary>
    public void Add(in SegmentMention mention, float weight)
    {
        ref var place = ref _places[mention.Record - _firstRecord];
        if (place == 0)
        {
            _records.Add(new FoundRecord(mention.Record, mention.Document));
            place = _records.Count;
            for (var i = 0; i < Literals; i++)
            {
                _frequencies.Add(0);
            }
        }

        ref var frequency = ref _frequencies.Span[((place - 1) * Literals) + mention.Literal];
        _containing[mention.Literal] += frequency == 0 ? 1 : 0;
        frequency += weight;
    }

    /// <summary>How many records hold a literal.</summary>
    public int Containing(int literal) => _containing[literal];

    /// <summary>The frequencies of the literals in the record at a place of <see cref="Records"/>.</summary>
    public ReadOnlySpan<float> Of(int place) => _frequencies.Span.Slice(place * Literals, Literals);

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_places);
        _records.Dispose();
        _frequencies.Dispose();
    }
}

/// <summary>A record with a mention.</summary>
/// <param name="Record">Its number in the segment.</param>
/// <param name="Document">The number in the reader of its document.</param>
internal readonly record struct FoundRecord(int Record, int Document);
