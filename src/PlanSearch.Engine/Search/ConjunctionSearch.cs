using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Literals that must all occur in a record: the commonest form of an AND, decided in two passes instead of one for every literal and rule.</summary>
/// <param name="view">The segment.</param>
/// <param name="filter">Which blocks take part.</param>
/// <param name="query">The conjunction.</param>
/// <param name="literals">Its literals, at least two.</param>
internal sealed class ConjunctionSearch(SegmentView view, BlockFilter filter, PreparedQuery query, IReadOnlyList<LiteralQuery> literals)
{
    /// <summary>The literals of a query, when it is such a conjunction; else null.</summary>
    public static IReadOnlyList<LiteralQuery>? LiteralsOf(Query query) =>
        query is AndQuery { Prohibited.IsEmpty: true, Required.Length: >= 2 } and && and.Required.All(part => part is LiteralQuery)
            ? [.. and.Required.Cast<LiteralQuery>()]
            : null;

    /// <summary>What the literals found in records that hold them all, and in blocks set aside; overlaps stay in.</summary>
    public PooledBuffer<Occurrence> Find(int from, int to, CancellationToken cancellationToken)
    {
        var finder = new OccurrenceFinder(view, query, from, to);
        var found = new List<PooledBuffer<Occurrence>>();
        for (var literal = 0; literal < literals.Count; literal++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(finder.Literal(literals[literal], literal));
        }

        // From the rarest on: what is left of the records only shrinks, and so does what the later lists keep.
        found.Sort(static (a, b) => a.Count.CompareTo(b.Count));
        GroupSet? records = null;
        foreach (var occurrences in found)
        {
            records = Keep(occurrences, records);
        }

        foreach (var occurrences in found.Take(found.Count - 1))
        {
            Keep(occurrences, records);
        }

        return OccurrenceMerge.Merge(found);
    }

    /// <summary>Keeps the occurrences in blocks set aside and in the records given, and names the records they are in.</summary>
    private GroupSet Keep(PooledBuffer<Occurrence> found, GroupSet? records)
    {
        var kept = 0;
        var occurrences = found.Span;
        var here = new GroupSet(view.Segment.Summary.Records);
        var roles = new BlockRoles(view, filter);
        var entries = view.Blocks;
        foreach (var occurrence in occurrences)
        {
            ref readonly var entry = ref entries[occurrence.Block];
            var role = roles.Of(entry, occurrence.Offset, occurrence.Length);
            if (role == BlockRole.Aside)
            {
                occurrences[kept++] = occurrence;
            }
            else if (role == BlockRole.Searched && (records is null || records.Contains(entry.Record)))
            {
                here.Add(entry.Record);
                occurrences[kept++] = occurrence;
            }
        }

        found.Truncate(kept);
        return here;
    }
}
