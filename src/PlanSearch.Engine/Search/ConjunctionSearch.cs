using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Literals that must all occur in a record: the commonest form of an AND, decided in two passes instead of one for every literal and rule.</summary>
/// <param name="view">The segment.</param>
/// <param name="filter">Which blocks take part.</param>
/// <param name="literals">At least two.</param>
internal sealed class ConjunctionSearch(SegmentView view, BlockFilter filter, IReadOnlyList<LiteralQuery> literals)
{
    /// <summary>The literals of a query, when it is such a conjunction; else null.</summary>
    public static IReadOnlyList<LiteralQuery>? LiteralsOf(Query query) =>
        query is AndQuery { Prohibited.IsEmpty: true, Required.Length: >= 2 } and && and.Required.All(part => part is LiteralQuery)
            ? [.. and.Required.Cast<LiteralQuery>()]
            : null;

    /// <summary>What the literals found in records that hold them all, and in blocks set aside; overlaps stay in.</summary>
    public PooledBuffer<Occurrence> Find(int from, int to, CancellationToken cancellationToken)
    {
        var found = new List<(PooledBuffer<int> Offsets, int Literal)>();
        for (var literal = 0; literal < literals.Count; literal++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var offsets = new PooledBuffer<int>();
            new LiteralMatcher(view.Segment, literals[literal]).Find(from, to, whole: true, overlapping: true, offsets);
            found.Add((offsets, literal));
        }

        // From the rarest on: what is left of the records only shrinks, and so does what the later lists keep.
        found.Sort(static (a, b) => a.Offsets.Count.CompareTo(b.Offsets.Count));
        GroupSet? records = null;
        foreach (var (offsets, _) in found)
        {
            records = Keep(offsets, records);
        }

        foreach (var (offsets, _) in found.Take(found.Count - 1))
        {
            Keep(offsets, records);
        }

        return OccurrenceMerge.Merge([.. found.OrderBy(part => part.Literal).Select(part => Occurrences(part.Offsets, part.Literal))]);
    }

    /// <summary>Keeps the offsets in blocks set aside and in the records given, and names the records they are in.</summary>
    private GroupSet Keep(PooledBuffer<int> found, GroupSet? records)
    {
        var kept = 0;
        var offsets = found.Span;
        var here = new GroupSet(view.Segment.Summary.Records);
        var walk = new BlockWalk(view, filter);
        foreach (var offset in offsets)
        {
            var role = walk.MoveTo(offset);
            if (role == BlockRole.Aside)
            {
                offsets[kept++] = offset;
            }
            else if (role == BlockRole.Searched && (records is null || records.Contains(walk.Record)))
            {
                here.Add(walk.Record);
                offsets[kept++] = offset;
            }
        }

        found.Truncate(kept);
        return here;
    }

    private PooledBuffer<Occurrence> Occurrences(PooledBuffer<int> offsets, int literal)
    {
        using (offsets)
        {
            var occurrences = new PooledBuffer<Occurrence>();
            foreach (var offset in offsets.Span)
            {
                occurrences.Add(new Occurrence(offset, literals[literal].Text.Length, literal));
            }

            return occurrences;
        }
    }
}
