using System.Runtime.InteropServices;

namespace PlanSearch.Index.Format;

/// <summary>
/// The bigrams of a segment: folded units to lists. Written by <see cref="Index.Building.BigramLists"/>; FORMAT.md, "Units" and "Bigrams".
/// </summary>
internal sealed class TermDictionary
{
    private readonly IndexFileReader _file;
    private readonly SegmentSummary _summary;
    private readonly UnitRow[] _rows;
    private readonly char[] _units;
    private readonly Dictionary<int, int> _unitLists = [];

    /// <summary>Reads the units; bigrams are looked up in place.</summary>
    /// <exception cref="Storage.CorruptIndexException">
    /// A section has not the length the summary says, or the units are not rising.
    /// </exception>
    public TermDictionary(IndexFileReader file, SegmentSummary summary)
    {
        _file = file;
        _summary = summary;
        var bytes = file.Section(SectionTag.Units);
        if (bytes.Length != (long)UnitRow.Length * (summary.FoldedUnits + 1))
        {
            throw file.Damage(SectionTag.Units, bytes.Length, $"{bytes.Length} bytes do not hold {summary.FoldedUnits} units");
        }

        _rows = new UnitRow[summary.FoldedUnits + 1];
        for (var unit = 0; unit < _rows.Length; unit++)
        {
            _rows[unit] = UnitRow.Read(bytes[(unit * UnitRow.Length)..]);
            var isRising = unit == 0 || (_rows[unit].Unit > _rows[unit - 1].Unit && _rows[unit].FirstBigram >= _rows[unit - 1].FirstBigram);
            if (!isRising || (uint)_rows[unit].FirstBigram > (uint)summary.Bigrams)
            {
                throw file.Damage(SectionTag.Units, unit * UnitRow.Length, $"unit {unit} is out of order");
            }
        }

        _units = [.. _rows.SkipLast(1).Select(static row => row.Unit)];
        if (file.Section(SectionTag.BigramSeconds).Length != 8 * PackedArray.WordCount(summary.Bigrams, summary.SecondWidth)
            || file.Section(SectionTag.BigramLists).Length != 8 * PackedArray.WordCount(summary.Bigrams, summary.ListWidth))
        {
            throw file.Damage(SectionTag.BigramSeconds, 0, $"the tables do not hold {summary.Bigrams} bigrams");
        }

        var lists = MemoryMarshal.Cast<byte, int>(file.Section(SectionTag.UnitLists));
        for (var i = 0; i + 1 < lists.Length; i += 2)
        {
            _unitLists[lists[i]] = lists[i + 1];
        }
    }

    /// <summary>The lists, to be read with <see cref="PostingsReader"/>.</summary>
    public ReadOnlySpan<byte> Postings => _file.Section(SectionTag.Postings);

    /// <summary>Folded units that occur.</summary>
    public int UnitCount => _summary.FoldedUnits;

    /// <summary>Rank of a folded unit; -1 when it does not occur.</summary>
    public int Rank(char folded) => Math.Max(-1, _units.AsSpan().BinarySearch(folded));

    /// <summary>What is counted of a unit.</summary>
    public UnitRow Unit(int rank) => _rows[rank];

    /// <summary>Where the list of all offsets of a unit begins; -1 when it is too rare to have one.</summary>
    public int UnitList(int rank) => _unitLists.GetValueOrDefault(rank, -1);

    /// <summary>The numbers of the bigrams that begin with a unit.</summary>
    public (int First, int End) BigramsOf(int rank) => (_rows[rank].FirstBigram, _rows[rank + 1].FirstBigram);

    /// <summary>Where the list of a bigram begins; -1 when it does not occur.</summary>
    public int Find(int first, int second)
    {
        var seconds = new PackedArray(_file.Words(SectionTag.BigramSeconds), _summary.SecondWidth);
        var (low, high) = (_rows[first].FirstBigram, _rows[first + 1].FirstBigram - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var rank = seconds[middle];
            if (rank == second)
            {
                return ListOf(middle);
            }

            (low, high) = rank < second ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>Where the list of the bigram with this number begins.</summary>
    public int ListOf(int bigram) => new PackedArray(_file.Words(SectionTag.BigramLists), _summary.ListWidth)[bigram];

    /// <summary>The rank of the second unit of the bigram with this number.</summary>
    public int SecondOf(int bigram) => new PackedArray(_file.Words(SectionTag.BigramSeconds), _summary.SecondWidth)[bigram];
}
