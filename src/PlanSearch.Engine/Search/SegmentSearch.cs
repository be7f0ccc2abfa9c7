using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>A query on one segment: finds its mentions and hands them to a visitor.</summary>
/// <param name="view">The segment.</param>
/// <param name="query">The query.</param>
/// <param name="filter">Which blocks take part; it applies before AND and NOT are decided, and not to blocks set aside.</param>
internal sealed class SegmentSearch(SegmentView view, Query query, BlockFilter filter)
{
    private readonly SegmentReader _segment = view.Segment;

    /// <summary>Visits the mentions in a run of documents of the segment, and the occurrences set aside.</summary>
    public void Visit<TVisitor>(int firstDocument, int endDocument, ref TVisitor visitor, CancellationToken cancellationToken)
        where TVisitor : struct, IMentionVisitor
    {
        if (query is LiteralQuery literal)
        {
            VisitLiteral(literal, firstDocument, endDocument, ref visitor, cancellationToken);
        }
        else
        {
            VisitTree(firstDocument, endDocument, ref visitor, cancellationToken);
        }
    }

    private void VisitLiteral<TVisitor>(
        LiteralQuery literal, int firstDocument, int endDocument, ref TVisitor visitor, CancellationToken cancellationToken)
        where TVisitor : struct, IMentionVisitor
    {
        using var found = new PooledBuffer<int>();
        new LiteralMatcher(_segment, literal).Find(
            _segment.TextStart(firstDocument), _segment.TextStart(endDocument), whole: true, overlapping: false, found);
        cancellationToken.ThrowIfCancellationRequested();
        var walk = new BlockWalk(view, filter);
        foreach (var offset in found.Span)
        {
            switch (walk.MoveTo(offset))
            {
                case BlockRole.Searched:
                    visitor.Mention(walk.Document, walk.Block, walk.Record, offset, literal.Text.Length, 0);
                    break;
                case BlockRole.Aside:
                    visitor.Aside(walk.Document, walk.Block);
                    break;
            }
        }
    }

    private void VisitTree<TVisitor>(int firstDocument, int endDocument, ref TVisitor visitor, CancellationToken cancellationToken)
        where TVisitor : struct, IMentionVisitor
    {
        using var occurrences = ConjunctionSearch.LiteralsOf(query) is { } literals
            ? new ConjunctionSearch(view, filter, literals).Find(_segment.TextStart(firstDocument), _segment.TextStart(endDocument), cancellationToken)
            : new TreeEvaluation(view, filter, firstDocument, endDocument, cancellationToken).Evaluate(query);
        var walk = new BlockWalk(view, filter);
        var (free, asideFree) = (0, 0);
        foreach (var occurrence in occurrences.Span)
        {
            var role = walk.MoveTo(occurrence.Offset);
            if (role == BlockRole.Aside && occurrence.Offset >= asideFree)
            {
                asideFree = occurrence.End;
                visitor.Aside(walk.Document, walk.Block);
            }
            else if (role == BlockRole.Searched && occurrence.Offset >= free)
            {
                free = occurrence.End;
                visitor.Mention(walk.Document, walk.Block, walk.Record, occurrence.Offset, occurrence.Length, occurrence.Literal);
            }
        }
    }
}
