using System.Runtime.InteropServices;
using PlanSearch.Index.Format;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Building;

/// <summary>The bigrams of a segment with their lists: made on all cores, written in one order.</summary>
internal sealed class BigramLists
{
    private readonly char[] _folded;
    private readonly List<UnitRow> _units = [];
    private readonly List<int> _seconds = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _unitLists = [];
    private readonly List<(int Start, SpreadWriter.Encoded Spread)> _spreads = [];
    private readonly Index.Bm25Weighting _weighting;
    private readonly BigramRun[] _runs;

    /// <summary>Makes the lists.</summary>
    /// <param name="segment">The documents.</param>
    /// <param name="folded">The folded units, rising, the separator last.</param>
    /// <param name="ranks">Rank of the folded unit at each offset of the text.</param>
    /// <param name="recordLengths">Length of each record of the segment.</param>
    public BigramLists(SegmentBuilder segment, char[] folded, ushort[] ranks, int[] recordLengths)
    {
        (_folded, _weighting) = (folded, segment.Schema.Weighting);
        var separator = folded.Length - 1;
        bool[] isStated = [.. folded.Select(StatedUnits.IsStated)];
        var blocks = new SegmentBlocks(segment);
        var counts = CountsOf(ranks, folded);
        var ends = RunEnds(counts, separator, Environment.ProcessorCount);
        _runs = new BigramRun[ends.Length];
        Parallel.For(0, ends.Length, run =>
        {
            var (first, end) = (run == 0 ? 0 : ends[run - 1], ends[run]);
            var buckets = new UnitBuckets(ranks, counts, blocks, first, end);
            _runs[run] = new BigramRun(segment, blocks, buckets, recordLengths, isStated, first, end);
        });

        var length = 0;
        var unit = 0;
        foreach (var run in _runs)
        {
            for (var i = 0; i < run.FirstBigrams.Count; i++, unit++)
            {
                _units.Add(
                    new UnitRow(folded[unit], _seconds.Count + run.FirstBigrams[i], counts[unit], run.UnitStatistics[i]));
            }

            var before = length;
            _starts.AddRange(run.Starts.Select(start => start + before));
            _seconds.AddRange(run.Seconds);
            _unitLists.AddRange(run.UnitLists.SelectMany(list => new[] { list.Unit, list.Start + before }));
            _spreads.AddRange(run.Spreads.Select(spread => (spread.Start + before, spread.Spread)));
            length = checked(length + run.Lists.Length);
        }

        _units.Add(new UnitRow(folded[separator], _seconds.Count, 0, default));
        ListWidth = PackedArray.WidthOf(length);
    }

    /// <summary>Distinct bigrams.</summary>
    public int Count => _seconds.Count;

    /// <summary>Bits of the rank of a second unit.</summary>
    public int SecondWidth => PackedArray.WidthOf(_folded.Length - 1);

    /// <summary>Bits of where a list begins.</summary>
    public int ListWidth { get; }

    /// <summary>Writes the sections of the dictionary, the lists and the spreads.</summary>
    public void Write(IndexFileWriter file)
    {
        file.Begin(SectionTag.Units);
        Span<byte> row = stackalloc byte[UnitRow.Length];
        foreach (var unit in _units)
        {
            unit.Write(row);
            file.Write(row);
        }

        file.Begin(SectionTag.BigramSeconds);
        PackedArray.Write(file, CollectionsMarshal.AsSpan(_seconds), SecondWidth);
        file.Begin(SectionTag.BigramLists);
        PackedArray.Write(file, CollectionsMarshal.AsSpan(_starts), ListWidth);

        file.Begin(SectionTag.UnitLists);
        file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_unitLists)));

        // Eight spare bytes let a reader take a whole word anywhere.
        file.Begin(SectionTag.Postings);
        foreach (var run in _runs)
        {
            file.Write(run.Lists);
        }

        file.Write(stackalloc byte[sizeof(ulong)]);
        SpreadWriter.Write(file, _weighting, _spreads);
    }

    // Units that begin no word have no lists; nor has the separator.
    private static int[] CountsOf(ushort[] ranks, char[] folded)
    {
        var counts = new int[folded.Length];
        foreach (var rank in ranks)
        {
            counts[rank]++;
        }

        for (var unit = 0; unit < counts.Length; unit++)
        {
            counts[unit] = Fold.IsWordUnit(folded[unit]) ? counts[unit] : 0;
        }

        return counts;
    }

    /// <summary>Cuts the units into runs with about the same number of offsets.</summary>
    private static int[] RunEnds(int[] counts, int units, int runs)
    {
        var all = counts.Sum(count => (long)count);
        var ends = new List<int>();
        var before = 0L;
        for (var unit = 0; unit < units; unit++)
        {
            before += counts[unit];
            if (before >= all * (ends.Count + 1) / runs)
            {
                ends.Add(unit + 1);
            }
        }

        return ends.Count > 0 && ends[^1] == units ? [.. ends] : [.. ends, units];
    }
}
