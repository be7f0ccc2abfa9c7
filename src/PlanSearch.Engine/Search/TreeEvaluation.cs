using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Decides a boolean tree group by group, and collects what its positive parts found.</summary>
/// <remarks>
/// The whole query is decided in records; a <see cref="ScopeQuery"/> within it in groups of its own, by the same walk, and is then one part
/// like a literal. Occurrences in blocks set aside are collected too and decide nothing.
/// </remarks>
internal sealed class TreeEvaluation
{
    private readonly SegmentView _view;
    private readonly BlockFilter _filter;
    private readonly OccurrenceFinder _finder;
    private readonly CancellationToken _cancellationToken;
    private int _literals;

    /// <summary>Prepares for a run of documents of a segment.</summary>
    public TreeEvaluation(SegmentView view, BlockFilter filter, int firstDocument, int endDocument, CancellationToken cancellationToken)
    {
        (_view, _filter, _cancellationToken) = (view, filter, cancellationToken);
        _finder = new OccurrenceFinder(view.Segment, view.Segment.TextStart(firstDocument), view.Segment.TextStart(endDocument));
    }

    /// <summary>The groups that satisfy a query, and what its positive parts found everywhere, in the order of <see cref="Occurrence.Compare"/>.</summary>
    public (GroupSet Satisfied, List<Occurrence> Occurrences) Evaluate(Query query)
    {
        var occurrences = new List<Occurrence>();
        var satisfied = Evaluate(query, new Grouping(_view, scope: null, level: 0), occurrences);
        occurrences.Sort(Occurrence.Compare);
        return (satisfied, occurrences);
    }

    private GroupSet Evaluate(Query query, Grouping grouping, List<Occurrence>? positive)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (query)
        {
            case AndQuery and:
                var all = Combine(and.Required, grouping, positive, static (left, right) => left.IntersectWith(right));
                foreach (var part in and.Prohibited)
                {
                    all.ExceptWith(Evaluate(part, grouping, positive: null));
                }

                return all;
            case OrQuery or:
                return Combine(or.Parts, grouping, positive, static (left, right) => left.UnionWith(right));
            default:
                var found = Find(query, isPositive: positive is not null);
                positive?.AddRange(found);
                return GroupsOf(found, grouping);
        }
    }

    private GroupSet Combine(IEnumerable<Query> parts, Grouping grouping, List<Occurrence>? positive, Action<GroupSet, GroupSet> combine)
    {
        GroupSet? result = null;
        foreach (var part in parts)
        {
            var set = Evaluate(part, grouping, positive);
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

    /// <summary>What a part that is no AND and no OR found, by rising offset.</summary>
    private List<Occurrence> Find(Query part, bool isPositive) => part switch
    {
        LiteralQuery literal => _finder.Literal(literal, Number(isPositive)),
        OutsideQuery outside => _finder.Outside(outside, Number(isPositive)),
        PatternQuery pattern => _finder.Pattern(pattern, Number(isPositive)),
        NearQuery near => _finder.Near(Find(near.Left, isPositive), Find(near.Right, isPositive), near.Distance),
        ScopeQuery scope => Scoped(scope, isPositive),
        _ => throw new ArgumentException($"A query of type {part.GetType().Name} cannot stand here.", nameof(part)),
    };

    private int Number(bool isPositive) => isPositive ? _literals++ : -1;

    private List<Occurrence> Scoped(ScopeQuery scope, bool isPositive)
    {
        var grouping = new Grouping(_view, scope.Scope, scope.Level);
        var found = new List<Occurrence>();

        // What a NOT prohibits is numbered by nobody, but its occurrences decide the groups all the same.
        var before = _literals;
        var satisfied = Evaluate(scope.Inner, grouping, found);
        _literals = isPositive ? _literals : before;
        found.Sort(Occurrence.Compare);
        var walk = new BlockWalk(_view, _filter);
        var kept = new List<Occurrence>();
        foreach (var occurrence in found)
        {
            var role = walk.MoveTo(occurrence.Offset);
            if (role == BlockRole.Aside
                || (role == BlockRole.Searched && grouping.GroupOf(walk, occurrence.Offset) is >= 0 and var group && satisfied.Contains(group)))
            {
                kept.Add(occurrence);
            }
        }

        return kept;
    }

    private GroupSet GroupsOf(List<Occurrence> occurrences, Grouping grouping)
    {
        var groups = grouping.NewSet();
        var walk = new BlockWalk(_view, _filter);
        foreach (var occurrence in occurrences)
        {
            if (walk.MoveTo(occurrence.Offset) == BlockRole.Searched && grouping.GroupOf(walk, occurrence.Offset) is >= 0 and var group)
            {
                groups.Add(group);
            }
        }

        return groups;
    }
}
