using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Finds the occurrences of the parts of a tree in a range of a segment's text, by rising offset; overlaps stay in.</summary>
/// <param name="view">The segment.</param>
/// <param name="query">The tree.</param>
/// <param name="from">A block's start.</param>
/// <param name="to">A block's start, or the end of the text.</param>
internal sealed class OccurrenceFinder(SegmentView view, PreparedQuery query, int from, int to)
{
    /// <summary>Occurrences of a literal.</summary>
    public PooledBuffer<Occurrence> Literal(LiteralQuery literal, int number)
    {
        using var found = new PooledBuffer<int>();
        query.Matcher(view, literal).Find(from, to, whole: true, overlapping: true, found);
        var occurrences = new PooledBuffer<Occurrence>();
        var batches = new BlockBatches(view, found.Span, stackalloc int[BlockBatches.Length]);
        while (batches.Next())
        {
            var offsets = batches.Offsets;
            var blocks = batches.Blocks;
            for (var i = 0; i < offsets.Length; i++)
            {
                occurrences.Add(new Occurrence(offsets[i], literal.Text.Length, number, blocks[i]));
            }
        }

        return occurrences;
    }

    /// <summary>Occurrences of a literal that lie within no occurrence of the longer words.</summary>
    public PooledBuffer<Occurrence> Outside(OutsideQuery outside, int number)
    {
        var inner = Literal(outside.Inner, number);
        foreach (var word in outside.Longer)
        {
            using var longer = Literal(word, number);
            RemoveWithin(inner, longer.Span);
        }

        return inner;
    }

    /// <summary>Occurrences of a pattern.</summary>
    public PooledBuffer<Occurrence> Pattern(PatternQuery pattern, int number) =>
        new PatternMatcher(view.Segment, pattern).Find(from, to, number);

    /// <summary>The occurrences of two parts that have one of the other part near in the same block.</summary>
    public static PooledBuffer<Occurrence> Near(ReadOnlySpan<Occurrence> left, ReadOnlySpan<Occurrence> right, int distance)
    {
        var near = new PooledBuffer<Occurrence>();
        AddWithNeighbour(left, right, distance, near);
        AddWithNeighbour(right, left, distance, near);
        near.Span.Sort(Occurrence.Compare);
        return near;
    }

    /// <summary>The longer words have one length, so those that begin last reach furthest: one place to remember is enough.</summary>
    private static void RemoveWithin(PooledBuffer<Occurrence> inner, ReadOnlySpan<Occurrence> longer)
    {
        var (kept, at) = (0, 0);
        var occurrences = inner.Span;
        foreach (var occurrence in occurrences)
        {
            while (at < longer.Length && longer[at].End < occurrence.End)
            {
                at++;
            }

            if (at == longer.Length || longer[at].Offset > occurrence.Offset)
            {
                occurrences[kept++] = occurrence;
            }
        }

        inner.Truncate(kept);
    }

    private static void AddWithNeighbour(
        ReadOnlySpan<Occurrence> ours, ReadOnlySpan<Occurrence> others, int distance, PooledBuffer<Occurrence> near)
    {
        var (first, longest) = (0, 0);
        foreach (var other in others)
        {
            longest = Math.Max(longest, other.Length);
        }

        foreach (var one in ours)
        {
            while (first < others.Length && others[first].Offset + longest + distance < one.Offset)
            {
                first++;
            }

            for (var i = first; i < others.Length && others[i].Offset <= one.End + distance; i++)
            {
                var gap = others[i].Offset >= one.End ? others[i].Offset - one.End : one.Offset - others[i].End;
                if (gap >= 0 && gap <= distance && others[i].Block == one.Block)
                {
                    near.Add(one);
                    break;
                }
            }
        }
    }
}
