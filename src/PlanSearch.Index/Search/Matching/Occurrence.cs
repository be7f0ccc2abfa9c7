using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Matching;

/// <summary>An occurrence of one of several literals in a segment's text.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Code units.</param>
/// <param name="Literal">Which literal.</param>
/// <param name="Block">Its block, by its number in the segment.</param>
internal readonly record struct Occurrence(int Offset, int Length, int Literal, int Block)
{
    /// <summary>The first code unit after it.</summary>
    public int End => Offset + Length;

    /// <summary>Where it is in the segment's text.</summary>
    public UnitRange Range => new(Offset, Length);

    /// <summary>By offset, the longest first, then by literal: the order in which overlaps are resolved.</summary>
    public static int Compare(Occurrence a, Occurrence b) =>
        a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset)
        : a.Length != b.Length ? b.Length.CompareTo(a.Length)
        : a.Literal.CompareTo(b.Literal);
}
