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

    /// <summary>The occurrences of the two parts of a pair that have one of the other part beside them in the same block.</summary>
    /// <param name="pair">Says which two are a pair.</param>
    /// <param name="left">What its left part has.</param>
    /// <param name="right">What its right part has.</param>
    public static PooledBuffer<Occurrence> Pairs(PairQuery pair, ReadOnlySpan<Occurrence> left, ReadOnlySpan<Occurrence> right)
    {
        var found = new PooledBuffer<Occurrence>();
        AddWithPartner(pair, left, right, isLeft: true, found);
        AddWithPartner(pair, right, left, isLeft: false, found);
        found.Span.Sort(Occurrence.Compare);
        return found;
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

    // Whatever the kind of pair, its distance bounds how far it is looked for.
    private static void AddWithPartner(
        PairQuery pair, ReadOnlySpan<Occurrence> ours, ReadOnlySpan<Occurrence> others, bool isLeft, PooledBuffer<Occurrence> found)
    {
        var (first, longest, distance) = (0, 0, pair.Distance);
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
                var other = others[i];
                if (other.Block == one.Block
                    && (isLeft ? pair.IsPair(one.Range, other.Range) : pair.IsPair(other.Range, one.Range)))
                {
                    found.Add(one);
                    break;
                }
            }
        }
    }
}
