using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Decides a boolean tree group by group, and collects what its positive parts found in the groups that satisfy it.</summary>
/// <remarks>
/// The whole query is decided in records; a <see cref="ScopeQuery"/> within it in groups of its own, by the same walk, and is then one part
/// like a literal. What is set aside is decided as a text of its own, see <see cref="AsideTexts"/>.
/// </remarks>
internal sealed class TreeEvaluation
{
    private readonly SegmentView _view;
    private readonly PreparedQuery _query;
    private readonly OccurrenceFinder _finder;
    private readonly CancellationToken _cancellationToken;
    private int _literals;

    /// <summary>Prepares for a run of documents of a segment.</summary>
    public TreeEvaluation(SegmentView view, PreparedQuery query, int firstDocument, int endDocument, CancellationToken cancellationToken)
    {
        (_view, _query, _cancellationToken) = (view, query, cancellationToken);
        _finder = new OccurrenceFinder(view, query, view.Segment.TextStart(firstDocument), view.Segment.TextStart(endDocument));
    }

    /// <summary>
    /// What the positive parts found in records that satisfy the query, in the order of <see cref="Occurrence.Compare"/>; overlaps stay in.
    /// </summary>
    public PooledBuffer<Occurrence> Evaluate() => Satisfying(_query.Query, new Grouping(_view, scope: null, level: 0));

    private PooledBuffer<Occurrence> Satisfying(Query query, Grouping grouping)
    {
        var found = new List<PooledBuffer<Occurrence>>();
        var satisfied = Groups(query, grouping, found);
        foreach (var list in found)
        {
            Keep(list, grouping, satisfied);
        }

        return OccurrenceMerge.Merge(found);
    }

    /// <summary>
    /// The groups that satisfy a query; what its parts found is added to <paramref name="positive"/>, unless a NOT is over them.
    /// </summary>
    private GroupSet Groups(Query query, Grouping grouping, List<PooledBuffer<Occurrence>>? positive)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (query)
        {
            case AndQuery and:
                var all = Combine(and.Required, grouping, positive, static (left, right) => left.IntersectWith(right));
                foreach (var part in and.Prohibited)
                {
                    all.ExceptWith(Groups(part, grouping, positive: null));
                }

                return all;
            case OrQuery or:
                return Combine(or.Parts, grouping, positive, static (left, right) => left.UnionWith(right));
            default:
                var found = Find(query, isPositive: positive is not null);
                var groups = GroupsOf(found.Span, grouping);
                if (positive is null)
                {
                    found.Dispose();
                }
                else
                {
                    positive.Add(found);
                }

                return groups;
        }
    }

    private GroupSet Combine(
        IEnumerable<Query> parts, Grouping grouping, List<PooledBuffer<Occurrence>>? positive, Action<GroupSet, GroupSet> combine)
    {
        GroupSet? result = null;
        foreach (var part in parts)
        {
            var set = Groups(part, grouping, positive);
            if (result is null)
            {
                result = set;
            }
            else
            {
                combine(result, set);
            }
        }

        return result ?? throw new ArgumentException("A query of several parts has none.", nameof(parts));
    }

    /// <summary>What a part that is no AND found.</summary>
    private PooledBuffer<Occurrence> Find(Query part, bool isPositive) => part switch
    {
        LiteralQuery literal => _finder.Literal(literal, Number(isPositive)),
        OutsideQuery outside => _finder.Outside(outside, Number(isPositive)),
        PatternQuery pattern => _finder.Pattern(pattern, Number(isPositive)),
        PairQuery pair => Pairs(pair, isPositive),
        ScopeQuery scope => Scoped(scope, isPositive),
        ColumnQuery column => InColumn(column, isPositive),
        OrQuery or => Union(or, isPositive),
        _ => throw new ArgumentException($"A query of type {part.GetType().Name} cannot stand here.", nameof(part)),
    };

    private PooledBuffer<Occurrence> InColumn(ColumnQuery column, bool isPositive)
    {
        var found = Find(column.Inner, isPositive);
        var entries = _view.Blocks;
        var kept = 0;
        var occurrences = found.Span;
        foreach (var occurrence in occurrences)
        {
            if ((column.Allowed
                >> _view.Combinations.Value(
                    _view.CombinationOf(entries[occurrence.Block], occurrence.Offset, occurrence.Length), column.Column) & 1) != 0)
            {
                occurrences[kept++] = occurrence;
            }
        }

        found.Truncate(kept);
        return found;
    }

    private PooledBuffer<Occurrence> Union(OrQuery or, bool isPositive)
    {
        var found = new List<PooledBuffer<Occurrence>>(or.Parts.Length);
        foreach (var part in or.Parts)
        {
            found.Add(Find(part, isPositive));
        }

        return OccurrenceMerge.Merge(found);
    }

    private int Number(bool isPositive) => isPositive ? _literals++ : -1;

    private PooledBuffer<Occurrence> Pairs(PairQuery pair, bool isPositive)
    {
        using var left = Find(pair.Left, isPositive);
        using var right = Find(pair.Right, isPositive);
        return OccurrenceFinder.Pairs(pair, left.Span, right.Span);
    }

    private PooledBuffer<Occurrence> Scoped(ScopeQuery scope, bool isPositive)
    {
        // What a NOT prohibits is numbered by nobody, but what is found for it decides all the same.
        var before = _literals;
        var found = Satisfying(scope.Inner, new Grouping(_view, scope.Scope, scope.Level));
        _literals = isPositive ? _literals : before;
        return found;
    }

    private static GroupSet GroupsOf(ReadOnlySpan<Occurrence> occurrences, Grouping grouping)
    {
        var groups = grouping.NewSet();
        foreach (var occurrence in occurrences)
        {
            if (grouping.GroupOf(occurrence) is >= 0 and var group)
            {
                groups.Add(group);
            }
        }

        return groups;
    }

    private static void Keep(PooledBuffer<Occurrence> found, Grouping grouping, GroupSet satisfied)
    {
        var kept = 0;
        var occurrences = found.Span;
        foreach (var occurrence in occurrences)
        {
            if (grouping.GroupOf(occurrence) is >= 0 and var group && satisfied.Contains(group))
            {
                occurrences[kept++] = occurrence;
            }
        }

        found.Truncate(kept);
    }
}
