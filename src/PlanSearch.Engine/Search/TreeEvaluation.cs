using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>An occurrence of one of several literals in a segment's text.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Code units.</param>
/// <param name="Literal">Which literal.</param>
internal readonly record struct Occurrence(int Offset, int Length, int Literal);

/// <summary>Decides a boolean tree record by record, and collects what its positive literals found.</summary>
internal sealed class TreeEvaluation
{
    private readonly SegmentView _view;
    private readonly BlockFilter _filter;
    private readonly int _from;
    private readonly int _to;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Occurrence> _occurrences = [];
    private int _literals;

    /// <summary>Prepares for a run of documents of a segment.</summary>
    public TreeEvaluation(SegmentView view, BlockFilter filter, int firstDocument, int endDocument, CancellationToken cancellationToken)
    {
        (_view, _filter, _cancellationToken) = (view, filter, cancellationToken);
        (_from, _to) = (view.Segment.TextStart(firstDocument), view.Segment.TextStart(endDocument));
    }

    /// <summary>The records that satisfy a query.</summary>
    public RecordSet Evaluate(Query query) => Evaluate(query, isPositive: true);

    /// <summary>What the positive literals found, also in blocks set aside: by offset, the longest first, then by literal.</summary>
    public IReadOnlyList<Occurrence> Occurrences()
    {
        _occurrences.Sort(static (a, b) =>
            a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset)
            : a.Length != b.Length ? b.Length.CompareTo(a.Length)
            : a.Literal.CompareTo(b.Literal));
        return _occurrences;
    }

    private RecordSet Evaluate(Query query, bool isPositive)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (query)
        {
            case LiteralQuery literal:
                return Literal(literal, isPositive);
            case AndQuery and:
                var all = Combine(and.Required, isPositive, static (left, right) => left.IntersectWith(right));
                foreach (var part in and.Prohibited)
                {
                    all.ExceptWith(Evaluate(part, isPositive: false));
                }

                return all;
            case OrQuery or:
                return Combine(or.Parts, isPositive, static (left, right) => left.UnionWith(right));
            default:
                throw new ArgumentException($"A query of type {query.GetType().Name} is not known here.", nameof(query));
        }
    }

    private RecordSet Combine(IEnumerable<Query> parts, bool isPositive, Action<RecordSet, RecordSet> combine)
    {
        RecordSet? result = null;
        foreach (var part in parts)
        {
            var set = Evaluate(part, isPositive);
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

    private RecordSet Literal(LiteralQuery literal, bool isPositive)
    {
        using var found = new OffsetBuffer();
        new LiteralMatcher(_view.Segment, literal).Find(_from, _to, whole: true, overlapping: true, found);
        var number = isPositive ? _literals++ : -1;
        var records = new RecordSet(_view.Segment.Summary.Records);
        var walk = new BlockWalk(_view, _filter);
        foreach (var offset in found.Span)
        {
            var role = walk.MoveTo(offset);
            if (role == BlockRole.Searched)
            {
                records.Add(walk.Record);
            }

            if (isPositive && role != BlockRole.Skipped)
            {
                _occurrences.Add(new Occurrence(offset, literal.Text.Length, number));
            }
        }

        return records;
    }
}
