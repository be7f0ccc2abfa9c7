using System.Runtime.CompilerServices;
using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Parts;

/// <summary>A run of documents of a segment: what one thread searches at a time.</summary>
/// <param name="View">The segment.</param>
/// <param name="First">The first document, by its number in the segment.</param>
/// <param name="End">The one after the last.</param>
internal sealed record SegmentPart(SegmentView View, int First, int End)
{
    /// <summary>Where its text begins.</summary>
    public int TextStart => View.Segment.TextStart(First);

    /// <summary>Where its text ends.</summary>
    public int TextEnd => View.Segment.TextStart(End);

    /// <summary>Its first record, by its number in the segment.</summary>
    public int FirstRecord => View.Segment.FirstRecord(First);

    /// <summary>The record after its last.</summary>
    public int EndRecord => View.Segment.FirstRecord(End);

    /// <summary>Hands the mentions of a query, and what it finds set aside, to a visitor.</summary>
    /// <param name="query">The query.</param>
    /// <param name="filter">Which of the mentions are wanted, by their blocks; it does not apply to blocks set aside.</param>
    /// <param name="visitor">Takes them in the order of the text.</param>
    /// <param name="cancellationToken">Looked at between the steps.</param>
    public void Visit<TVisitor>(PreparedQuery query, BlockFilter filter, ref TVisitor visitor, CancellationToken cancellationToken)
        where TVisitor : struct, IMentionVisitor
    {
        if (query.Query is LiteralQuery literal)
        {
            VisitLiteral(query, literal, filter, ref visitor, cancellationToken);
        }
        else if (UnionSearch.LiteralsOf(query.Query) is { } literals)
        {
            using var union = new UnionSearch(this, query, literals).Find(cancellationToken);
            VisitUnion(union, filter, ref visitor);
        }
        else
        {
            VisitTree(query, filter, ref visitor, cancellationToken);
        }
    }

    /// <summary>
    /// Hands on occurrences, one by one. What the loop holds fits the processor's registers, so what is rare is done elsewhere.
    /// </summary>
    /// <param name="view">The segment.</param>
    /// <param name="found">Where they begin, rising.</param>
    /// <param name="length">Code units of each.</param>
    /// <param name="visitor">Takes them.</param>
    public static void VisitFound<TVisitor>(SegmentView view, ReadOnlySpan<int> found, int length, ref TVisitor visitor)
        where TVisitor : struct, IMentionVisitor
    {
        var documents = new DocumentCursor(view);
        var spans = new SpanCursor(view.Segment);
        var (end, firstRecord) = (0, 0);
        var entries = view.Blocks;
        var batches = new BlockBatches(view, found, stackalloc int[BlockBatches.Length]);
        while (batches.Next())
        {
            var offsets = batches.Offsets;
            var blocks = batches.Blocks;
            for (var i = 0; i < offsets.Length; i++)
            {
                var offset = offsets[i];
                if (offset >= end)
                {
                    documents.Seek(offset);
                    (end, firstRecord) = (documents.End, documents.FirstRecord);
                    visitor.Begin(documents.Document);
                }

                ref readonly var entry = ref entries[blocks[i]];
                if ((entry.Record | entry.Columns) >= 0)
                {
                    visitor.Mention(new(entry.Record - firstRecord, entry.Columns, blocks[i], offset, length, 0));
                }
                else
                {
                    VisitUncommon(entry, firstRecord, blocks[i], offset, length, ref spans, ref visitor);
                }
            }
        }
    }

    private void VisitLiteral<TVisitor>(
        PreparedQuery query, LiteralQuery literal, BlockFilter filter, ref TVisitor visitor, CancellationToken cancellationToken)
        where TVisitor : struct, IMentionVisitor
    {
        using var found = new PooledBuffer<int>(query.RoomFor(this, literal));
        query.Matcher(View, literal).Find(TextStart, TextEnd, whole: true, overlapping: false, found);
        cancellationToken.ThrowIfCancellationRequested();
        if (filter.IsAll)
        {
            VisitFound(View, found.Span, literal.Text.Length, ref visitor);
        }
        else
        {
            VisitFiltered(found.Span, literal.Text.Length, filter, ref visitor);
        }
    }

    /// <summary>An occurrence in a block that has spans, or that is not searched.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void VisitUncommon<TVisitor>(
        in BlockEntry entry, int firstRecord, int block, int offset, int length, ref SpanCursor spans, ref TVisitor visitor)
        where TVisitor : struct, IMentionVisitor
    {
        var combination = spans.CombinationOf(entry.Columns, offset, length);
        if (entry.Record >= 0)
        {
            visitor.Mention(new(entry.Record - firstRecord, combination, block, offset, length, 0));
        }
        else if (entry.Record == SegmentView.AsideRecord)
        {
            visitor.Aside(combination);
        }
    }

    private void VisitFiltered<TVisitor>(ReadOnlySpan<int> found, int length, BlockFilter filter, ref TVisitor visitor)
        where TVisitor : struct, IMentionVisitor
    {
        var allowed = View.Combinations.Allowed(filter);
        var documents = new DocumentCursor(View);
        var spans = new SpanCursor(View.Segment);
        var entries = View.Blocks;
        var batches = new BlockBatches(View, found, stackalloc int[BlockBatches.Length]);
        while (batches.Next())
        {
            var offsets = batches.Offsets;
            var blocks = batches.Blocks;
            for (var i = 0; i < offsets.Length; i++)
            {
                var (offset, block) = (offsets[i], blocks[i]);
                if (documents.Seek(offset))
                {
                    visitor.Begin(documents.Document);
                }

                ref readonly var entry = ref entries[block];
                var combination = spans.CombinationOf(entry.Columns, offset, length);
                if (entry.Record >= 0 && allowed[combination])
                {
                    visitor.Mention(new(entry.Record - documents.FirstRecord, combination, block, offset, length, 0));
                }
                else if (entry.Record == SegmentView.AsideRecord)
                {
                    visitor.Aside(combination);
                }
            }
        }
    }

    private void VisitUnion<TVisitor>(UnionOccurrences union, BlockFilter filter, ref TVisitor visitor)
        where TVisitor : struct, IMentionVisitor
    {
        var allowed = filter.IsAll ? [] : View.Combinations.Allowed(filter);
        var documents = new DocumentCursor(View);
        var spans = new SpanCursor(View.Segment);
        var entries = View.Blocks;
        Span<int> offsets = stackalloc int[BlockBatches.Length];
        Span<int> ranks = stackalloc int[BlockBatches.Length];
        Span<int> blocks = stackalloc int[BlockBatches.Length];
        while (union.Take(offsets, ranks) is > 0 and var taken)
        {
            View.Locate(offsets[..taken], blocks);
            for (var i = 0; i < taken; i++)
            {
                if (documents.Seek(offsets[i]))
                {
                    visitor.Begin(documents.Document);
                }

                ref readonly var entry = ref entries[blocks[i]];
                var length = union.LengthOf(ranks[i]);
                var combination = spans.CombinationOf(entry.Columns, offsets[i], length);
                if (entry.Record == SegmentView.AsideRecord)
                {
                    visitor.Aside(combination);
                }
                else if (entry.Record >= 0 && (allowed.Length == 0 || allowed[combination]))
                {
                    visitor.Mention(
                        new(entry.Record - documents.FirstRecord, combination, blocks[i], offsets[i], length, union.LiteralOf(ranks[i])));
                }
            }
        }
    }

    private void VisitTree<TVisitor>(PreparedQuery query, BlockFilter filter, ref TVisitor visitor, CancellationToken cancellationToken)
        where TVisitor : struct, IMentionVisitor
    {
        using var occurrences = ConjunctionSearch.LiteralsOf(query.Query) is { } literals
            ? new ConjunctionSearch(this, query, literals).Find(cancellationToken)
            : new TreeEvaluation(View, query, First, End, cancellationToken).Evaluate();
        var allowed = filter.IsAll ? [] : View.Combinations.Allowed(filter);
        var documents = new DocumentCursor(View);
        var entries = View.Blocks;
        var free = 0;
        foreach (ref readonly var occurrence in occurrences.Span)
        {
            var (offset, length, literal, block) = occurrence;
            if (offset < free)
            {
                continue;
            }

            free = occurrence.End;
            if (documents.Seek(offset))
            {
                visitor.Begin(documents.Document);
            }

            ref readonly var entry = ref entries[block];
            var combination = View.CombinationOf(entry, offset, length);
            if (entry.Record == SegmentView.AsideRecord)
            {
                visitor.Aside(combination);
            }
            else if (allowed.Length == 0 || allowed[combination])
            {
                visitor.Mention(new(entry.Record - documents.FirstRecord, combination, block, offset, length, literal));
            }
        }
    }
}
