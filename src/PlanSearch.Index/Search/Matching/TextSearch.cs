using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search.Matching;

/// <summary>Looks into the text of a segment itself, unit by unit.</summary>
/// <param name="segment">The segment.</param>
/// <param name="literal">What is looked for.</param>
internal sealed class TextSearch(SegmentReader segment, FoldedLiteral literal)
{
    /// <summary>Adds the offsets in a range where the literal is.</summary>
    public void Find(int from, int to, PooledBuffer<int> found)
    {
        var text = segment.Text;
        var folded = segment.FoldedUnits;
        var (begin, first, last) = (found.Count, literal.Text[0], to - literal.Text.Length);
        for (var offset = from; offset <= last; offset++)
        {
            if (folded[text[offset]] == first)
            {
                found.Add(offset);
            }
        }

        if (literal.Text.Length > 1)
        {
            Keep(new bool[literal.Text.Length], found, begin);
        }
    }

    /// <summary>Keeps the offsets where those units of the literal are that are not known to.</summary>
    /// <param name="isKnown">By unit of the literal: whether it is known to be there.</param>
    /// <param name="found">The offsets.</param>
    /// <param name="begin">The first of them to look at.</param>
    public void Keep(bool[] isKnown, PooledBuffer<int> found, int begin)
    {
        var text = segment.Text;
        var folded = segment.FoldedUnits;
        var kept = begin;
        var offsets = found.Span;
        for (var i = begin; i < offsets.Length; i++)
        {
            var unit = 0;
            while (unit < isKnown.Length && (isKnown[unit] || folded[text[offsets[i] + unit]] == literal.Text[unit]))
            {
                unit++;
            }

            if (unit == isKnown.Length)
            {
                offsets[kept++] = offsets[i];
            }
        }

        found.Truncate(kept);
    }
}
