using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Literals that must all occur in a record: the commonest form of an AND, decided by the numbers of the records alone.</summary>
/// <param name="part">Where it is searched.</param>
/// <param name="query">The conjunction.</param>
/// <param name="literals">Its literals, at least two.</param>
internal sealed class ConjunctionSearch(SegmentPart part, PreparedQuery query, IReadOnlyList<LiteralQuery> literals)
{
    private readonly int _firstRecord = part.View.Segment.FirstRecord(part.First);
    private readonly int _records = part.View.Segment.FirstRecord(part.End) - part.View.Segment.FirstRecord(part.First);

    /// <summary>The literals of a query, when it is such a conjunction; else null.</summary>
    public static IReadOnlyList<LiteralQuery>? LiteralsOf(Query query) =>
        query is AndQuery { Prohibited.IsEmpty: true, Required.Length: >= 2 } and && and.Required.All(part => part is LiteralQuery)
            ? [.. and.Required.Cast<LiteralQuery>()]
            : null;

    /// <summary>
    /// What the literals found in records that hold them all, those of what is set aside too (<see cref="AsideTexts"/>); overlaps stay in.
    /// </summary>
    public PooledBuffer<Occurrence> Find(CancellationToken cancellationToken)
    {
        var found = new List<PlacedOffsets>();
        for (var literal = 0; literal < literals.Count; literal++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(Place(literals[literal], literal));
        }

        // From the rarest on: what is left of the records only shrinks.
        GroupSet? satisfied = null;
        foreach (var offsets in found.OrderBy(static offsets => offsets.Offsets.Count))
        {
            satisfied = Satisfied(offsets, satisfied);
        }

        return OccurrenceMerge.Merge([.. found.Select(offsets => Keep(offsets, satisfied!))]);
    }

    private PlacedOffsets Place(LiteralQuery literal, int number)
    {
        var view = part.View;
        var placed = new PlacedOffsets(number, literal.Text.Length, query.RoomFor(part, literal));
        query.Matcher(view, literal).Find(part.TextStart, part.TextEnd, whole: true, overlapping: true, placed.Offsets);
        var documents = new DocumentCursor(view);
        var entries = view.Blocks;
        Span<int> records = stackalloc int[BlockBatches.Length];
        var batches = new BlockBatches(view, placed.Offsets.Span, stackalloc int[BlockBatches.Length]);
        while (batches.Next())
        {
            var offsets = batches.Offsets;
            var blocks = batches.Blocks;
            for (var i = 0; i < offsets.Length; i++)
            {
                ref readonly var entry = ref entries[blocks[i]];
                records[i] = entry.Record >= 0 ? entry.Record - _firstRecord : AsideRecordOf(entry, offsets[i], ref documents);
            }

            placed.Blocks.AddRange(blocks);
            placed.Records.AddRange(records[..offsets.Length]);
        }

        return placed;
    }

    private int AsideRecordOf(in BlockEntry entry, int offset, ref DocumentCursor documents)
    {
        if (entry.Record == SegmentView.DeletedRecord)
        {
            return -1;
        }

        documents.Seek(offset);
        return _records + AsideTexts.Of(part.View, entry, documents.Local - part.First);
    }

    /// <summary>Those of the records that hold the literal too; all that hold it for the first one.</summary>
    private GroupSet Satisfied(PlacedOffsets found, GroupSet? before)
    {
        var here = new GroupSet(_records + AsideTexts.Count(part.End - part.First));
        foreach (var record in found.Records.Span)
        {
            if (record >= 0 && (before is null || before.Contains(record)))
            {
                here.Add(record);
            }
        }

        return here;
    }

    private static PooledBuffer<Occurrence> Keep(PlacedOffsets found, GroupSet satisfied)
    {
        var kept = new PooledBuffer<Occurrence>();
        ReadOnlySpan<int> offsets = found.Offsets.Span;
        ReadOnlySpan<int> blocks = found.Blocks.Span;
        ReadOnlySpan<int> records = found.Records.Span;
        for (var i = 0; i < records.Length; i++)
        {
            if (records[i] >= 0 && satisfied.Contains(records[i]))
            {
                kept.Add(new Occurrence(offsets[i], found.Length, found.Number, blocks[i]));
            }
        }

        found.Dispose();
        return kept;
    }

    /// <summary>Where a literal is, side by side.</summary>
    private sealed class PlacedOffsets(int number, int length, int expected) : IDisposable
    {
        /// <summary>Which literal.</summary>
        public int Number { get; } = number;

        /// <summary>Its code units.</summary>
        public int Length { get; } = length;

        /// <summary>Where it begins.</summary>
        public PooledBuffer<int> Offsets { get; } = new(expected);

        /// <summary>The blocks there.</summary>
        public PooledBuffer<int> Blocks { get; } = new(expected);

        /// <summary>The records there, numbered through the part, what is set aside behind them; -1 in a deleted document.</summary>
        public PooledBuffer<int> Records { get; } = new(expected);

        /// <inheritdoc/>
        public void Dispose()
        {
            Offsets.Dispose();
            Blocks.Dispose();
            Records.Dispose();
        }
    }
}
