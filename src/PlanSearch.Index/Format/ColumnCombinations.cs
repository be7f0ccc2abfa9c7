using System.Runtime.InteropServices;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Format;

/// <summary>
/// The combinations of values that the blocks of a segment have in its columns: few, so that a table by their number says all of a block.
/// </summary>
/// <remarks>Numbered as they are added. Once the segment is open nothing is added any more. FORMAT.md, "Segment".</remarks>
/// <param name="columns">Columns of the schema.</param>
internal sealed class ColumnCombinations(int columns)
{
    private const int BitsPerValue = 8;

    private readonly List<uint> _packed = [];
    private readonly Dictionary<uint, int> _numbers = [];

    /// <summary>How many there are.</summary>
    public int Count => _packed.Count;

    /// <summary>Reads a table written by <see cref="Write"/>.</summary>
    /// <exception cref="Storage.CorruptIndexException">It does not consist of whole rows, or a row is there twice.</exception>
    public static ColumnCombinations Read(IndexFileReader file, int columns)
    {
        var bytes = file.Section(SectionTag.Combinations);
        var combinations = new ColumnCombinations(columns);
        for (var at = 0; at < bytes.Length; at += columns)
        {
            if (bytes.Length - at < columns || combinations.Add(bytes.Slice(at, columns)) != at / columns)
            {
                throw file.Damage(SectionTag.Combinations, at, "the row is cut or stands there twice");
            }
        }

        return combinations;
    }

    /// <summary>The number of a combination; the next one when it is new.</summary>
    /// <param name="values">A value a column.</param>
    public int Add(ReadOnlySpan<byte> values)
    {
        var packed = 0u;
        for (var column = 0; column < values.Length; column++)
        {
            packed |= (uint)values[column] << (BitsPerValue * column);
        }

        return Add(packed);
    }

    /// <summary>The number of the combination that differs from another in one column.</summary>
    public int AddWith(int combination, int column, byte value) =>
        Add((_packed[combination] & ~(0xFFu << (BitsPerValue * column))) | ((uint)value << (BitsPerValue * column)));

    /// <summary>What a combination has in a column, 0 to 63.</summary>
    public int Value(int combination, int column) => (int)(_packed[combination] >> (BitsPerValue * column)) & 0xFF;

    /// <summary>By combination: what a mention counts in a score.</summary>
    public float[] WeightsOf(Bm25Weighting weighting) =>
        [.. Enumerable.Range(0, Count).Select(combination => (float)weighting.Weights[Value(combination, weighting.Column)])];

    /// <summary>By combination: whether all its values are allowed.</summary>
    public bool[] Allowed(BlockFilter filter)
    {
        var allowed = new bool[Count];
        for (var combination = 0; combination < allowed.Length; combination++)
        {
            allowed[combination] = IsAllowed(combination, filter);
        }

        return allowed;
    }

    /// <summary>Writes the table: a row a combination, a byte a column.</summary>
    public void Write(IndexFileWriter file)
    {
        file.Begin(SectionTag.Combinations);
        Span<byte> row = stackalloc byte[columns];
        for (var combination = 0; combination < Count; combination++)
        {
            for (var column = 0; column < columns; column++)
            {
                row[column] = (byte)Value(combination, column);
            }

            file.Write(row);
        }
    }

    private bool IsAllowed(int combination, BlockFilter filter)
    {
        for (var column = 0; column < filter.Allowed.Length; column++)
        {
            if ((filter.Allowed[column] >> Value(combination, column) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private int Add(uint packed)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, packed, out var isKnown);
        if (!isKnown)
        {
            number = _packed.Count;
            _packed.Add(packed);
        }

        return number;
    }
}
