using System.Buffers;
using PlanSearch.Index.Format;

namespace PlanSearch.Index.Building;

/// <summary>The lists of the bigrams of a run of units: sorted, counted and packed by one thread.</summary>
internal sealed class BigramRun
{
    /// <summary>
    /// A unit that is at one offset in so many has a list of its own: merging those of its bigrams would take longest.
    /// </summary>
    private const int CommonShare = 128;

    private readonly OccurrenceCounter _units;
    private readonly OccurrenceCounter _bigrams;
    private readonly SpreadCounter _spreads;
    private readonly int _spreadLength;
    private readonly bool[] _isStated;
    private readonly PostingsWriter _writer = new();
    private readonly ArrayBufferWriter<byte> _lists = new();
    private readonly int[] _starts;
    private int[] _offsets = [];
    private int[] _records = [];
    private int[] _sorted = [];
    private int[] _sortedRecords = [];

    /// <summary>Makes the lists of the units from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    public BigramRun(
        SegmentBuilder segment, SegmentBlocks blocks, UnitBuckets buckets, int[] recordLengths, bool[] isStated, int first, int end)
    {
        _units = new OccurrenceCounter(segment, blocks);
        _bigrams = new OccurrenceCounter(segment, blocks);
        _spreads = new SpreadCounter(segment, blocks, recordLengths);
        _spreadLength = Math.Max(1, segment.Documents.Count(document => document.KeptAs is null)) * SpreadWriter.OffsetsPerDocument;
        _isStated = isStated;
        _starts = new int[isStated.Length + 1];
        for (var unit = first; unit < end; unit++)
        {
            FirstBigrams.Add(Seconds.Count);
            var places = buckets.Of(unit);
            Unpack(places);
            var offsets = _offsets.AsSpan(0, places.Length);
            _units.Begin();
            _units.Count(offsets, _records.AsSpan(0, places.Length), overlap: 1);
            UnitStatistics.Add(_units.Statistics);
            AddLists(unit, places);
            if (places.Length >= segment.Length / CommonShare)
            {
                UnitLists.Add((unit, _lists.WrittenCount));
                AddSpread(offsets, length: 1, isStated[unit]);
                _lists.Write(_writer.Encode(offsets, _units.Statistics, doubled: false));
            }
        }
    }

    /// <summary>Rank of the second unit of each bigram.</summary>
    public List<int> Seconds { get; } = [];

    /// <summary>Where each bigram's list begins in <see cref="Lists"/>.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>The first bigram of each unit of the run, from 0.</summary>
    public List<int> FirstBigrams { get; } = [];

    /// <summary>What is counted of each unit of the run.</summary>
    public List<PostingsStatistics> UnitStatistics { get; } = [];

    /// <summary>The units of the run that have a list of their own, and where it begins in <see cref="Lists"/>.</summary>
    public List<(int Unit, int Start)> UnitLists { get; } = [];

    /// <summary>The spreads of the longest lists, by where the list begins in <see cref="Lists"/>, rising.</summary>
    public List<(int Start, SpreadWriter.Encoded Spread)> Spreads { get; } = [];

    /// <summary>The packed lists.</summary>
    public ReadOnlySpan<byte> Lists => _lists.WrittenSpan;

    private void Unpack(ReadOnlySpan<UnitBuckets.Place> places)
    {
        if (_offsets.Length < places.Length)
        {
            var length = Math.Max(places.Length, _offsets.Length * 2);
            (_offsets, _records, _sorted, _sortedRecords) = (new int[length], new int[length], new int[length], new int[length]);
        }

        for (var i = 0; i < places.Length; i++)
        {
            (_offsets[i], _records[i]) = (places[i].Offset, places[i].Record);
        }
    }

    private void AddLists(int unit, ReadOnlySpan<UnitBuckets.Place> places)
    {
        Array.Clear(_starts);
        foreach (ref readonly var place in places)
        {
            _starts[place.Second + 1]++;
        }

        for (var second = 1; second < _starts.Length; second++)
        {
            _starts[second] += _starts[second - 1];
        }

        foreach (ref readonly var place in places)
        {
            var at = _starts[place.Second]++;
            _sorted[at] = place.Offset;
            _sortedRecords[at] = place.Record;
        }

        // Filling has moved each start to the next one's place, so a list ends where its own entry now points.
        var from = 0;
        for (var second = 0; second + 1 < _starts.Length; second++)
        {
            var to = _starts[second];
            if (to > from)
            {
                AddList(unit, second, _sorted.AsSpan(from, to - from), _sortedRecords.AsSpan(from, to - from));
                from = to;
            }
        }
    }

    private void AddList(int unit, int second, ReadOnlySpan<int> offsets, ReadOnlySpan<int> records)
    {
        Seconds.Add(second);
        Starts.Add(_lists.WrittenCount);
        if (offsets.Length >= PostingsWriter.CountedLength)
        {
            _bigrams.Begin();
            _bigrams.Count(offsets, records, overlap: unit == second ? 2 : 1);
        }

        // Occurrences of 人人 may overlap: they are not counted one by one.
        AddSpread(offsets, length: 2, unit != second && _isStated[unit] && _isStated[second]);

        _lists.Write(_writer.Encode(offsets, _bigrams.Statistics, doubled: unit == second));
    }

    private void AddSpread(ReadOnlySpan<int> offsets, int length, bool isStated)
    {
        if (isStated && offsets.Length >= _spreadLength)
        {
            Spreads.Add((_lists.WrittenCount, _spreads.Count(offsets, length)));
        }
    }
}
