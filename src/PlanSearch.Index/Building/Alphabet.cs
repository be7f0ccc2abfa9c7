using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Building;

/// <summary>The code units of a segment, as they are and folded.</summary>
internal sealed class Alphabet
{
    private readonly int[] _codes = new int[char.MaxValue + 1];
    private readonly ushort[] _ranks = new ushort[char.MaxValue + 1];

    /// <summary>Counts the units of a text.</summary>
    public Alphabet(ReadOnlySpan<char> text)
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var unit in text)
        {
            counts[unit]++;
        }

        counts[Fold.Separator] = Math.Max(counts[Fold.Separator], 1);
        Units = [.. Enumerable.Range(0, counts.Length)
            .Where(unit => counts[unit] > 0)
            .OrderByDescending(unit => counts[unit])
            .Select(unit => (char)unit)];
        for (var code = 0; code < Units.Length; code++)
        {
            _codes[Units[code]] = code;
        }

        // The separator folds to itself and is the highest unit there is, so its rank is the last.
        Folded = [.. Units.Select(Fold.Of).Distinct().Order()];
        foreach (var unit in Units)
        {
            _ranks[unit] = (ushort)Array.BinarySearch(Folded, Fold.Of(unit));
        }
    }

    /// <summary>The units that occur, most frequent first, the separator included.</summary>
    public char[] Units { get; }

    /// <summary>The folded units that occur, rising; the separator is the last.</summary>
    public char[] Folded { get; }

    /// <summary>By unit: its rank in <see cref="Units"/>.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>By unit: the rank of the folded unit in <see cref="Folded"/>.</summary>
    public ReadOnlySpan<ushort> Ranks => _ranks;
}
