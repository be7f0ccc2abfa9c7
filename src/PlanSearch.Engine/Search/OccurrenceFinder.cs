using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Finds the occurrences of the parts of a tree in a range of a segment's text; overlaps stay in.</summary>
/// <param name="segment">The segment.</param>
/// <param name="from">A block's start.</param>
/// <param name="to">A block's start, or the end of the text.</param>
internal sealed class OccurrenceFinder(SegmentReader segment, int from, int to)
{
    /// <summary>Occurrences of a literal.</summary>
    public List<Occurrence> Literal(LiteralQuery literal, int number)
    {
        using var found = new OffsetBuffer();
        new LiteralMatcher(segment, literal).Find(from, to, whole: true, overlapping: true, found);
        var occurrences = new List<Occurrence>(found.Count);
        foreach (var offset in found.Span)
        {
            occurrences.Add(new Occurrence(offset, literal.Text.Length, number));
        }

        return occurrences;
    }

    /// <summary>Occurrences of a literal that lie within no occurrence of the longer words.</summary>
    public List<Occurrence> Outside(OutsideQuery outside, int number)
    {
        var kept = Literal(outside.Inner, number);
        foreach (var word in outside.Longer)
        {
            // The longer words have one length, so those that begin last reach furthest: one place to remember is enough.
            var longer = Literal(word, number);
            var at = 0;
            kept.RemoveAll(inner =>
            {
                while (at < longer.Count && longer[at].End < inner.End)
                {
                    at++;
                }

                return at < longer.Count && longer[at].Offset <= inner.Offset;
            });
        }

        return kept;
    }

    /// <summary>Occurrences of a pattern.</summary>
    public List<Occurrence> Pattern(PatternQuery pattern, int number) => new PatternMatcher(segment, pattern).Find(from, to, number);

    /// <summary>The occurrences of two parts that have one of the other part near in the same block; rising.</summary>
    public List<Occurrence> Near(List<Occurrence> left, List<Occurrence> right, int distance)
    {
        var near = WithNeighbour(left, right, distance);
        near.AddRange(WithNeighbour(right, left, distance));
        near.Sort(Occurrence.Compare);
        return near;
    }

    private List<Occurrence> WithNeighbour(List<Occurrence> ours, List<Occurrence> others, int distance)
    {
        var kept = new List<Occurrence>();
        var (first, longest) = (0, others.Count == 0 ? 0 : others.Max(other => other.Length));
        foreach (var one in ours)
        {
            while (first < others.Count && others[first].Offset + longest + distance < one.Offset)
            {
                first++;
            }

            var block = segment.Blocks.Find(one.Offset);
            for (var i = first; i < others.Count && others[i].Offset <= one.End + distance; i++)
            {
                var gap = others[i].Offset >= one.End ? others[i].Offset - one.End : one.Offset - others[i].End;
                if (gap >= 0 && gap <= distance && segment.Blocks.Find(others[i].Offset) == block)
                {
                    kept.Add(one);
                    break;
                }
            }
        }

        return kept;
    }
}
