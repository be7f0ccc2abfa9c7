using System.Buffers;
using System.Runtime.InteropServices;
using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Indexing;

/// <summary>The bigrams of a segment with their lists: sorts, counts, packs and writes them.</summary>
internal sealed class BigramLists
{
    private readonly char[] _folded;
    private readonly List<int> _seconds = [];
    private readonly List<int> _starts = [];
    private readonly ArrayBufferWriter<byte> _lists = new();
    private readonly int[] _firstBigrams;
    private readonly PostingsStatistics[] _unitStatistics;
    private readonly int[] _unitCounts;

    /// <summary>Makes the lists.</summary>
    /// <param name="segment">The documents.</param>
    /// <param name="folded">The folded units, rising, the separator last.</param>
    /// <param name="ranks">Rank of the folded unit at each offset of the text.</param>
    public BigramLists(SegmentBuilder segment, char[] folded, ushort[] ranks)
    {
        _folded = folded;
        var separator = folded.Length - 1;
        _firstBigrams = new int[separator + 1];
        _unitStatistics = new PostingsStatistics[separator];
        _unitCounts = new int[separator];
        var sorted = BigramSorter.Sort(ranks, separator);
        var counter = new OccurrenceCounter(segment);
        var unitCounter = new OccurrenceCounter(segment);
        var writer = new PostingsWriter();
        var at = 0;
        for (var unit = 0; unit < separator; unit++)
        {
            _firstBigrams[unit] = _seconds.Count;
            unitCounter.Begin();
            while (at < sorted.Length && ranks[sorted[at]] == unit)
            {
                var second = ranks[sorted[at] + 1];
                var end = at + 1;
                while (end < sorted.Length && ranks[sorted[end]] == unit && ranks[sorted[end] + 1] == second)
                {
                    end++;
                }

                var offsets = sorted.AsSpan(at, end - at);
                counter.Begin();
                counter.Count(offsets, overlap: unit == second ? 2 : 1);
                unitCounter.Count(offsets, overlap: 1);
                _seconds.Add(second);
                _starts.Add(_lists.WrittenCount);
                _lists.Write(writer.Encode(offsets, counter.Statistics, doubled: unit == second));
                at = end;
            }

            _unitStatistics[unit] = unitCounter.Statistics;
            _unitCounts[unit] = unitCounter.Offsets;
        }

        _firstBigrams[separator] = _seconds.Count;
    }

    /// <summary>Distinct bigrams.</summary>
    public int Count => _seconds.Count;

    /// <summary>Bits of the rank of a second unit.</summary>
    public int SecondWidth => PackedArray.WidthOf(_folded.Length - 1);

    /// <summary>Bits of where a list begins.</summary>
    public int ListWidth => PackedArray.WidthOf(_lists.WrittenCount);

    /// <summary>Writes the sections of the dictionary and the lists.</summary>
    public void Write(IndexFileWriter file)
    {
        file.Begin(SectionTag.Units);
        Span<byte> row = stackalloc byte[UnitRow.Length];
        for (var unit = 0; unit < _unitCounts.Length; unit++)
        {
            new UnitRow(_folded[unit], _firstBigrams[unit], _unitCounts[unit], _unitStatistics[unit]).Write(row);
            file.Write(row);
        }

        new UnitRow(_folded[^1], _firstBigrams[^1], 0, default).Write(row);
        file.Write(row);

        file.Begin(SectionTag.BigramSeconds);
        PackedArray.Write(file, CollectionsMarshal.AsSpan(_seconds), SecondWidth);
        file.Begin(SectionTag.BigramLists);
        PackedArray.Write(file, CollectionsMarshal.AsSpan(_starts), ListWidth);

        // Eight spare bytes let a reader take a whole word anywhere.
        file.Begin(SectionTag.Postings);
        file.Write(_lists.WrittenSpan);
        file.Write(stackalloc byte[sizeof(ulong)]);
    }
}
