using System.Runtime.CompilerServices;
using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Search.Parts;

namespace PlanSearch.Index.Search;

/// <summary>Weighted frequencies of a query's literals in the records of a part; only records with a mention take room.</summary>
internal sealed class PartFrequencies : IDisposable
{
    private readonly PooledBuffer<FoundRecord> _records = new();
    private readonly PooledBuffer<float> _frequencies = new();
    private readonly int[] _containing;
    private readonly int _literals;

    // Of the document at hand: by record, one more than its place in _records.
    private int[] _places = [];
    private int _firstPlace;
    private int _document;
    private int _record;
    private int _first;

    /// <summary>Begins with nothing.</summary>
    public PartFrequencies(SegmentPart part, int literals)
    {
        Part = part;
        _literals = literals;
        _containing = new int[literals];
    }

    /// <summary>The documents that are summed here.</summary>
    public SegmentPart Part { get; }

    /// <summary>Records with a mention, by their first mention.</summary>
    public ReadOnlySpan<FoundRecord> Records => _records.Span;

    /// <summary>What follows is of another document.</summary>
    public void Begin(in VisitedDocument document)
    {
        (_document, _record) = (document.Number, -1);
        if (document.Records > _places.Length)
        {
            _places = new int[2 * document.Records];
        }
        else
        {
            foreach (var found in _records.Span[_firstPlace..])
            {
                _places[found.Record] = 0;
            }
        }

        _firstPlace = _records.Count;
    }

    /// <summary>Adds a mention's weight, which is above 0. Mentions of a record mostly come one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in SegmentMention mention, float weight)
    {
        if (mention.Record != _record)
        {
            Seek(mention.Record);
        }

        ref var frequency = ref _frequencies.Span[_first + mention.Literal];
        _containing[mention.Literal] += frequency == 0 ? 1 : 0;
        frequency += weight;
    }

    /// <summary>How many records hold a literal.</summary>
    public int Containing(int literal) => _containing[literal];

    /// <summary>The frequencies of the literals in the record at a place of <see cref="Records"/>.</summary>
    public ReadOnlySpan<float> Of(int place) => _frequencies.Span.Slice(place * _literals, _literals);

    /// <inheritdoc/>
    public void Dispose()
    {
        _records.Dispose();
        _frequencies.Dispose();
    }

    private void Seek(int record)
    {
        _record = record;
        ref var place = ref _places[record];
        if (place == 0)
        {
            _records.Add(new FoundRecord(_document, record));
            place = _records.Count;
            _frequencies.Extend(_literals).Clear();
        }

        _first = (place - 1) * _literals;
    }
}

/// <summary>A record with a mention.</summary>
/// <param name="Document">The number in the reader of its document.</param>
/// <param name="Record">Its number in the document.</param>
internal readonly record struct FoundRecord(int Document, int Record);
